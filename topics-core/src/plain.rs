//! Whether bytes are plain: printable ASCII, and neither a dot nor a wildcard.

#![expect(
    clippy::inline_always,
    reason = "parts of one loop, which must not be calls"
)]
#![expect(clippy::needless_bitwise_bool, reason = "vectors have no branches")]

use crate::bytes::part;
use crate::word::{ends, keep, load, short, stops};

/// Whether there are bytes, all of them plain.
pub(crate) const fn are_plain(bytes: &[u8]) -> bool {
    if bytes.len() > 16 {
        return are_many_plain(bytes);
    }
    match ends(bytes) {
        Some((first, last)) => stops(first) | stops(last) == 0,
        None => !bytes.is_empty() && keep(stops(short(bytes)), bytes.len()) == 0,
    }
}

/// Whether there are bytes between two places, all of them plain, which may be few but stand in a longer text.
pub(crate) const fn are_plain_between(bytes: &[u8], from: usize, to: usize) -> bool {
    let length = to - from;
    if length > 16 {
        return are_many_plain(part(bytes, from, to));
    }
    let first = stops(load(bytes, from));
    let last = stops(load(bytes, from + length.saturating_sub(8)));
    length > 0 && keep(first | last, length) == 0
}

/// Whether all of more than 16 bytes are plain.
#[inline]
const fn are_many_plain(bytes: &[u8]) -> bool {
    if bytes.len() > 64 {
        return are_more_plain(bytes);
    }
    if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        return are_32_plain(first, last);
    }
    match (bytes.first_chunk(), bytes.last_chunk()) {
        (Some(first), Some(last)) => are_16_plain(first, last),
        _ => false,
    }
}

/// The same of more than 64 bytes.
#[cold]
const fn are_more_plain(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    while let (Some((first, behind)), Some(last)) = (rest.split_first_chunk(), bytes.last_chunk()) {
        if !are_32_plain(first, last) {
            return false;
        }
        rest = behind;
    }
    true
}

/// Whether a byte is plain.
#[inline(always)]
const fn is_plain(byte: u8) -> bool {
    // `*` and `.` differ in one bit.
    (byte.cast_signed() > 0x20) & (byte != 0x7f) & (byte | 0x04 != b'.') & (byte != b'>')
}

/// Whether all bytes of two pieces are plain.
///
/// Compiles to a few instructions on vectors, where there are such; kept apart, since next to other looks at
/// the same bytes the compiler finds no vector in it.
#[inline(never)]
const fn are_32_plain(first: &[u8; 32], last: &[u8; 32]) -> bool {
    let mut are_plain = true;
    let mut at = 0;
    while at < 32 {
        are_plain &= is_plain(first[at]) & is_plain(last[at]);
        at += 1;
    }
    are_plain
}

/// The same of shorter pieces; in an array, or else the compiler finds no vector of 16.
#[inline(never)]
const fn are_16_plain(first: &[u8; 16], last: &[u8; 16]) -> bool {
    let mut odd = [0; 16];
    let mut at = 0;
    while at < 16 {
        odd[at] = !(is_plain(first[at]) & is_plain(last[at])) as u8;
        at += 1;
    }
    u128::from_le_bytes(odd) == 0
}

#[cfg(test)]
mod tests;
