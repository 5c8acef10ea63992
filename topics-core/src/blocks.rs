//! What nearly all texts are, found without a look at each byte: plain, which is printable ASCII without dots and
//! wildcards, or plain segments and dots.
//!
//! A topic is looked at once: what comes of it is one bit for each dot, and whoever cuts the topic into its
//! segments counts in these bits. To look up byte after byte in a table takes more than twice as long. Vectors are
//! left to the compiler, which finds them in loops over arrays whose length it knows.

#![expect(
    clippy::inline_always,
    reason = "parts of one loop, which must not be calls"
)]
#![expect(clippy::needless_bitwise_bool, reason = "vectors have no branches")]

use crate::bytes::part;
use crate::word::{dot_byte, ends, keep, load, odd, short, stops};

/// Whether there are bytes, all of them plain.
#[inline]
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
    if length >= 32 {
        let [first, last] = [lane(bytes, 0), lane(bytes, length - 16)];
        let dots = columns([first, lane(bytes, 16), lane(bytes, length - 32), last]);
        return dots & 0xffff_ffff | dots >> 32 << ((length - 32) % 64);
    }
    if length >= 16 {
        let dots = columns([lane(bytes, 0), lane(bytes, length - 16)]);
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

/// Whether a byte is plain.
#[inline(always)]
const fn is_plain(byte: u8) -> bool {
    !is_odd(byte) & (byte != b'.')
}

/// Whether a byte is neither plain nor a dot.
#[inline(always)]
const fn is_odd(byte: u8) -> bool {
    // Signed, so what is above 0x7f is below.
    (byte.cast_signed() <= 0x20) | (byte == 0x7f) | (byte == b'*') | (byte == b'>')
}

/// For each byte of each lane of 16 the bit of its word, of which a lane has two.
const fn bits_of_columns<const LANES: usize>() -> [[u8; 16]; LANES] {
    let mut bits = [[0; 16]; LANES];
    let mut at = 0;
    while at < 16 * LANES {
        bits[at / 16][at % 16] = 1 << (at / 8);
        at += 1;
    }
    bits
}

/// One bit for each byte of some lanes of 16, set where it is a dot; all bits, if some byte is neither plain nor a
/// dot.
///
/// Compiles to a few instructions on vectors, where there are such; kept apart, since next to other looks at
/// the same bytes the compiler finds no vector in it.
#[inline(never)]
#[expect(clippy::cast_possible_truncation, reason = "each half is taken")]
const fn columns<const LANES: usize>(lanes: [&[u8; 16]; LANES]) -> u64 {
    let (mut odd, mut columns) = ([0; 16], [0; 16]);
    let mut at = 0;
    while at < 16 {
        let mut lane = 0;
        while lane < LANES {
            let byte = lanes[lane][at];
            odd[at] |= is_odd(byte) as u8;
            let bit = const { bits_of_columns::<LANES>() }[lane][at];
            columns[at] |= if byte == b'.' { bit } else { 0 };
            lane += 1;
        }
        at += 1;
    }
    if u128::from_le_bytes(odd) != 0 {
        return u64::MAX;
    }
    // Of the words, which are rows of bytes, the bit *w* of the byte *b* is that of the byte *b* of the word *w*.
    let columns = u128::from_le_bytes(columns);
    transpose(columns as u64 | (columns >> 64) as u64)
}

#[inline(always)]
const fn lane(bytes: &[u8], at: usize) -> &[u8; 16] {
    let (_, rest) = bytes.split_at(at);
    match rest.first_chunk() {
        Some(lane) => lane,
        None => &[0; 16],
    }
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
