//! Plain bytes, held against a look at each.

use super::*;
use crate::word::tests::{are_plain_naively, for_each_text};

#[test]
fn plain_bytes_are_told_from_others_wherever_they_stand() {
    for_each_text(|text| {
        assert_eq!(are_plain(text), are_plain_naively(text), "{text:?}");
    });
}

#[test]
fn plain_bytes_are_told_from_others_within_a_text() {
    let mut text = [b'a'; 40];
    for at in 0..40 {
        for byte in [b'b', b'.', b' ', 0, 0x80, b'*'] {
            text[at] = byte;
            for from in 0..=40 {
                for to in from..=40 {
                    let text = &text[..40.min(to + at % 11)];
                    let expected = are_plain_naively(&text[from..to]);
                    assert_eq!(are_plain_between(text, from, to), expected, "{text:?}");
                }
            }
        }
        text[at] = b'a';
    }
}
