//! The names of an enum, by hand and in plain words.

extern crate std;

use super::*;
use alloc::format;
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
        rank: 0,
        variant: 0,
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

/// The lines of variants.
fn of_variants(variants: &[&[Names]]) -> Vec<Names> {
    let numbered = variants.iter().enumerate().flat_map(|(variant, lines)| {
        let lines = lines.iter();
        lines.map(move |line| Names { variant, ..*line })
    });
    numbered.collect()
}

/// Each line as a variant of its own.
fn alone(lines: &[Names]) -> Vec<Names> {
    let variants: Vec<&[Names]> = lines.iter().map(core::slice::from_ref).collect();
    of_variants(&variants)
}

/// The names in plain words: of each line the template, then the former ones.
fn plainly(lines: &[Names]) -> Vec<Template<'static>> {
    let all = lines.iter();
    let all = all.flat_map(|of| core::iter::once(&of.template).chain(of.former));
    all.copied().collect()
}

#[test]
fn they_are_counted() {
    for lines in lists() {
        let all = plainly(&lines);
        assert_eq!(Which::All.count(&alone(&lines)), all.len());
        assert_eq!(Which::Present.count(&alone(&lines)), lines.len());
        assert_eq!(Which::Former.count(&lines), all.len() - lines.len());
        let lengths = all.iter().map(|template| template.segments().count());
        assert_eq!(most_segments(&lines), lengths.max().unwrap_or(0));
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

fn templates<const N: usize>(lines: &[Names]) -> [Template<'static>; N] {
    Which::Present.templates(lines)
}

fn former<const N: usize>(lines: &[Names]) -> [Template<'static>; N] {
    Which::Former.templates(lines)
}

#[test]
fn templates_keep_the_order_of_the_lines() {
    for list in lists() {
        let expected: Vec<_> = list.iter().flat_map(|of| of.former).collect();
        let found = of_length!(
            Which::Former.count(&list),
            former::<0 1 2 3 4 5 6>(&list)
        );
        assert_eq!(found.iter().collect::<Vec<_>>(), expected);
        let expected: Vec<_> = list.iter().map(|of| of.template).collect();
        assert_eq!(
            of_length!(list.len(), templates::<0 1 2 3>(&list)),
            expected
        );
        let variants: Vec<_> = list
            .iter()
            .map(|line| (false, core::slice::from_ref(line)))
            .collect();
        let flat = of_length!(list.len(), lines::<0 1 2 3>(&variants));
        assert_eq!(plainly(&flat), plainly(&list));
        assert!(flat.iter().map(|line| line.variant).eq(0..list.len()));
    }
}

#[test]
fn below_a_root_each_name_has_it_before_it() {
    const LINES: &[Names] = &[TWO_BEFORE, NONE_BEFORE, first(ONE_BEFORE)];
    const LENGTH: usize = text_below::<0>("t.u", LINES).1;
    let (text, length) = text_below::<LENGTH>("t.u", LINES);
    assert_eq!(length, LENGTH);
    let templates = templates_below::<6>("t.u", LINES, Vec::from(text).leak());
    let below = lines_below::<3>(LINES, Vec::from(templates).leak());
    let expected: Vec<String> = plainly(LINES)
        .iter()
        .map(|of| format!("t.u.{of}"))
        .collect();
    let found: Vec<String> = plainly(&below).iter().map(|of| format!("{of}")).collect();
    assert_eq!(found, expected);
    assert_eq!(below.map(|of| of.rank), [0, 0, 1]);
}

/// The names of two variants in their order; each of the two has some lines.
fn order(one: &[Names], other: &[Names]) -> Vec<Template<'static>> {
    let lines = of_variants(&[one, other]);
    of_length!(Which::All.count(&lines), in_parse_order::<0 1 2 3 4 5 6 7 8 9>(&lines))
}

#[test]
fn each_name_is_among_the_sorted_and_no_shared_one_behind_a_less_specific_one() {
    for lines in lists() {
        for cut in 0..=lines.len() {
            let (one, other) = lines.split_at(cut);
            let mut sorted = order(one, other);
            let of = [plainly(one), plainly(other)];
            let is_shared = |name: &Template<'_>| {
                let mut both = of.iter();
                both.all(|names| names.iter().any(|other| name.overlaps(other)))
            };
            let shared: Vec<_> = sorted.iter().filter(|name| is_shared(name)).collect();
            for (place, before) in shared.iter().enumerate() {
                for after in &shared[place..] {
                    assert!(
                        !before.covers(after) || after.covers(before),
                        "{before} {after}"
                    );
                }
            }
            let mut expected = of.concat();
            expected.sort_unstable();
            sorted.sort_unstable();
            assert_eq!(sorted, expected);
        }
    }
}

/// What is said of a variant among those before it, if it is refused.
fn refusal<const N: usize>(lines: [Names; N], variant: usize) -> Option<String> {
    let refuse = move || match Which::All.count(&alone(&lines)) {
        2 => refuse_conflicts::<2>(&alone(&lines), variant),
        3 => refuse_conflicts::<3>(&alone(&lines), variant),
        4 => refuse_conflicts::<4>(&alone(&lines), variant),
        count => panic!("{count} names"),
    };
    let payload = std::panic::catch_unwind(refuse).err()?;
    let message = payload.downcast_ref::<String>();
    Some(message.expect("a message").clone())
}

#[test]
fn names_of_one_variant_may_overlap() {
    const MIRROR: Names = names("a.<x>", &[of("<x>.a")]);
    assert_eq!(refusal([MIRROR], 0), None);
    assert_eq!(refusal([names("e", &[]), MIRROR], 1), None);
    assert_eq!(
        refusal([MIRROR, names("e.<x>", &[])], 1).as_deref(),
        Some(
            "`<x>.a` and `e.<x>` both match `e.a` and neither is more specific; write `#[first]` before the line that is meant, or `first` in its `#[topic(…)]`, or `#[topics(first)]` before its variant, or rename one"
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
            "`health.<id>` and `<x>.bus` both match `health.bus` and neither is more specific; write `#[first]` before the line that is meant, or `first` in its `#[topic(…)]`, or `#[topics(first)]` before its variant, or rename one",
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
    Names { rank: 1, ..names }
}

#[test]
fn the_first_is_read_first_and_what_is_more_specific_before_it() {
    const A: Names = names("a.<x>.c", &[]);
    const B: Names = first(names("a.b.<y>", &[]));
    const C: Names = names("a.b.c", &[]);
    for list in [[A, B, C], [C, B, A], [A, C, B]] {
        let order = in_parse_order::<3>(&alone(&list));
        let order = order.map(|name| name.as_str());
        assert_eq!(order, ["a.b.c", "a.b.<y>", "a.<x>.c"]);
    }
    assert_eq!(refusal([A, B], 1), None);
    assert_eq!(
        refusal([first(A), B], 1).as_deref(),
        Some(
            "`a.<x>.c` and `a.b.<y>` both match `a.b.c` and both are `first`; remove it from one of them, or rename one"
        )
    );
    assert_eq!(refusal([first(A), B, C], 1), None);
}

#[test]
fn all_lines_of_a_first_variant_are_before_those_of_others() {
    let variants: [(bool, &[Names]); 3] = [
        (false, &[ONE_BEFORE, first(ONE_BEFORE)]),
        (true, &[NONE_BEFORE, first(TWO_BEFORE)]),
        (false, &[NONE_BEFORE]),
    ];
    let lines = lines::<5>(&variants);
    assert_eq!(lines.map(|line| line.rank), [0, 1, 2, 3, 0]);
    let names = plainly(&lines[1..4]);
    assert_eq!(Which::First.count(&lines), names.len());
    assert_eq!(Vec::from(Which::First.templates::<6>(&lines)), names);
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
    // Nor may the circle run through two names of one variant.
    let between = Names {
        rank: 2,
        ..names("a.<p>.<q>", &[])
    };
    let around = [names("a.b.<p>", &[]), first(names("<p>.b.c", &[]))];
    let of_two = of_variants(&[&around, &[between]]);
    for order in [
        std::panic::catch_unwind(|| Vec::from(in_parse_order::<5>(&alone(&CIRCLE)))),
        std::panic::catch_unwind(|| Vec::from(in_parse_order::<3>(&of_two))),
    ] {
        let message = order.expect_err("a circle");
        let message = message.downcast_ref::<String>().expect("a text");
        assert!(
            message.starts_with("these templates each win over the next in a circle: `"),
            "{message}"
        );
    }
}
