//! The names of an enum's topics, as `const fn`: each line has a template, and may have had others before.
//!
//! For an enum over topics that are declared in many places, whose templates only the compiler has all
//! together. To it one name is as good as another, for `parse` reads them all. A variant has one line, or all lines
//! of a hierarchy that it wraps.

mod below;

use super::Template;
use super::conflict::{Conflict, MOST_STEPS};
use super::relation::Relation;
use super::shape::{Shape, Types};
use crate::message::Message;
use crate::messages;

pub use below::{lines_below, templates_below, text_below};

/// The template of a line, and those that it had before.
#[derive(Clone, Copy, Debug)]
pub struct Names {
    /// The template.
    pub template: Template<'static>,
    /// Those that it had before.
    pub former: &'static [Template<'static>],
    /// What its types tell of themselves.
    pub types: Types<'static>,
    /// Where neither is more specific, the one of the higher rank is read first.
    pub rank: u32,
    /// The index of the variant.
    pub variant: usize,
}

impl Names {
    pub(crate) const NONE: Self = Self {
        template: Template::from_checked(""),
        former: &[],
        types: &[],
        rank: 0,
        variant: 0,
    };
}

/// One of the names.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Name {
    pub(crate) template: Template<'static>,
    /// Whether the line had it before.
    pub(crate) is_former: bool,
    line: Names,
}

impl Name {
    pub(crate) const fn shape(&self) -> Shape<'static> {
        Shape::with_types(self.template, self.line.types)
    }

    const fn relation(&self, other: &Self) -> Relation {
        Relation::of(self.shape(), other.shape())
    }

    /// Whether the topics that both match are this one's, or the other's, if they are one's.
    const fn wins_over(&self, other: &Self) -> Option<bool> {
        let relation = self.relation(other);
        relation.first_wins(self.line.rank, other.line.rank)
    }
}

/// The names, those of a line together.
pub(crate) struct Each<'n> {
    lines: &'n [Names],
    line: usize,
    name: usize,
}

impl<'n> Each<'n> {
    pub(crate) const fn of(lines: &'n [Names]) -> Self {
        let (line, name) = (0, 0);
        Self { lines, line, name }
    }

    pub(crate) const fn next(&mut self) -> Option<Name> {
        if self.line == self.lines.len() {
            return None;
        }
        let line = self.lines[self.line];
        let template = match self.name {
            0 => line.template,
            name => line.former[name - 1],
        };
        let is_former = self.name > 0;
        (self.line, self.name) = if self.name < line.former.len() {
            (self.line, self.name + 1)
        } else {
            (self.line + 1, 0)
        };
        Some(Name {
            template,
            is_former,
            line,
        })
    }
}

/// Some of the names.
#[derive(Clone, Copy, Debug)]
pub enum Which {
    /// Those that are now and those that were.
    All,
    /// Those that are now, one for each line.
    Present,
    /// Those that were.
    Former,
    /// Those of lines that are read first.
    First,
}

impl Which {
    const fn has(self, name: &Name) -> bool {
        match self {
            Self::All => true,
            Self::Present => !name.is_former,
            Self::Former => name.is_former,
            Self::First => name.line.rank > 0,
        }
    }

    /// How many there are.
    #[must_use]
    pub const fn count(self, lines: &[Names]) -> usize {
        let (mut each, mut count) = (Each::of(lines), 0);
        while let Some(name) = each.next() {
            count += self.has(&name) as usize;
        }
        count
    }

    /// Their templates, in the order of the lines.
    ///
    /// # Panics
    ///
    /// If there are more than `N`.
    #[must_use]
    pub const fn templates<const N: usize>(self, lines: &[Names]) -> [Template<'static>; N] {
        let (mut each, mut templates, mut count) = (Each::of(lines), [Names::NONE.template; N], 0);
        while let Some(name) = each.next() {
            if self.has(&name) {
                templates[count] = name.template;
                count += 1;
            }
        }
        templates
    }
}

/// All names, of which there are `N`.
const fn all<const N: usize>(lines: &[Names]) -> [Name; N] {
    let none = Name {
        template: Names::NONE.template,
        is_former: false,
        line: Names::NONE,
    };
    let (mut each, mut all, mut count) = (Each::of(lines), [none; N], 0);
    while let Some(name) = each.next() {
        all[count] = name;
        count += 1;
    }
    all
}

/// The lines of all variants. Where neither is more specific, those of a variant that is first are read before all others;
/// among themselves nothing changes.
///
/// # Panics
///
/// If there are more than `N`.
#[must_use]
pub const fn lines<const N: usize>(variants: &[(bool, &[Names])]) -> [Names; N] {
    let (mut all, mut count, mut highest, mut variant) = ([Names::NONE; N], 0, 0, 0);
    while variant < variants.len() {
        let (mut line, (_, lines)) = (0, variants[variant]);
        while line < lines.len() {
            let rank = lines[line].rank;
            highest = if rank > highest { rank } else { highest };
            all[count] = lines[line];
            all[count].variant = variant;
            (count, line) = (count + 1, line + 1);
        }
        variant += 1;
    }
    let mut line = 0;
    while line < N {
        if variants[all[line].variant].0 {
            all[line].rank = all[line].rank.saturating_add(highest).saturating_add(1);
        }
        line += 1;
    }
    all
}

/// How many segments the longest name has.
#[must_use]
pub const fn most_segments(lines: &[Names]) -> usize {
    let (mut each, mut most) = (Each::of(lines), 0);
    while let Some(name) = each.next() {
        let (mut positions, mut count) = (name.shape().positions(), 0);
        while positions.next().is_some() {
            count += 1;
        }
        most = if count > most { count } else { most };
    }
    most
}

/// The names, each before those that it wins over; `N` is the number of all. A variant has compared its own, so two of these
/// are only compared, last, if other variants share topics with both: a circle may run through them.
///
/// # Panics
///
/// If some names win over each other in a circle.
#[must_use]
#[track_caller]
pub const fn in_parse_order<const N: usize>(lines: &[Names]) -> [Template<'static>; N] {
    let all = all::<N>(lines);
    let (mut wins, mut is_shared, mut step) = ([[false; N]; N], [false; N], 0);
    while step < 2 * N {
        let (index, within, mut other) = (step % N, step >= N, 0);
        while other < index {
            let is_within = all[index].line.variant == all[other].line.variant;
            if is_within == within && (!within || is_shared[index] && is_shared[other]) {
                let relation = all[index].relation(&all[other]);
                match relation.first_wins(all[index].line.rank, all[other].line.rank) {
                    Some(true) => wins[index][other] = true,
                    Some(false) => wins[other][index] = true,
                    None => {}
                }
                is_shared[index] |= relation.overlaps();
                is_shared[other] |= relation.overlaps();
            }
            other += 1;
        }
        step += 1;
    }
    let (mut sorted, mut is_left, mut count) = ([Names::NONE.template; N], [true; N], 0);
    let mut next = 0;
    while next < N {
        let mut winner = 0;
        while winner < N && !(is_left[winner] && wins[winner][next]) {
            winner += 1;
        }
        if is_left[next] && winner == N {
            (sorted[count], is_left[next]) = (all[next].template, false);
            (count, next) = (count + 1, 0);
        } else {
            next += 1;
        }
    }
    if count < N {
        refuse_circle(&all, &is_left);
    }
    sorted
}

#[track_caller]
const fn refuse_circle(all: &[Name], is_left: &[bool]) -> ! {
    let (mut templates, mut index) = (Message::new(), 0);
    while index < all.len() {
        if is_left[index] {
            templates.listed(all[index].template.as_str());
        }
        index += 1;
    }
    messages::circle_of_winners(&templates).fail()
}

/// Fails the compilation if a name of a variant matches the same topics as one of the variants before it, or
/// if it shares a topic with one of those and nothing says whose that topic is.
///
/// The names of one variant are not compared: those of a line are of the same topic, and a hierarchy has compared its
/// own.
///
/// `N` is the number of all.
///
/// # Panics
///
/// That is how it fails: it is meant for constants.
#[track_caller]
pub const fn refuse_conflicts<const N: usize>(lines: &[Names], variant: usize) {
    let (all, mut later) = (all::<N>(lines), 0);
    while later < N {
        let mut earlier = 0;
        while all[later].line.variant == variant && all[earlier].line.variant < variant {
            refuse_conflict(&all, &all[earlier], &all[later]);
            earlier += 1;
        }
        later += 1;
    }
}

#[track_caller]
const fn refuse_conflict<const N: usize>(all: &[Name; N], first: &Name, later: &Name) {
    let pair = [first.shape(), later.shape()];
    match first.relation(later) {
        Relation::Same => messages::same_topics(first.template, later.template).fail(),
        Relation::Crossing if first.line.rank == later.line.rank => {}
        _ => return,
    }
    let (mut winners, mut count, mut index) = ([pair[0]; N], 0, 0);
    while index < N {
        let over_both = [all[index].wins_over(first), all[index].wins_over(later)];
        if let [Some(true), Some(true)] = over_both {
            winners[count] = all[index].shape();
            count += 1;
        }
        index += 1;
    }
    let (winners, _) = winners.split_at(count);
    if let Some(topic) = (Conflict { pair, winners }).message(MOST_STEPS) {
        let texts = [first.template.as_str(), later.template.as_str()];
        messages::shared_topic(texts, &topic, first.line.rank > 0).fail()
    }
}

#[cfg(test)]
mod tests;
