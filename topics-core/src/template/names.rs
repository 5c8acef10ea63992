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

pub use below::{former_below, length_below, lines_below, text_below};

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
}

impl Names {
    pub(crate) const NONE: Self = Self {
        template: Template::from_checked(""),
        former: &[],
        types: &[],
        rank: 0,
    };
}

/// One of the names.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Name {
    /// The index of the variant.
    variant: usize,
    /// Whether the line had it before.
    is_former: bool,
    pub(crate) template: Template<'static>,
    pub(crate) types: Types<'static>,
    rank: u32,
}

impl Name {
    const NONE: Self = Self {
        variant: 0,
        is_former: false,
        template: Template::from_checked(""),
        types: &[],
        rank: 0,
    };

    pub(crate) const fn shape(&self) -> Shape<'static> {
        Shape::with_types(self.template, self.types)
    }

    const fn relation(&self, other: &Self) -> Relation {
        Relation::of(self.shape(), other.shape())
    }

    /// Whether the topics that both match are this one's.
    const fn wins_over(&self, other: &Self) -> bool {
        self.relation(other)
            .is_won(self.rank > other.rank, self.rank < other.rank)
    }
}

/// The names, those of a line together.
pub(crate) struct Each<'n> {
    variants: &'n [&'n [Names]],
    variant: usize,
    line: usize,
    name: usize,
}

impl<'n> Each<'n> {
    pub(crate) const fn of(variants: &'n [&'n [Names]]) -> Self {
        let (variant, line, name) = (0, 0, 0);
        Self {
            variants,
            variant,
            line,
            name,
        }
    }

    pub(crate) const fn next(&mut self) -> Option<Name> {
        while self.variant < self.variants.len() {
            let lines = self.variants[self.variant];
            if self.line == lines.len() {
                (self.variant, self.line) = (self.variant + 1, 0);
                continue;
            }
            let (of, name) = (&lines[self.line], self.name);
            (self.line, self.name) = if name < of.former.len() {
                (self.line, name + 1)
            } else {
                (self.line + 1, 0)
            };
            return Some(Name {
                variant: self.variant,
                is_former: name > 0,
                template: match name.checked_sub(1) {
                    None => of.template,
                    Some(former) => of.former[former],
                },
                types: of.types,
                rank: of.rank,
            });
        }
        None
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
            Self::First => name.rank > 0,
        }
    }

    /// How many there are.
    #[must_use]
    pub const fn count(self, variants: &[&[Names]]) -> usize {
        let (mut each, mut count) = (Each::of(variants), 0);
        while let Some(name) = each.next() {
            count += self.has(&name) as usize;
        }
        count
    }

    const fn list<const N: usize>(self, variants: &[&[Names]]) -> [Name; N] {
        assert!(self.count(variants) == N, "one place for each name");
        let (mut each, mut list, mut count) = (Each::of(variants), [Name::NONE; N], 0);
        while let Some(name) = each.next() {
            if self.has(&name) {
                list[count] = name;
                count += 1;
            }
        }
        list
    }

    /// Their templates, in the order of the lines.
    ///
    /// # Panics
    ///
    /// If there are not `N`.
    #[must_use]
    pub const fn templates<const N: usize>(self, lines: &[Names]) -> [Template<'static>; N] {
        let (list, mut templates) = (self.list::<N>(&[lines]), [Names::NONE.template; N]);
        let mut index = 0;
        while index < N {
            templates[index] = list[index].template;
            index += 1;
        }
        templates
    }
}

/// The lines of all variants.
///
/// # Panics
///
/// If there are not `N`.
#[must_use]
pub const fn lines<const N: usize>(variants: &[&[Names]]) -> [Names; N] {
    let mut all = [Names::NONE; N];
    let (mut count, mut variant) = (0, 0);
    while variant < variants.len() {
        let lines = variants[variant];
        let mut line = 0;
        while line < lines.len() {
            all[count] = lines[line];
            count += 1;
            line += 1;
        }
        variant += 1;
    }
    assert!(count == N, "one place for each line");
    all
}

/// The lines of a variant, read before those of all others where neither is more specific. Among themselves nothing
/// changes.
///
/// # Panics
///
/// If there are not `N` lines.
#[must_use]
pub const fn before_others<const N: usize>(own: &[Names], all: &[&[Names]]) -> [Names; N] {
    let (mut lines, mut names, mut highest) = (lines::<N>(&[own]), Each::of(all), 0);
    while let Some(name) = names.next() {
        if name.rank > highest {
            highest = name.rank;
        }
    }
    let mut index = 0;
    while index < N {
        lines[index].rank = lines[index].rank.saturating_add(highest).saturating_add(1);
        index += 1;
    }
    lines
}

/// How many segments the longest name has.
#[must_use]
pub const fn most_segments(lines: &[Names]) -> usize {
    let lines = [lines];
    let (mut each, mut most) = (Each::of(&lines), 0);
    while let Some(name) = each.next() {
        let (mut positions, mut count) = (name.shape().positions(), 0);
        while positions.next().is_some() {
            count += 1;
        }
        if count > most {
            most = count;
        }
    }
    most
}

/// Whether a name shares topics with one of another variant: a variant by itself knows what is whose.
const fn is_shared(all: &[Name], index: usize) -> bool {
    let mut other = 0;
    while other < all.len() {
        if all[other].variant != all[index].variant && all[index].relation(&all[other]).overlaps() {
            return true;
        }
        other += 1;
    }
    false
}

/// How many names share topics with names of other variants; `N` is the number of all.
#[must_use]
pub const fn count_shared<const N: usize>(variants: &[&[Names]]) -> usize {
    let all = Which::All.list::<N>(variants);
    let (mut count, mut index) = (0, 0);
    while index < N {
        count += is_shared(&all, index) as usize;
        index += 1;
    }
    count
}

/// The names that share topics with names of other variants, each before those that it wins over.
///
/// # Panics
///
/// If there are not `N` in all, or not `S`, the [`count_shared`]; or if some names win over each other in a
/// circle.
#[must_use]
#[track_caller]
pub const fn in_parse_order<const N: usize, const S: usize>(
    variants: &[&[Names]],
) -> [Template<'static>; S] {
    let all = Which::All.list::<N>(variants);
    let mut shared = [Name::NONE; S];
    let (mut count, mut index) = (0, 0);
    while index < N {
        if is_shared(&all, index) {
            shared[count] = all[index];
            count += 1;
        }
        index += 1;
    }
    // Which wins over which, and how many of those that are left win over a name.
    let (mut wins, mut winners) = ([[false; S]; S], [0; S]);
    let mut index = 0;
    while index < S {
        let mut other = 0;
        while other < index {
            let (one, two) = (&shared[index], &shared[other]);
            let relation = one.relation(two);
            let (first, second) = (one.rank > two.rank, one.rank < two.rank);
            wins[index][other] = relation.is_won(first, second);
            wins[other][index] = relation.is_lost(first, second);
            winners[other] += wins[index][other] as usize;
            winners[index] += wins[other][index] as usize;
            other += 1;
        }
        index += 1;
    }
    let mut sorted = [Names::NONE.template; S];
    let mut is_sorted = [false; S];
    let mut count = 0;
    while count < S {
        let mut next = 0;
        while next < S && (is_sorted[next] || winners[next] > 0) {
            next += 1;
        }
        if next == S {
            refuse_circle(&shared, &is_sorted);
        }
        is_sorted[next] = true;
        sorted[count] = shared[next].template;
        count += 1;
        let mut other = 0;
        while other < S {
            winners[other] -= wins[next][other] as usize;
            other += 1;
        }
    }
    sorted
}

#[track_caller]
const fn refuse_circle(all: &[Name], is_sorted: &[bool]) -> ! {
    let mut templates = Message::new();
    let mut index = 0;
    while index < all.len() {
        if !is_sorted[index] {
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
pub const fn refuse_conflicts<const N: usize>(variants: &[&[Names]], variant: usize) {
    let all = Which::All.list::<N>(variants);
    let mut others = 0;
    while others < N && all[others].variant < variant {
        others += 1;
    }
    let mut later = others;
    while later < N && all[later].variant == variant {
        let mut earlier = 0;
        while earlier < others {
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
        Relation::Crossing if first.rank == later.rank => {}
        _ => return,
    }
    let mut winners = [pair[0]; N];
    let (mut count, mut index) = (0, 0);
    while index < N {
        if all[index].wins_over(first) && all[index].wins_over(later) {
            winners[count] = all[index].shape();
            count += 1;
        }
        index += 1;
    }
    let (winners, _) = winners.split_at(count);
    if let Some(topic) = (Conflict { pair, winners }).message(MOST_STEPS) {
        let (first_text, later_text) = (first.template.as_str(), later.template.as_str());
        messages::shared_topic([first_text, later_text], &topic, first.rank > 0).fail()
    }
}

#[cfg(test)]
mod tests;
