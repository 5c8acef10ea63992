//! The rules, for every character there is.

use super::*;
use crate::word::tests::{are_plain_naively, for_each_text};
use alloc::format;

/// Miri is a thousand times slower, so it takes only some of the characters.
fn characters() -> impl Iterator<Item = char> {
    ('\0'..=char::MAX).step_by(if cfg!(miri) { 997 } else { 1 })
}

/// The rule in the words of the documentation, for every character there is.
#[test]
fn every_character_is_judged_as_the_rule_says() {
    for c in characters() {
        let refused = c.is_whitespace() || c.is_control() || ".*>\u{fffd}".contains(c);
        for text in [
            format!("{c}"),
            format!("a{c}"),
            format!("{c}b"),
            format!("a{c}b"),
        ] {
            let result = check_segment(text.as_bytes());
            assert_eq!(result.is_err(), refused, "{text:?}");
            if let Err(fault) = result {
                assert_eq!(Some(fault.at), text.find(c), "{text:?}");
            }
        }
    }
}

#[test]
fn every_forbidden_character_has_its_kind() {
    for c in characters() {
        let expected = match c {
            '.' => Some(TextErrorKind::Dot),
            '*' | '>' => Some(TextErrorKind::Wildcard),
            '\u{fffd}' => Some(TextErrorKind::ReplacementCharacter),
            c if c.is_whitespace() => Some(TextErrorKind::Whitespace),
            c if c.is_control() => Some(TextErrorKind::Control),
            _ => None,
        };
        let found = check_segment(format!("a{c}b").as_bytes());
        assert_eq!(found.err().map(|fault| fault.kind), expected, "{c:?}");
    }
}

#[test]
fn plain_bytes_are_told_from_others_wherever_they_stand() {
    for_each_text(|text| {
        assert_eq!(are_plain(text), are_plain_naively(text), "{text:?}");
    });
}
