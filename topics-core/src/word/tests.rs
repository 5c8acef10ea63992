//! What is told of eight bytes, held against a look at each.

use super::*;
use crate::bytes::same;
use alloc::vec;
use alloc::vec::Vec;

fn is_plain_naively(byte: u8) -> bool {
    (b'!'..=b'~').contains(&byte) && !b".*>".contains(&byte)
}

pub(crate) fn are_plain_naively(bytes: &[u8]) -> bool {
    !bytes.is_empty() && bytes.iter().all(|byte| is_plain_naively(*byte))
}

/// Miri is a thousand times slower, so it takes only some of the cases.
pub(crate) const STEP: usize = if cfg!(miri) { 29 } else { 1 };

/// Texts of every length up to more than two blocks, with every byte at every place.
pub(crate) fn for_each_text(mut check: impl FnMut(&[u8])) {
    for length in (0..=135).step_by(STEP) {
        let mut text = vec![b'a'; length];
        check(&text);
        for at in (0..length).step_by(STEP) {
            for byte in (0..=u8::MAX).step_by(STEP) {
                text[at] = byte;
                check(&text);
            }
            text[at] = b'a';
        }
    }
}

#[test]
fn every_byte_of_a_word_is_marked_alone() {
    for byte in (0..=u8::MAX).step_by(STEP) {
        for at in 0..8 {
            for others in [b'a', b'.', b'*', b'>', 0, 0x7f, 0x80, 0xff] {
                let mut bytes = [others; 8];
                bytes[at] = byte;
                let word = u64::from_le_bytes(bytes);
                let mask = |is: fn(u8) -> bool| {
                    let marks = bytes.map(|byte| if is(byte) { 0x80 } else { 0 });
                    u64::from_le_bytes(marks)
                };
                assert_eq!(dots(word), mask(|byte| byte == b'.'), "{bytes:?}");
                assert_eq!(
                    stops(word),
                    mask(|byte| !is_plain_naively(byte)),
                    "{bytes:?}"
                );
            }
        }
    }
}

#[test]
fn a_word_is_what_follows_and_then_zeros() {
    let bytes: Vec<u8> = (1..=24).collect();
    for length in 0..=24 {
        for at in 0..=length + 9 {
            let mut expected = [0; 8];
            let rest = bytes[..length].get(at..).unwrap_or_default();
            for (to, from) in expected.iter_mut().zip(rest) {
                *to = *from;
            }
            let found = load(&bytes[..length], at).to_le_bytes();
            assert_eq!(found, expected, "{length} {at}");
        }
    }
}

#[test]
fn texts_are_the_same_where_no_byte_differs() {
    for length in (0..=140).step_by(STEP) {
        let b = "b".repeat(length);
        assert!(same(&b.clone(), &b), "{length}");
        assert!(!same(&b, &"b".repeat(length + 1)), "{length}");
        for differs in 0..length {
            let mut a = b.clone();
            a.replace_range(differs..=differs, "c");
            assert!(!same(&a, &b), "{length} {differs}");
        }
    }
}

#[test]
fn bytes_are_alike_where_none_differs() {
    for length in (0..=140).step_by(STEP) {
        for (at, b_at) in [(0, 0), (0, 3), (9, 0), (2, 17)] {
            for behind in [0, 1, 9] {
                let mut a = vec![b'b'; at + length + behind];
                let b = vec![b'b'; b_at + length + behind / 2];
                let (end, b_end) = (at + length, b_at + length);
                assert!(are_alike(&a, end, &b, b_end, length), "{length}");
                for differs in 0..a.len() {
                    a[differs] = b'c';
                    let expected = !(at..at + length).contains(&differs);
                    let found = are_alike(&a, end, &b, b_end, length);
                    assert_eq!(found, expected, "{length} {differs}");
                    a[differs] = b'b';
                }
            }
        }
    }
}
