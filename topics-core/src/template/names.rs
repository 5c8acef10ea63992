//! The names of an enum's topics, as `const fn`: each has a template, and may have had others before.
//!
//! For an enum over topics that are declared in many places, whose templates only the compiler has all
//! together. To it one name is as good as another, for `parse` reads them all.

use super::{Template, order};

/// A variant's template, and those that it had before.
pub type Names = (Template<'static>, &'static [Template<'static>]);

/// One of the names.
#[derive(Clone, Copy, Debug)]
pub struct Name {
    /// The index of the variant.
    pub variant: usize,
    /// 0 for the template, 1 for the first that it had before.
    pub name: usize,
    /// Its text.
    pub template: Template<'static>,
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
        count += names[variant].1.len();
        variant += 1;
    }
    count
}

const NONE: Template<'static> = Template::from_checked("");

/// The former templates, in the order of the variants.
///
/// # Panics
///
/// If there are not `N`, the [`count_former`].
#[must_use]
pub const fn former<const N: usize>(names: &[Names]) -> [Template<'static>; N] {
    assert!(count_former(names) == N, "one place for each former name");
    let mut all = [NONE; N];
    let (mut at, mut variant) = (0, 0);
    while variant < names.len() {
        let former = names[variant].1;
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

/// All names, those of a variant together.
const fn all<const N: usize>(names: &[Names]) -> [Name; N] {
    assert!(count(names) == N, "one place for each name");
    let mut all = [Name {
        variant: 0,
        name: 0,
        template: NONE,
    }; N];
    let (mut at, mut variant) = (0, 0);
    while variant < names.len() {
        let (template, former) = names[variant];
        let mut name = 0;
        while name <= former.len() {
            all[at] = Name {
                variant,
                name,
                template: if name == 0 {
                    template
                } else {
                    former[name - 1]
                },
            };
            at += 1;
            name += 1;
        }
        variant += 1;
    }
    all
}

const fn templates<const N: usize>(names: &[Name; N]) -> [Template<'static>; N] {
    let mut templates = [NONE; N];
    let mut index = 0;
    while index < N {
        templates[index] = names[index].template;
        index += 1;
    }
    templates
}

/// How many segments the longest name has.
#[must_use]
pub const fn most_segments(names: &[Names]) -> usize {
    let (mut most, mut variant) = (0, 0);
    while variant < names.len() {
        let (template, former) = names[variant];
        let present = order::most_segments(&[template]);
        let former = order::most_segments(former);
        let longer = if former > present { former } else { present };
        if longer > most {
            most = longer;
        }
        variant += 1;
    }
    most
}

/// The names, such that a more specific one comes before a less specific one.
///
/// # Panics
///
/// If there are not `N`, the [`count`].
#[must_use]
pub const fn by_specificity<const N: usize>(names: &[Names]) -> [Name; N] {
    let all = all::<N>(names);
    let order = order::by_specificity::<N>(&templates(&all));
    let mut sorted = all;
    let mut index = 0;
    while index < N {
        sorted[index] = all[order[index]];
        index += 1;
    }
    sorted
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
    let templates = templates(&all);
    let mut others = 0;
    while others < N && all[others].variant < variant {
        others += 1;
    }
    let mut index = others;
    while index < N && all[index].variant == variant {
        order::refuse_conflicts::<LENGTH>(&templates, index, others);
        index += 1;
    }
}
