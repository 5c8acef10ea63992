//! The names of an enum, by hand and in plain words.

extern crate std;

use super::*;
use alloc::string::String;
use alloc::vec::Vec;

const fn of(text: &'static str) -> Template<'static> {
    Template::from_checked(text)
}

const fn names(template: &'static str, former: &'static [Template<'static>]) -> Names {
    Names {
        template: of(template),
        former,
        types: &[],
        is_first: false,
    }
}

const NONE_BEFORE: Names = names("a.<x>", &[]);
const TWO_BEFORE: Names = names("<x>.<y>.c", &[of("a.b"), of("d.<y>.<x..>")]);
const ONE_BEFORE: Names = names("e", &[of("a.b.c")]);

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
    let all = variants.flat_map(|(variant, of)| {
        let templates = core::iter::once(&of.template).chain(of.former).enumerate();
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
        let expected: Vec<_> = names.iter().flat_map(|of| of.former).collect();
        let found = of_length!(count_former(&names), former::<0 1 2 3 4 5 6>(&names));
        assert_eq!(found.iter().collect::<Vec<_>>(), expected);
    }
}

#[test]
fn each_name_is_among_the_sorted_and_none_behind_a_less_specific_one() {
    for names in lists() {
        let sorted = of_length!(count(&names), in_parse_order::<0 1 2 3 4 5 6 7 8 9>(&names));
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
    const MIRROR: Names = names("a.<x>", &[of("<x>.a")]);
    assert_eq!(refusal([MIRROR], 0), None);
    assert_eq!(refusal([names("e", &[]), MIRROR], 1), None);
    assert_eq!(
        refusal([MIRROR, names("e.<x>", &[])], 1).as_deref(),
        Some(
            "`<x>.a` and `e.<x>` both match `e.a` and neither is more specific; write `first` in the `#[topic(…)]` of the one that is meant, or rename one"
        )
    );
}

#[test]
fn each_name_is_held_against_those_of_the_variants_before() {
    const HEALTH: Names = names("system.<id>.health", &[of("health.<id>")]);
    const CASES: [(Names, &str); 3] = [
        (
            names("health.<worker>", &[]),
            "`health.<worker>` and `health.<id>` match the same topics; remove one, or tell them apart by a literal segment",
        ),
        (
            names("b", &[of("system.<id>.health")]),
            "`system.<id>.health` is declared twice; remove this one",
        ),
        (
            names("b", &[of("<x>.bus")]),
            "`health.<id>` and `<x>.bus` both match `health.bus` and neither is more specific; write `first` in the `#[topic(…)]` of the one that is meant, or rename one",
        ),
    ];
    for (later, sentence) in CASES {
        assert_eq!(refusal([HEALTH, later], 1).as_deref(), Some(sentence));
        assert_eq!(refusal([HEALTH, later], 0), None);
    }
    // More specific than what was there is no conflict.
    assert_eq!(refusal([HEALTH, names("health.bus", &[])], 1), None);
}

const fn first(names: Names) -> Names {
    Names {
        is_first: true,
        ..names
    }
}

#[test]
fn the_first_is_read_first_and_what_is_more_specific_before_it() {
    const A: Names = names("a.<x>.c", &[]);
    const B: Names = first(names("a.b.<y>", &[]));
    const C: Names = names("a.b.c", &[]);
    for list in [[A, B, C], [C, B, A], [A, C, B]] {
        let order = in_parse_order::<3>(&list).map(|name| name.template.as_str());
        assert_eq!(order, ["a.b.c", "a.b.<y>", "a.<x>.c"]);
    }
    assert_eq!(refusal([A, B], 1), None);
    assert_eq!(
        refusal([first(A), B], 1).as_deref(),
        Some(
            "`a.<x>.c` and `a.b.<y>` both match `a.b.c` and both are `first`; take it from one of them, or rename one"
        )
    );
    assert_eq!(refusal([first(A), B, C], 1), None);
}

#[test]
fn names_that_win_in_a_circle_are_refused() {
    // The first is more specific than the second, which is read before the third, and that likewise.
    const CIRCLE: [Names; 5] = [
        names("<p>.a.<q>.a.<r>", &[]),
        first(names("<p>.a.<q>.<s>.<r>", &[])),
        names("a.<p>.<q>.<s>.b", &[]),
        first(names("a.<p>.<q>.<s>.<r>", &[])),
        names("a.a.<q>.<s>.<r>", &[]),
    ];
    let order = std::panic::catch_unwind(|| in_parse_order::<5>(&CIRCLE));
    let message = order.expect_err("a circle");
    let message = message.downcast_ref::<String>().expect("a text");
    assert!(
        message.starts_with("these templates win over each other in a circle: `"),
        "{message}"
    );
}
