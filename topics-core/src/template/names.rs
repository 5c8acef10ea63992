//! The names of an enum's topics, as `const fn`: each has a template, and may have had others before.
//!
//! For an enum over topics that are declared in many places, whose templates only the compiler has all
//! together. To it one name is as good as another, for `parse` reads them all.

use super::Template;
use super::conflict::{self, Conflict};
use super::relation::Relation;
use super::shape::{Shape, Types};
use crate::message::Message;
use crate::messages;

/// A variant's template, and those that it had before.
#[derive(Clone, Copy, Debug)]
pub struct Names {
    /// The template.
    pub template: Template<'static>,
    /// Those that it had before.
    pub former: &'static [Template<'static>],
    /// What its types tell of themselves.
    pub types: Types<'static>,
    /// Whether it is read first where neither is more specific.
    pub is_first: bool,
}

/// One of the names.
#[derive(Clone, Copy, Debug)]
pub struct Name {
    /// The index of the variant.
    pub variant: usize,
    /// 0 for the template, 1 for the first that it had before.
    pub name: usize,
    /// Its text.
    pub template: Template<'static>,
    pub(crate) types: Types<'static>,
    is_first: bool,
}

impl Name {
    const NONE: Self = Self {
        variant: 0,
        name: 0,
        template: Template::from_checked(""),
        types: &[],
        is_first: false,
    };

    pub(crate) const fn shape(&self) -> Shape<'static> {
        Shape::with_types(self.template, self.types)
    }

    /// Whether the topics that both match are this one's.
    const fn wins_over(&self, other: &Self) -> bool {
        Relation::of(self.shape(), other.shape()).is_won(self.is_first, other.is_first)
    }
}

/// The names, those of a variant together.
pub(crate) struct Each<'n> {
    names: &'n [Names],
    variant: usize,
    name: usize,
}

impl<'n> Each<'n> {
    pub(crate) const fn of(names: &'n [Names]) -> Self {
        let (variant, name) = (0, 0);
        Self {
            names,
            variant,
            name,
        }
    }

    pub(crate) const fn next(&mut self) -> Option<Name> {
        if self.variant == self.names.len() {
            return None;
        }
        let of = &self.names[self.variant];
        let (variant, name) = (self.variant, self.name);
        (self.variant, self.name) = if name < of.former.len() {
            (variant, name + 1)
        } else {
            (variant + 1, 0)
        };
        Some(Name {
            variant,
            name,
            template: match name.checked_sub(1) {
                None => of.template,
                Some(former) => of.former[former],
            },
            types: of.types,
            is_first: of.is_first,
        })
    }
}

/// Some of the names.
#[derive(Clone, Copy)]
enum Which {
    All,
    Former,
    First,
}

impl Which {
    const fn has(self, name: &Name) -> bool {
        match self {
            Self::All => true,
            Self::Former => name.name > 0,
            Self::First => name.is_first,
        }
    }

    const fn count(self, names: &[Names]) -> usize {
        let (mut each, mut count) = (Each::of(names), 0);
        while let Some(name) = each.next() {
            count += self.has(&name) as usize;
        }
        count
    }

    const fn list<const N: usize>(self, names: &[Names]) -> [Name; N] {
        assert!(self.count(names) == N, "one place for each name");
        let (mut each, mut list, mut count) = (Each::of(names), [Name::NONE; N], 0);
        while let Some(name) = each.next() {
            if self.has(&name) {
                list[count] = name;
                count += 1;
            }
        }
        list
    }

    const fn templates<const N: usize>(self, names: &[Names]) -> [Template<'static>; N] {
        let (list, mut templates) = (self.list::<N>(names), [Name::NONE.template; N]);
        let mut index = 0;
        while index < N {
            templates[index] = list[index].template;
            index += 1;
        }
        templates
    }
}

/// How many names there are.
#[must_use]
pub const fn count(names: &[Names]) -> usize {
    Which::All.count(names)
}

/// How many former names there are.
#[must_use]
pub const fn count_former(names: &[Names]) -> usize {
    Which::Former.count(names)
}

/// The former templates, in the order of the variants.
///
/// # Panics
///
/// If there are not `N`, the [`count_former`].
#[must_use]
pub const fn former<const N: usize>(names: &[Names]) -> [Template<'static>; N] {
    Which::Former.templates(names)
}

/// How many names are of variants that are read first.
#[must_use]
pub const fn count_first(names: &[Names]) -> usize {
    Which::First.count(names)
}

/// The names of the variants that are read first.
///
/// # Panics
///
/// If there are not `N`, the [`count_first`].
#[must_use]
pub const fn first<const N: usize>(names: &[Names]) -> [Template<'static>; N] {
    Which::First.templates(names)
}

/// How many segments the longest name has.
#[must_use]
pub const fn most_segments(names: &[Names]) -> usize {
    let (mut each, mut most) = (Each::of(names), 0);
    while let Some(name) = each.next() {
        let segments = conflict::most_segments(&[Shape::of(name.template)]);
        if segments > most {
            most = segments;
        }
    }
    most
}

/// The names in the order in which they are to be tried: each before those that it wins over.
///
/// # Panics
///
/// If there are not `N`, the [`count`]; or if some names win over each other in a circle.
#[must_use]
#[track_caller]
pub const fn in_parse_order<const N: usize>(names: &[Names]) -> [Name; N] {
    let all = Which::All.list::<N>(names);
    // Which wins over which, and how many of those that are left win over a name.
    let (mut wins, mut winners) = ([[false; N]; N], [0; N]);
    let mut index = 0;
    while index < N {
        let mut other = 0;
        while other < index {
            let relation = Relation::of(all[index].shape(), all[other].shape());
            wins[index][other] = relation.is_won(all[index].is_first, all[other].is_first);
            wins[other][index] = relation.is_lost(all[index].is_first, all[other].is_first);
            winners[other] += wins[index][other] as usize;
            winners[index] += wins[other][index] as usize;
            other += 1;
        }
        index += 1;
    }
    let mut sorted = all;
    let mut is_sorted = [false; N];
    let mut count = 0;
    while count < N {
        let mut next = 0;
        while next < N && (is_sorted[next] || winners[next] > 0) {
            next += 1;
        }
        if next == N {
            refuse_circle(&all, &is_sorted);
        }
        is_sorted[next] = true;
        sorted[count] = all[next];
        count += 1;
        let mut other = 0;
        while other < N {
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
/// The names of one variant may do as they like: whichever is taken, the topic is the same.
///
/// `LENGTH` is one more than [`most_segments`], `N` is the [`count`].
///
/// # Panics
///
/// That is how it fails: it is meant for constants.
#[track_caller]
pub const fn refuse_conflicts<const LENGTH: usize, const N: usize>(
    names: &[Names],
    variant: usize,
) {
    let all = Which::All.list::<N>(names);
    let mut others = 0;
    while others < N && all[others].variant < variant {
        others += 1;
    }
    let mut later = others;
    while later < N && all[later].variant == variant {
        let mut earlier = 0;
        while earlier < others {
            refuse_conflict::<LENGTH, N>(&all, &all[earlier], &all[later]);
            earlier += 1;
        }
        later += 1;
    }
}

#[track_caller]
const fn refuse_conflict<const LENGTH: usize, const N: usize>(
    all: &[Name; N],
    first: &Name,
    later: &Name,
) {
    let pair = [first.shape(), later.shape()];
    match Relation::of(pair[0], pair[1]) {
        Relation::Same => messages::same_topics(first.template, later.template).fail(),
        Relation::Crossing if first.is_first == later.is_first => {}
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
    if let Some(topic) = (Conflict { pair, winners }).message::<LENGTH>() {
        let (first_text, later_text) = (first.template.as_str(), later.template.as_str());
        messages::shared_topic([first_text, later_text], &topic, first.is_first).fail()
    }
}

#[cfg(test)]
mod tests;
