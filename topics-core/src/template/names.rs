//! The names of an enum's topics, as `const fn`: each has a template, and may have had others before.
//!
//! For an enum over topics that are declared in many places, whose templates only the compiler has all
//! together. To it one name is as good as another, for `parse` reads them all.

use super::Template;
use super::conflict::{self, Conflict};
use super::relation::Relation;
use super::shape::{Shape, Types};
use crate::message::Message;

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

impl Names {
    /// The template, or behind it one that it had before.
    const fn template(&self, name: usize) -> Template<'static> {
        if name == 0 {
            self.template
        } else {
            self.former[name - 1]
        }
    }
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
    types: Types<'static>,
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

    const fn shape(&self) -> Shape<'static> {
        Shape::with_types(self.template, self.types)
    }

    /// Whether the topics that both match are this one's.
    const fn wins_over(&self, other: &Self) -> bool {
        Relation::of(self.shape(), other.shape()).is_won(self.is_first, other.is_first)
    }
}

/// How many names there are.
#[must_use]
pub const fn count(names: &[Names]) -> usize {
    names.len() + count_former(names)
}

/// How many former names there are.
#[must_use]
pub const fn count_former(names: &[Names]) -> usize {
    let (mut count, mut variant) = (0, 0);
    while variant < names.len() {
        count += names[variant].former.len();
        variant += 1;
    }
    count
}

/// The former templates, in the order of the variants.
///
/// # Panics
///
/// If there are not `N`, the [`count_former`].
#[must_use]
pub const fn former<const N: usize>(names: &[Names]) -> [Template<'static>; N] {
    assert!(count_former(names) == N, "one place for each former name");
    let mut all = [Name::NONE.template; N];
    let (mut at, mut variant) = (0, 0);
    while variant < names.len() {
        let former = names[variant].former;
        let mut index = 0;
        while index < former.len() {
            all[at] = former[index];
            at += 1;
            index += 1;
        }
        variant += 1;
    }
    all
}

/// How many names are of variants that are read first.
#[must_use]
pub const fn count_first(names: &[Names]) -> usize {
    let (mut count, mut variant) = (0, 0);
    while variant < names.len() {
        if names[variant].is_first {
            count += 1 + names[variant].former.len();
        }
        variant += 1;
    }
    count
}

/// The names of the variants that are read first.
///
/// # Panics
///
/// If there are not `N`, the [`count_first`].
#[must_use]
pub const fn first<const N: usize>(names: &[Names]) -> [Template<'static>; N] {
    assert!(count_first(names) == N, "one place for each first name");
    let mut all = [Name::NONE.template; N];
    let (mut at, mut variant) = (0, 0);
    while variant < names.len() {
        let of = &names[variant];
        let mut name = 0;
        while of.is_first && name <= of.former.len() {
            all[at] = of.template(name);
            at += 1;
            name += 1;
        }
        variant += 1;
    }
    all
}

/// All names, those of a variant together.
const fn all<const N: usize>(names: &[Names]) -> [Name; N] {
    assert!(count(names) == N, "one place for each name");
    let mut all = [Name::NONE; N];
    let (mut at, mut variant) = (0, 0);
    while variant < names.len() {
        let of = &names[variant];
        let mut name = 0;
        while name <= of.former.len() {
            all[at] = Name {
                variant,
                name,
                template: of.template(name),
                types: of.types,
                is_first: of.is_first,
            };
            at += 1;
            name += 1;
        }
        variant += 1;
    }
    all
}

/// How many segments the longest name has.
#[must_use]
pub const fn most_segments(names: &[Names]) -> usize {
    let (mut most, mut variant) = (0, 0);
    while variant < names.len() {
        let of = &names[variant];
        let mut name = 0;
        while name <= of.former.len() {
            let segments = conflict::most_segments(&[Shape::of(of.template(name))]);
            if segments > most {
                most = segments;
            }
            name += 1;
        }
        variant += 1;
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
    let all = all::<N>(names);
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
    let mut message = Message::new();
    message.text("these templates win over each other in a circle: ");
    let (mut index, mut is_next) = (0, false);
    while index < all.len() {
        if !is_sorted[index] {
            if is_next {
                message.text(", ");
            }
            message.quoted(all[index].template.as_str());
            is_next = true;
        }
        index += 1;
    }
    message.text("; take `first` from one of them");
    message.fail()
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
    let all = all::<N>(names);
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
        Relation::Same => refuse_same(first.template, later.template),
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
        let mut message = Message::new();
        message.quoted(first.template.as_str());
        message.text(" and ");
        message.quoted(later.template.as_str());
        message.text(" both match ");
        message.quoted(topic.as_str());
        if first.is_first {
            message.text(" and both are `first`; take it from one of them, or rename one");
        } else {
            message.text(
                " and neither is more specific; write `first` in the `#[topic(…)]` of the one that is meant, \
                 or rename one",
            );
        }
        message.fail()
    }
}

#[track_caller]
const fn refuse_same(first: Template<'_>, second: Template<'_>) -> ! {
    let mut message = Message::new();
    message.quoted(second.as_str());
    if crate::bytes::same(first.as_str().as_bytes(), second.as_str().as_bytes()) {
        message.text(" is declared twice; remove this one");
    } else {
        message.text(" and ");
        message.quoted(first.as_str());
        message.text(" match the same topics; remove one, or tell them apart by a literal segment");
    }
    message.fail()
}

#[cfg(test)]
mod tests;
