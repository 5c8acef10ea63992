//! The dots of a text, held against a search byte by byte.

use super::*;
use crate::word::tests::{STEP, are_plain_naively, for_each_text};
use alloc::vec;

fn dots_naively(text: &[u8]) -> Option<u64> {
    let are_segments = text.split(|byte| *byte == b'.').all(are_plain_naively);
    let dots = (0..text.len()).filter(|at| text[*at] == b'.');
    (are_segments && text.len() < 64).then(|| dots.map(|at| 1 << at).sum())
}

#[test]
fn dots_are_found_wherever_two_are() {
    for length in (0..=70).step_by(STEP) {
        let mut text = vec![b'a'; length];
        for first in (0..length).step_by(STEP) {
            for second in (first..length).step_by(STEP) {
                (text[first], text[second]) = (b'.', b'.');
                assert_eq!(dots_of_short(&text), dots_naively(&text), "{text:?}");
                (text[first], text[second]) = (b'a', b'a');
            }
        }
    }
}

#[test]
fn dots_are_found_between_any_bytes() {
    for_each_text(|text| assert_eq!(dots_of_short(text), dots_naively(text), "{text:?}"));
}

/// Marks of what is wrong may stand at the same bits.
#[test]
fn two_faults_do_not_make_up_for_each_other() {
    for at in 0..8 {
        let mut text = *b"aaaaaaaaaaaaaaaaaaaaaaaa";
        text[at] = b'*';
        for dot in 8..22 {
            let mut text = text;
            (text[dot], text[dot + 1]) = (b'.', b'.');
            for length in dot + 2..=text.len() {
                assert_eq!(dots_of_short(&text[..length]), None);
                assert_eq!(dots_of_short(&text[dot + 1 - 8..length]), None);
            }
        }
    }
    assert_eq!(dots_of_short(b"*aaaaa..a"), None);
}
