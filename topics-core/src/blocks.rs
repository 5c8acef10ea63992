//! What nearly all texts are, found without a look at each byte: segments that are plain, which is printable ASCII
//! without dots and wildcards.
//!
//! A topic is looked at once: what comes of it is one bit for each dot, and whoever cuts the topic into its
//! segments counts in these bits. To look up byte after byte in a table takes more than twice as long.

#![expect(
    clippy::inline_always,
    reason = "parts of one loop, which must not be calls"
)]

use crate::word::{dot_byte, keep, odd, short, stops};

/// Whether there are bytes, all of them plain.
#[inline]
pub(crate) const fn are_plain(bytes: &[u8]) -> bool {
    let Some(last) = bytes.last_chunk() else {
        return !bytes.is_empty() && keep(stops(short(bytes)), bytes.len()) == 0;
    };
    let (mut found, mut rest) = (stops(u64::from_le_bytes(*last)), bytes);
    while let Some((word, behind)) = rest.split_first_chunk() {
        found |= stops(u64::from_le_bytes(*word));
        rest = behind;
    }
    found == 0
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
#[inline(always)]
const fn plain_dots(bytes: &[u8]) -> u64 {
    let (mut dots, mut odds);
    if let Some(last) = bytes.last_chunk() {
        let last = u64::from_le_bytes(*last);
        (dots, odds) = (dot_byte(last) << (bytes.len() - 8), odd(last));
        // The last word overlaps the one before, so no length takes other steps.
        let (mut rest, mut at) = (bytes, 0);
        while let Some((word, behind)) = rest.split_first_chunk() {
            let word = u64::from_le_bytes(*word);
            dots |= dot_byte(word) << at;
            odds |= odd(word);
            (rest, at) = (behind, at + 8);
        }
    } else {
        let word = short(bytes);
        (dots, odds) = (dot_byte(word), keep(odd(word), bytes.len()));
    }
    if odds == 0 { dots } else { u64::MAX }
}

#[cfg(test)]
mod tests;
