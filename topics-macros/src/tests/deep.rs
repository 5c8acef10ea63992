//! Input that is nested deeper than a stack is: it is refused with a sentence, or read all the same, but
//! never ends the compiler.

use proc_macro2::{TokenStream, TokenTree};
use quote::quote;

use super::streams;
use crate::nesting::{DEEPEST, too_deep};
use crate::{derive, expand_topics, literal, segment_value};

/// As much as a thread has by default; a compiler may have more, but need not.
const STACK: usize = 2 << 20;

type Macro = fn(TokenStream) -> TokenStream;

/// The sentences that the macro refuses the text with.
fn refusals(expand: Macro, text: String) -> Vec<String> {
    // An overflow tells no more than the name of its thread.
    let name = text.chars().take(80).collect();
    let work = move || errors(expand(text.parse().unwrap()));
    let thread = std::thread::Builder::new().name(name);
    let thread = thread.stack_size(STACK).spawn(work);
    thread.unwrap().join().unwrap()
}

/// What stands in each `compile_error!`. What is passed through may be deep, so it is not printed.
fn errors(expansion: TokenStream) -> Vec<String> {
    let mut errors = Vec::new();
    for stream in streams(expansion) {
        let mut is_error = false;
        for token in stream {
            match token {
                TokenTree::Ident(name) => is_error = name == "compile_error",
                TokenTree::Group(group) if is_error => errors.push(group.stream().to_string()),
                TokenTree::Group(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => {}
            }
        }
    }
    errors
}

fn is_too_deep(refusal: &str) -> bool {
    refusal.starts_with("\"this is nested more than")
}

fn topics(tokens: TokenStream) -> TokenStream {
    expand_topics(quote!([::topics]).into_iter().chain(tokens).collect())
}

fn pattern(tokens: TokenStream) -> TokenStream {
    let tokens = quote!([::topics]).into_iter().chain(tokens).collect();
    literal::expand(literal::Kind::Pattern, tokens)
}

/// What goes around a type, an expression or a condition over and over, and the innermost.
const SHAPES: [(&str, &str, &str); 20] = [
    ("A<", "u8", ">"),
    ("a::b::A<u8, ", "u8", ">"),
    ("<A as B<", "u8", ">>::C"),
    ("&", "u8", ""),
    ("&'static mut ", "u8", ""),
    ("*const ", "u8", ""),
    ("(", "u8", ")"),
    ("(u8, ", "u8", ")"),
    ("[", "u8", "]"),
    ("[u8; ", "1", "]"),
    ("fn(", "u8", ")"),
    ("fn() -> ", "u8", ""),
    ("dyn Fn(", "u8", ")"),
    ("Box<dyn Fn() -> ", "u8", ">"),
    ("impl A<B = ", "u8", ">"),
    ("A<{ ", "1", " }>"),
    ("A!(", "u8", ")"),
    ("A<{ -", "1", "}>"),
    ("[u8; f(", "1", ")]"),
    ("[u8; x::<", "u8", ">]"),
];

fn nested((open, inner, close): (&str, &str, &str), times: usize) -> String {
    open.repeat(times) + inner + &close.repeat(times)
}

/// Where a type may be written.
const PLACES: [(Macro, &str, &str); 9] = [
    (topics, "a.<x: ", ">;"),
    (topics, "a => ", ";"),
    (topics, "a { b { c.<x: ", "> => u8; } }"),
    (derive::topic, "#[topic(\"a.<x>\")] struct A { x: ", " }"),
    (derive::topic, "#[topic(\"a\", payload = ", ")] struct A;"),
    (derive::topics, "enum A { B(", ") }"),
    (
        derive::topics,
        "enum A { #[topic(\"b.<x>\")] B { x: ",
        " } }",
    ),
    (segment_value::derive, "struct A(", ");"),
    (pattern, "A<", ">, \"a.b\""),
];

#[test]
fn types_are_read_or_refused_however_deep() {
    for (expand, before, after) in PLACES {
        for shape in SHAPES {
            for times in [DEEPEST / 4, 200, 2_000] {
                let text = format!("{before}{}{after}", nested(shape, times));
                let refusals = refusals(expand, text);
                let is_refused = refusals.iter().any(|refusal| is_too_deep(refusal));
                assert_eq!(
                    is_refused,
                    times > DEEPEST,
                    "{before}{shape:?} {times} times: {refusals:?}"
                );
            }
        }
    }
}

#[test]
fn the_deepest_that_is_read_fits_the_stack() {
    for (expand, before, after) in PLACES {
        for shape in SHAPES {
            // Not each of them adds up to the same depth, so all are tried around the limit.
            for times in (DEEPEST / 3..=DEEPEST).step_by(3) {
                refusals(expand, format!("{before}{}{after}", nested(shape, times)));
            }
        }
    }
    let groups = ("a { ", "b.<x: ", " }");
    let (open, inner, close) = groups;
    let text = open.repeat(DEEPEST)
        + inner
        + &nested(SHAPES[0], DEEPEST - 2)
        + ">;"
        + &close.repeat(DEEPEST);
    assert_eq!(refusals(topics, text), ["a"; 0]);
}

#[test]
fn groups_are_read_or_refused_however_deep() {
    let groups = |times: usize| "a { ".repeat(times) + "b;" + &" }".repeat(times) + " c;";
    assert_eq!(refusals(topics, groups(DEEPEST)), ["a"; 0]);
    for times in [DEEPEST + 1, 200, 5_000] {
        let refusals = refusals(topics, groups(times));
        assert!(
            matches!(&refusals[..], [one] if is_too_deep(one)),
            "{times}"
        );
    }
}

#[test]
fn what_is_out_of_place_is_refused_however_deep() {
    for times in [10, 200, 5_000] {
        for (open, close) in [("(", ")"), ("[", "]"), ("{", "}"), ("x {", "}")] {
            let soup = open.repeat(times) + "a" + &close.repeat(times);
            for text in [
                format!("a.{soup};"),
                format!("a.<{soup}>;"),
                format!("a.<x{soup}>;"),
                format!("a.<x: b | {soup}>;"),
                format!("a as {soup};"),
                format!("a as B {soup};"),
                format!("a => u8 as {soup};"),
                format!("pub{soup} enum A; a;"),
                format!("enum A {soup}; a;"),
                format!("enum {soup}"),
                format!("#{soup} a;"),
                format!("#[was{soup}] a;"),
                format!("#[lock = {soup}] enum A; a;"),
                format!("#[lock{soup}] enum A; a;"),
                format!("#[derive{soup}] a; "),
                soup.clone(),
            ] {
                refusals(topics, text.clone());
                refusals(pattern, text);
            }
            refusals(derive::topic, format!("#[topic{soup}] struct A;"));
            refusals(
                derive::topic,
                format!("#[topic(\"a\", b = {soup})] struct A;"),
            );
            refusals(
                derive::topics,
                format!("#[topics{soup}] enum A {{ #[topic(\"a\")] #[was{soup}] B }}"),
            );
            refusals(
                segment_value::derive,
                format!("#[segment{soup}] enum A {{ #[segment(rename = {soup})] B = {soup} }}"),
            );
        }
    }
}

#[test]
fn attributes_are_read_or_refused_however_deep() {
    for (condition, close) in [("not(", ")"), ("all(a, ", ")"), ("any(x(", "))")] {
        for times in [10, 200, 5_000] {
            let text = condition.repeat(times) + "unix" + &close.repeat(times);
            let refused = refusals(
                topics,
                format!("#[cfg({text})] a; #[cfg_attr({text}, cfg(b))] c;"),
            );
            let is_refused = refused.iter().any(|refusal| is_too_deep(refusal));
            assert_eq!(
                is_refused,
                times > DEEPEST,
                "{condition} {times}: {refused:?}"
            );
            refusals(
                topics,
                format!("#[cfg_attr({text}, was(\"b\"))] #[doc{text}] a;"),
            );
        }
    }
    for times in [10, 200, 5_000] {
        let nested = format!(
            "#[cfg_attr(a, {}b{})] c;",
            "cfg_attr(a, ".repeat(times),
            ")".repeat(times)
        );
        refusals(topics, nested);
        for shape in [
            ("(", "1", ")"),
            ("-", "1", ""),
            ("1 + ", "1", ""),
            ("f(", "1", ")"),
        ] {
            let value = self::nested(shape, times);
            refusals(topics, format!("#[doc = {value}] a; #[lock = {value}] b;"));
            refusals(
                derive::topic,
                format!("#[doc = {value}] #[topic(\"a\")] struct A;"),
            );
        }
    }
}

#[test]
fn texts_are_read_or_refused_however_deep() {
    for times in [10, 200, 1_000] {
        for template in [
            format!("a.<x: {}>", nested(SHAPES[0], times)),
            format!("a.<x: {}>", "<".repeat(times)),
            format!("a{}", ".<".repeat(times)),
            format!("a.{}{}", "{".repeat(times), "}".repeat(times)),
        ] {
            refusals(topics, format!("#[was({template:?})] a.<x>;"));
            refusals(
                derive::topic,
                format!("#[topic({template:?})] #[was({template:?})] struct A {{ x: u8 }}"),
            );
            refusals(pattern, format!("{template:?}"));
            refusals(pattern, format!("A, {template:?}"));
        }
    }
}

/// Nothing in a path is inside of something else, so there is no limit.
#[test]
fn paths_are_read_however_long() {
    let path = |one: &str| vec![one; 16_000].join(".");
    for (long, other) in [("a", "b"), ("a", "<rest..>"), ("a", "a.<rest..>")] {
        let text = format!("{} as Long; {}.{other} as Longer;", path(long), path(long));
        assert_eq!(refusals(topics, text), ["a"; 0]);
    }
    let placeholders: Vec<String> = (0..2_000).map(|index| format!("<p{index}>")).collect();
    let placeholders = placeholders.join(".");
    assert_eq!(
        refusals(
            topics,
            format!("{placeholders} as Long; {placeholders}.x as Longer;")
        ),
        ["a"; 0]
    );
    let groups = format!("{} {{ b; {}; }}", path("a"), path("c"));
    assert_eq!(refusals(topics, groups), ["a"; 0]);
    let text = format!("#[was(\"{}\")] a;", path("b"));
    assert_eq!(refusals(topics, text), ["a"; 0]);
    assert_eq!(
        refusals(
            derive::topic,
            format!("#[topic(\"{}\")] struct A;", path("b"))
        ),
        ["a"; 0]
    );
    assert_eq!(refusals(pattern, format!("\"{}\"", path("b"))), ["a"; 0]);
}

/// Each goes on where the one before ends, so all of them share their beginning.
#[test]
fn paths_are_read_however_many_go_on_from_each_other() {
    let lines = |count: usize, end: &str| -> String {
        let path = |length| vec!["a"; length].join(".");
        let lines = (1..=count).map(|length| format!("{}{end} as A{length};", path(length)));
        lines.collect()
    };
    assert_eq!(refusals(topics, lines(1_000, "")), ["a"; 0]);
    assert_eq!(refusals(topics, lines(100, ".<rest..>")), ["a"; 0]);
    assert_eq!(refusals(topics, lines(300, ".<x>")), ["a"; 0]);
}

#[test]
fn sets_are_read_however_large() {
    let values: Vec<String> = (0..2_500).map(|index| format!("v{index}")).collect();
    let values = values.join(" | ");
    let text = format!("a.<x: {values}>; b.<x: {values}>.c; b.<x: {values}>.<d>;");
    assert_eq!(refusals(topics, text), ["a"; 0]);
}

fn has_no_room_for(text: &str) -> bool {
    too_deep(text.parse::<TokenStream>().unwrap(), 0).is_some()
}

#[test]
fn what_is_inside_of_something_is_deeper() {
    let shapes = [
        ("A<", ">"),
        ("(", ")"),
        ("[", "]"),
        ("&", ""),
        ("*const ", ""),
        ("fn() -> ", ""),
        ("1 + ", ""),
        ("!", ""),
    ];
    for (open, close) in shapes {
        let nested = |times| open.repeat(times) + "A" + &close.repeat(times);
        assert!(!has_no_room_for(&nested(10)), "{open}");
        assert!(has_no_room_for(&nested(DEEPEST + 1)), "{open}");
        assert!(has_no_room_for(&nested(5_000)), "{open}");
    }
}

#[test]
fn what_stands_side_by_side_is_not() {
    for one in [
        "A<&B, C<D>>, ",
        "fn(A) -> B, ",
        "#[a(b | c & d)] #[doc = \"e\"] f: &G, ",
        "A = 1 + 1,",
        "::a::b::",
        "(A); ",
        "#[a] ",
    ] {
        assert!(!has_no_room_for(&one.repeat(1_000)), "{one}");
    }
}
