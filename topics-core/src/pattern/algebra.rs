//! Sets of topics: which patterns cover and overlap which.
//!
//! Segments are strings over an unbounded alphabet, so `*` is never a finite union of literals, and
//! each question can be answered by walking both texts once, segment by segment. The arguments are
//! checked patterns.

use alloc::string::String;

use crate::bytes::{part, same};

/// The end of the segment at `at` of a checked text: the next dot, or the end of the text.
const fn end_of(bytes: &[u8], at: usize) -> usize {
    let mut end = at;
    while end < bytes.len() && bytes[end] != b'.' {
        end += 1;
    }
    end
}

/// Whether the segment at `at` of a checked pattern is this wildcard. Wildcards stand alone, so the
/// first byte tells.
const fn is(pattern: &[u8], at: usize, wildcard: u8) -> bool {
    pattern[at] == wildcard
}

pub(super) const fn covers(a: &[u8], b: &[u8]) -> bool {
    let (mut i, mut j) = (0, 0);
    loop {
        if is(a, i, b'>') {
            return true;
        }
        if is(b, j, b'>') {
            return false;
        }
        let (a_end, b_end) = (end_of(a, i), end_of(b, j));
        if !is(a, i, b'*') && (is(b, j, b'*') || !same(part(a, i, a_end), part(b, j, b_end))) {
            return false;
        }
        match (a_end == a.len(), b_end == b.len()) {
            (true, true) => return true,
            (false, false) => (i, j) = (a_end + 1, b_end + 1),
            _ => return false,
        }
    }
}

pub(super) const fn overlaps(a: &[u8], b: &[u8]) -> bool {
    let (mut i, mut j) = (0, 0);
    loop {
        // Both have a segment left, so a tail on either side can take all that the other has.
        if is(a, i, b'>') || is(b, j, b'>') {
            return true;
        }
        let (a_end, b_end) = (end_of(a, i), end_of(b, j));
        if !is(a, i, b'*') && !is(b, j, b'*') && !same(part(a, i, a_end), part(b, j, b_end)) {
            return false;
        }
        match (a_end == a.len(), b_end == b.len()) {
            (true, true) => return true,
            (false, false) => (i, j) = (a_end + 1, b_end + 1),
            _ => return false,
        }
    }
}

pub(super) fn intersection(a: &str, b: &str) -> Option<String> {
    if !overlaps(a.as_bytes(), b.as_bytes()) {
        return None;
    }
    let mut both = String::with_capacity(a.len().max(b.len()));
    let (mut rest_a, mut rest_b) = (a, b);
    loop {
        // Where one side takes anything that follows, the other side says what.
        if rest_a == ">" || rest_b == ">" {
            both.push_str(if rest_a == ">" { rest_b } else { rest_a });
            return Some(both);
        }
        let (a_segment, a_next) = first(rest_a);
        let (b_segment, b_next) = first(rest_b);
        both.push_str(if a_segment == "*" {
            b_segment
        } else {
            a_segment
        });
        match (a_next, b_next) {
            (Some(a_next), Some(b_next)) => (rest_a, rest_b) = (a_next, b_next),
            _ => return Some(both),
        }
        both.push('.');
    }
}

fn first(pattern: &str) -> (&str, Option<&str>) {
    match pattern.split_once('.') {
        Some((segment, rest)) => (segment, Some(rest)),
        None => (pattern, None),
    }
}
