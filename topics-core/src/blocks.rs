//! The dots of a text, 64 bytes at a time, and with them whether the text is a topic.
//!
//! A topic is looked at once: what comes of it is one bit for each dot, and whoever cuts the topic into its
//! segments counts in these bits. Vectors are left to the compiler, which finds them in loops over arrays
//! whose length it knows.

#![expect(
    clippy::inline_always,
    reason = "parts of one loop, which must not be calls"
)]
#![expect(clippy::needless_bitwise_bool, reason = "vectors have no branches")]

use crate::word::{dot_byte, ends, keep, odd, short};

/// Whether a text is segments of plain bytes, joined by dots.
pub(crate) const fn are_plain_segments(bytes: &[u8]) -> bool {
    if bytes.len() < 64 {
        return dots_of_short(bytes).is_some();
    }
    let mut blocks = Blocks::new(bytes);
    while !blocks.is_over() {
        if blocks.next_dots().is_none() {
            return false;
        }
    }
    true
}

/// One bit for each byte of a text of less than 64, set where it is a dot, if the text is segments of plain bytes,
/// joined by dots.
///
/// A call, since it is much code for each of the places that ask.
#[inline(never)]
pub(crate) const fn dots_of_short(bytes: &[u8]) -> Option<u64> {
    if bytes.len() >= 64 {
        return None;
    }
    Blocks::new(bytes).next_dots()
}

/// A text, 64 bytes at a time; the last block is what is left.
pub(crate) struct Blocks<'t> {
    rest: &'t [u8],
    /// The lowest bit, if the byte before is a dot, or if there is none.
    after_dot: u64,
}

impl<'t> Blocks<'t> {
    #[inline(always)]
    pub(crate) const fn new(bytes: &'t [u8]) -> Self {
        Self {
            rest: bytes,
            after_dot: 1,
        }
    }

    /// Whether all blocks have been looked at. A text has one at least, and an empty text is no segment.
    #[inline(always)]
    pub(crate) const fn is_over(&self) -> bool {
        self.rest.is_empty() && self.after_dot == 0
    }

    /// One bit for each byte of the next block, set where it is a dot. Nothing if some byte is neither plain
    /// nor a dot, or if a segment is empty.
    #[inline(always)]
    pub(crate) const fn next_dots(&mut self) -> Option<u64> {
        let (block, rest) = match self.rest.split_at_checked(64) {
            Some(parts) => parts,
            None => (self.rest, [].as_slice()),
        };
        let Some(last) = block.len().checked_sub(1) else {
            return None;
        };
        let dots = plain_dots(block);
        // A dot that ends the text is followed by nothing.
        let last_bit = if rest.is_empty() { 1 << last } else { 0 };
        let empty = dots & (dots << 1 | self.after_dot | last_bit);
        if empty != 0 {
            return None;
        }
        self.rest = rest;
        self.after_dot = dots >> 63;
        Some(dots)
    }
}

/// One bit for each byte of a text of at most 64, set where it is a dot; bits of two bytes in a row, if some byte is
/// neither plain nor a dot.
///
/// The bytes are looked at as their beginning and their end, which overlap, so that for nearly any length the
/// steps are the same.
#[inline(always)]
const fn plain_dots(bytes: &[u8]) -> u64 {
    let length = bytes.len();
    if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        let dots = transpose(columns_of_32(first, last));
        return dots & 0xffff_ffff | dots >> 32 << ((length - 32) % 64);
    }
    if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        let dots = transpose(columns_of_16(first, last));
        return dots & 0xffff | dots >> 16 << (length - 16);
    }
    plain_dots_of_few(bytes)
}

/// The same of fewer than 16 bytes.
#[inline]
const fn plain_dots_of_few(bytes: &[u8]) -> u64 {
    let (dots, odd) = match ends(bytes) {
        Some((first, last)) => (
            dot_byte(first) | dot_byte(last) << (bytes.len() - 8),
            odd(first) | odd(last),
        ),
        None => {
            let word = short(bytes);
            (dot_byte(word), keep(odd(word), bytes.len()))
        }
    };
    if odd == 0 { dots } else { u64::MAX }
}

/// Whether a byte is neither plain nor a dot.
#[inline(always)]
const fn is_odd(byte: u8) -> bool {
    // Signed, so what is above 0x7f is below.
    (byte.cast_signed() <= 0x20) | (byte == 0x7f) | (byte == b'*') | (byte == b'>')
}

/// A bit for each of 16 bytes: that of their column, in the bytes of the columns' words.
const fn bits_of_columns(column: u8) -> [u8; 16] {
    let mut bits = [1 << column; 16];
    let mut at = 8;
    while at < 16 {
        bits[at] <<= 1;
        at += 1;
    }
    bits
}

const COLUMNS: [[u8; 16]; 4] = [
    bits_of_columns(0),
    bits_of_columns(2),
    bits_of_columns(4),
    bits_of_columns(6),
];

#[inline(always)]
const fn if_dot(byte: u8, bit: u8) -> u8 {
    if byte == b'.' { bit } else { 0 }
}

/// The dots among two pieces of 32 bytes: of eight words in a row, the bit *w* of the byte *b* is that of the
/// byte *b* of the word *w*. All bits, if some byte is neither plain nor a dot.
///
/// Compiles to a few instructions on vectors, where there are such; kept apart, since next to other looks at
/// the same bytes the compiler finds no vector in it.
#[inline(never)]
const fn columns_of_32(first: &[u8; 32], last: &[u8; 32]) -> u64 {
    let (mut odd, mut columns) = ([0; 16], [0; 16]);
    let mut at = 0;
    while at < 16 {
        let [a, b, c, d] = [first[at], first[at + 16], last[at], last[at + 16]];
        odd[at] = (is_odd(a) | is_odd(b) | is_odd(c) | is_odd(d)) as u8;
        columns[at] = if_dot(a, COLUMNS[0][at])
            | if_dot(b, COLUMNS[1][at])
            | if_dot(c, COLUMNS[2][at])
            | if_dot(d, COLUMNS[3][at]);
        at += 1;
    }
    join_columns(odd, columns)
}

/// The same of two pieces of 16 bytes, which are four words.
#[inline(never)]
const fn columns_of_16(first: &[u8; 16], last: &[u8; 16]) -> u64 {
    let (mut odd, mut columns) = ([0; 16], [0; 16]);
    let mut at = 0;
    while at < 16 {
        odd[at] = (is_odd(first[at]) | is_odd(last[at])) as u8;
        columns[at] = if_dot(first[at], COLUMNS[0][at]) | if_dot(last[at], COLUMNS[1][at]);
        at += 1;
    }
    join_columns(odd, columns)
}

#[inline(always)]
#[expect(clippy::cast_possible_truncation, reason = "each half is taken")]
const fn join_columns(odd: [u8; 16], columns: [u8; 16]) -> u64 {
    if u128::from_le_bytes(odd) != 0 {
        return u64::MAX;
    }
    let columns = u128::from_le_bytes(columns);
    columns as u64 | (columns >> 64) as u64
}

/// Exchanges rows and columns of eight bytes of eight bits, as in Warren's *Hacker's Delight*, 7-3.
#[inline(always)]
const fn transpose(bits: u64) -> u64 {
    let bits = exchange(bits, 7, 0x00aa_00aa_00aa_00aa);
    let bits = exchange(bits, 14, 0x0000_cccc_0000_cccc);
    exchange(bits, 28, 0x0000_0000_f0f0_f0f0)
}

/// Exchanges these bits with those so many places above.
#[inline(always)]
const fn exchange(bits: u64, places: u32, these: u64) -> u64 {
    let differ = (bits ^ bits >> places) & these;
    bits ^ differ ^ differ << places
}

#[cfg(test)]
mod tests;
