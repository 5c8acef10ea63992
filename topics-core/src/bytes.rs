//! What slices of bytes lack in a `const fn`: parts of them, equality, and the pieces between dots.

use crate::word::{ends, short};

/// The bytes from one place to another.
pub(crate) const fn part(bytes: &[u8], from: usize, to: usize) -> &[u8] {
    let (before, _) = bytes.split_at(to);
    let (_, part) = before.split_at(from);
    part
}

/// Whether two texts are the same.
#[inline]
pub(crate) const fn same(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    if let (Some(a_last), Some(b_last)) = (a.last_chunk(), b.last_chunk()) {
        let mut differ = u128::from_le_bytes(*a_last) ^ u128::from_le_bytes(*b_last);
        let (mut a, mut b) = (a, b);
        while let (Some((a_first, a_rest)), Some((b_first, b_rest))) =
            (a.split_first_chunk(), b.split_first_chunk())
        {
            differ |= u128::from_le_bytes(*a_first) ^ u128::from_le_bytes(*b_first);
            (a, b) = (a_rest, b_rest);
        }
        return differ == 0;
    }
    match (ends(a), ends(b)) {
        (Some((a_first, a_last)), Some((b_first, b_last))) => {
            a_first == b_first && a_last == b_last
        }
        _ => short(a) == short(b),
    }
}

/// Whether these bytes stand at this place.
pub(crate) const fn follows(bytes: &[u8], at: usize, expected: &[u8]) -> bool {
    if bytes.len() - at < expected.len() {
        return false;
    }
    let mut offset = 0;
    while offset < expected.len() {
        if bytes[at + offset] != expected[offset] {
            return false;
        }
        offset += 1;
    }
    true
}

/// The pieces of a text between its dots, from left to right; at least one.
#[derive(Clone, Copy)]
pub(crate) struct Pieces<'a> {
    bytes: &'a [u8],
    /// Where the next piece begins; past the end when there is none.
    at: usize,
}

impl<'a> Pieces<'a> {
    pub(crate) const fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// Where the next piece begins, if there is one.
    pub(crate) const fn start(&self) -> Option<usize> {
        if self.at > self.bytes.len() {
            return None;
        }
        Some(self.at)
    }

    pub(crate) const fn next(&mut self) -> Option<&'a [u8]> {
        if self.at > self.bytes.len() {
            return None;
        }
        let start = self.at;
        let mut end = start;
        while end < self.bytes.len() && self.bytes[end] != b'.' {
            end += 1;
        }
        self.at = end + 1;
        Some(part(self.bytes, start, end))
    }
}
