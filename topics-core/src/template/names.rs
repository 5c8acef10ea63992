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

#[cfg(test)]
mod tests {
    extern crate std;

    use super::*;
    use alloc::string::String;
    use alloc::vec::Vec;

    const fn of(text: &'static str) -> Template<'static> {
        Template::from_checked(text)
    }

    const NONE_BEFORE: Names = (of("a.<x>"), &[]);
    const TWO_BEFORE: Names = (of("<x>.<y>.c"), &[of("a.b"), of("d.<y>.<x..>")]);
    const ONE_BEFORE: Names = (of("e"), &[of("a.b.c")]);

    /// The lists of up to three variants, in each order.
    fn lists() -> Vec<Vec<Names>> {
        let each = [NONE_BEFORE, TWO_BEFORE, ONE_BEFORE];
        let mut lists = Vec::from([Vec::new()]);
        for first in each {
            lists.push(Vec::from([first]));
            for second in each {
                lists.push(Vec::from([first, second]));
                for third in each {
                    lists.push(Vec::from([first, second, third]));
                }
            }
        }
        lists
    }

    /// The names in plain words: of each variant the template, then the former ones.
    fn plainly(names: &[Names]) -> Vec<(usize, usize, Template<'static>)> {
        let variants = names.iter().enumerate();
        let all = variants.flat_map(|(variant, (template, former))| {
            let templates = core::iter::once(template).chain(*former).enumerate();
            templates.map(move |(name, template)| (variant, name, *template))
        });
        all.collect()
    }

    fn parts(name: &Name) -> (usize, usize, Template<'static>) {
        (name.variant, name.name, name.template)
    }

    #[test]
    fn they_are_counted() {
        for names in lists() {
            let all = plainly(&names);
            assert_eq!(count(&names), all.len());
            assert_eq!(count_former(&names), all.len() - names.len());
            let lengths = all
                .iter()
                .map(|(_, _, template)| template.segments().count());
            assert_eq!(most_segments(&names), lengths.max().unwrap_or(0));
        }
    }

    /// Calls the function for a list of each length that there is.
    macro_rules! of_length {
        ($length:expr, $function:ident::<$($n:literal)*>($names:expr)) => {
            match $length {
                $($n => Vec::from($function::<$n>($names)),)*
                length => panic!("a list of {length}"),
            }
        };
    }

    #[test]
    fn former_templates_keep_the_order_of_the_variants() {
        for names in lists() {
            let expected: Vec<_> = names.iter().flat_map(|(_, former)| *former).collect();
            let found = of_length!(count_former(&names), former::<0 1 2 3 4 5 6>(&names));
            assert_eq!(found.iter().collect::<Vec<_>>(), expected);
        }
    }

    #[test]
    fn each_name_is_among_the_sorted_and_none_behind_a_less_specific_one() {
        for names in lists() {
            let sorted = of_length!(count(&names), by_specificity::<0 1 2 3 4 5 6 7 8 9>(&names));
            for (place, name) in sorted.iter().enumerate() {
                for later in &sorted[place..] {
                    let (before, after) = (name.template, later.template);
                    assert!(
                        !before.covers(&after) || after.covers(&before),
                        "{before} {after}"
                    );
                }
            }
            let mut found: Vec<_> = sorted.iter().map(parts).collect();
            found.sort_by_key(|(variant, name, _)| (*variant, *name));
            assert_eq!(found, plainly(&names));
        }
    }

    /// What is said of a variant among those before it, if it is refused.
    fn refusal<const N: usize>(names: [Names; N], variant: usize) -> Option<String> {
        let refuse = move || match count(&names) {
            2 => refuse_conflicts::<5, 2>(&names, variant),
            3 => refuse_conflicts::<5, 3>(&names, variant),
            4 => refuse_conflicts::<5, 4>(&names, variant),
            count => panic!("{count} names"),
        };
        let payload = std::panic::catch_unwind(refuse).err()?;
        payload.downcast_ref::<String>().cloned()
    }

    #[test]
    fn names_of_one_variant_may_overlap() {
        const MIRROR: Names = (of("a.<x>"), &[of("<x>.a")]);
        assert_eq!(refusal([MIRROR], 0), None);
        assert_eq!(refusal([(of("e"), &[]), MIRROR], 1), None);
        assert_eq!(
            refusal([MIRROR, (of("e.<x>"), &[])], 1).as_deref(),
            Some(
                "`<x>.a` and `e.<x>` both match `e.a` and neither is more specific; declare `e.a`, or rename one"
            )
        );
    }

    #[test]
    fn each_name_is_held_against_those_of_the_variants_before() {
        const HEALTH: Names = (of("system.<id>.health"), &[of("health.<id>")]);
        const CASES: [(Names, &str); 3] = [
            (
                (of("health.<worker>"), &[]),
                "`health.<worker>` and `health.<id>` match the same topics; remove one, or tell them apart by a literal segment",
            ),
            (
                (of("b"), &[of("system.<id>.health")]),
                "`system.<id>.health` is declared twice; remove this one",
            ),
            (
                (of("b"), &[of("<x>.bus")]),
                "`health.<id>` and `<x>.bus` both match `health.bus` and neither is more specific; declare `health.bus`, or rename one",
            ),
        ];
        for (later, sentence) in CASES {
            assert_eq!(refusal([HEALTH, later], 1).as_deref(), Some(sentence));
            assert_eq!(refusal([HEALTH, later], 0), None);
        }
        // More specific than what was there is no conflict.
        assert_eq!(refusal([HEALTH, (of("health.bus"), &[])], 1), None);
    }
}
