//! The dots of a text, held against a search byte by byte.

use super::*;
use crate::word::tests::{STEP, are_plain_naively, for_each_text};
use alloc::vec;
use alloc::vec::Vec;

fn are_segments_naively(bytes: &[u8]) -> bool {
    bytes.split(|byte| *byte == b'.').all(are_plain_naively)
}

/// The dots of a text, block by block, if all of it is segments of plain bytes.
fn dots_of(text: &[u8]) -> Option<Vec<usize>> {
    let mut blocks = Blocks::new(text);
    let (mut dots, mut from) = (Vec::new(), 0);
    while !blocks.is_over() {
        let bits = blocks.next_dots()?;
        dots.extend((0..64).filter(|at| bits >> at & 1 == 1).map(|at| from + at));
        from += 64;
    }
    Some(dots)
}

fn dots_naively(text: &[u8]) -> Option<Vec<usize>> {
    let dots = (0..text.len()).filter(|at| text[*at] == b'.').collect();
    are_segments_naively(text).then_some(dots)
}

#[test]
fn dots_are_found_wherever_two_are() {
    for length in (0..=140).step_by(STEP) {
        let mut text = vec![b'a'; length];
        for first in (0..length).step_by(STEP) {
            for second in (first..length).step_by(STEP) {
                (text[first], text[second]) = (b'.', b'.');
                assert_eq!(dots_of(&text), dots_naively(&text), "{text:?}");
                (text[first], text[second]) = (b'a', b'a');
            }
        }
    }
}

#[test]
fn dots_are_found_between_any_bytes() {
    for_each_text(|text| assert_eq!(dots_of(text), dots_naively(text), "{text:?}"));
}

#[test]
fn plain_segments_are_told_from_others_wherever_they_stand() {
    for_each_text(|text| {
        let expected = are_segments_naively(text);
        assert_eq!(are_plain_segments(text), expected, "{text:?}");
    });
}

#[test]
fn plain_bytes_are_told_from_others_wherever_they_stand() {
    for_each_text(|text| {
        assert_eq!(are_plain(text), are_plain_naively(text), "{text:?}");
    });
}
