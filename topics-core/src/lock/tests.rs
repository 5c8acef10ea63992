//! The format, held against the rules as the documentation has them.

use super::parse::entry;
use super::*;
use crate::template::{Template, Texts, end_before_arrow};
use alloc::string::ToString as _;
use alloc::{format, string::String};

/// What a template and an arrow are made of, and what looks like it.
const TOKENS: [&str; 16] = [
    "a", "b", "<", "<a", ":", ": ", "=", "=>", " => ", ">", ".", "..>", " | ", "-", " ", "\\",
];

/// How many tokens there are in the longest text; few with Miri, which is a thousand times slower.
const LONGEST: usize = if cfg!(miri) { 1 } else { 5 };

/// Visits every text of up to so many tokens.
fn for_each_text(tokens: usize, text: &mut String, visit: &mut impl FnMut(&str)) {
    visit(text);
    if tokens > 0 {
        for token in TOKENS {
            let length = text.len();
            text.push_str(token);
            for_each_text(tokens - 1, text, visit);
            text.truncate(length);
        }
    }
}

/// The rule as the documentation has it: the first arrow before which there is a template.
fn first_arrow(line: &str) -> Option<usize> {
    let mut arrows = (0..line.len()).filter(|at| line[*at..].starts_with(ARROW));
    arrows.find(|at| Template::new(&line[..*at]).is_ok())
}

#[test]
fn one_look_finds_the_arrow() {
    for_each_text(LONGEST, &mut String::new(), &mut |text| {
        assert_eq!(end_before_arrow(text), first_arrow(text), "{text:?}");
        let line = format!("{text} => b");
        assert_eq!(end_before_arrow(&line), first_arrow(&line), "{line:?}");
    });
}

/// Whatever is a template can be written down, with whatever payload.
#[test]
fn every_entry_is_read_as_it_was_written() {
    for_each_text(LONGEST, &mut String::new(), &mut |text| {
        let Ok(template) = Template::new(text) else {
            return;
        };
        for payload in [
            "", "P", "=>", "=> P", "-<x->", "a => b", "| b>", ">.c => d", "\\",
        ] {
            let entry = LockEntry::new(template).with_payload(payload);
            let lock = Lock::new("BusTopic", [entry]).expect("a name");
            assert_eq!(Lock::parse(&lock.to_string()).as_ref(), Ok(&lock), "{lock}");
        }
    });
}

/// As fast as the line is long: were each arrow looked at by itself, this would take minutes.
#[test]
fn a_line_of_nothing_but_arrows_is_read() {
    let arrows = " => ".repeat(if cfg!(miri) { 200 } else { 200_000 });
    for line in [
        format!("a{arrows}b"),
        format!("<a: Of<b{arrows}"),
        format!("a b{arrows}c"),
    ] {
        let is_entry = line.starts_with("a =");
        assert_eq!(entry(&line).is_ok(), is_entry);
    }
}

#[test]
fn former_names_are_sorted_and_each_is_listed_once() {
    let [a, b] = ["a", "b"].map(Template::from_static);
    let names = [("b.<x>", b), ("a.<x>", a), ("b.<x>", a)];
    let names = names.map(|(old, now)| FormerName::new(Template::from_static(old), now));
    let lock = Lock::new("BusTopic", [a, b].map(LockEntry::new)).unwrap();
    let lock = lock.with_former_names(names);
    let text = lock.to_string();
    assert!(
        text.ends_with("\nformer a.<x> => a\nformer b.<x> => b\n"),
        "{text}"
    );
    assert_eq!(Lock::parse(&text), Ok(lock));
}

#[test]
fn texts_are_added_to_a_type_if_both_are_listed() {
    let of = |texts| LockType::new("T", Texts::from_checked(texts)).unwrap();
    for (texts, added, all) in [
        ("a | c", "b", "a | b | c"),
        ("a", "<u8>", "a"),
        ("<u8>", "a", "<u8>"),
    ] {
        let mut sum = of(texts);
        sum.add_texts_of(&of(added));
        assert_eq!(sum.texts().as_str(), all);
    }
}
