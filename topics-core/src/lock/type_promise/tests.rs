//! What is said of a type that has other texts than a lock records.

use super::*;
use alloc::format;

fn promise(recorded: &str) -> TypePromise<'_> {
    TypePromise {
        lock: "topics.lock",
        line: 7,
        of: "Region",
        texts: Texts::from_checked(recorded),
    }
}

/// What is said of a type that has these texts now, where a lock records others.
#[track_caller]
fn is_broken(recorded: &str, now: &str, expected: &str) {
    let promise = promise(recorded);
    let now = Texts::from_checked(now);
    assert!(!now.keep(promise.texts));
    let message = promise.refuse(now);
    let rest = message
        .as_str()
        .strip_prefix("line 7 of `topics.lock` promises that `Region` can be ");
    assert_eq!(rest, Some(expected), "{}", message.as_str());
}

#[test]
fn a_type_is_told_which_of_its_texts_are_gone() {
    let remedy = ", if need be as an `alias`, or delete that line to change it on purpose";
    let one = "`eu`; restore that";
    is_broken("eu | us", "us | ap", &format!("{one}{remedy}"));
    let two = "`eu`, `us`; restore that";
    is_broken("ap | eu | us", "ap", &format!("{two}{remedy}"));
}

#[test]
fn a_type_is_told_what_it_has_instead_of_a_rule() {
    let rest = "`<u32>`, but now it can be `<u8>`; restore that, or delete that line to change it on purpose";
    is_broken("<u32>", "<u8>", rest);
    let rest = "`<u8>`, but now it can be `a | b`; restore that, or delete that line to change it on purpose";
    is_broken("<u8>", "a | b", rest);
    let rest = "`a | b`, but now it can be `<u8>`; restore that, or delete that line to change it on purpose";
    is_broken("a | b", "<u8>", rest);
}

#[test]
fn a_type_that_keeps_its_texts_passes() {
    promise("eu | us").keep(Texts::from_checked("ap | us | eu"));
}

#[test]
#[should_panic(expected = "promises that `Region` can be `eu`")]
fn a_type_that_breaks_its_promise_fails() {
    promise("eu | us").keep(Texts::from_checked("us"));
}
