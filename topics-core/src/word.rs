//! Eight bytes at a time, as one word, in `const fn` without `unsafe`.
//!
//! Most texts are printable ASCII of which no byte needs a closer look. What is here tells that quickly;
//! the rules themselves are in the module `text`, and they decide about every other byte.
//!
//! A word holds eight bytes, the first of them lowest. A mask marks bytes of a word by their highest bit;
//! no mask here marks a byte because of its neighbour.
//!
//! No part of the public API: generated code compares short texts so too.
//!
//! A branch that a processor guesses wrong costs as much as fifty steps on a word. So what differs from
//! one topic to the next, the length of an id above all, is where it can be a shift and not a branch.

#![expect(
    clippy::inline_always,
    reason = "with a length that the compiler knows, most of it is gone"
)]

/// Every byte of a word set to one.
const ONES: u64 = 0x0101_0101_0101_0101;
/// The highest bit of every byte.
const HIGH: u64 = 0x80 * ONES;
/// All other bits.
const LOW: u64 = 0x7f * ONES;

/// Marks the bytes that are not this one, and maybe those above 0x7f.
#[inline]
const fn not(word: u64, byte: u8) -> u64 {
    // Of bytes up to 0x7f, none carries into the next.
    ((word & LOW) ^ (byte as u64 * ONES)) + LOW
}

/// Marks the bytes that are dots.
#[inline]
pub(crate) const fn dots(word: u64) -> u64 {
    !(not(word, b'.') | word) & HIGH
}

/// Marks the bytes that are not plain: all but printable ASCII without `.`, `*` and `>`.
#[inline]
pub(crate) const fn stops(word: u64) -> u64 {
    let low = word & LOW;
    let printable = (low + (0x80 - 0x21) * ONES) & !(low + ONES);
    // `*` and `.` differ in one bit.
    let plain = printable & not(word | (0x04 * ONES), b'.') & not(word, b'>');
    !(plain & !word) & HIGH
}

/// Marks the bytes that are neither plain nor dots.
#[inline]
pub(crate) const fn odd(word: u64) -> u64 {
    stops(word) & !dots(word)
}

/// One bit for each byte of a word, set where it is a dot.
#[inline]
pub(crate) const fn dot_byte(word: u64) -> u64 {
    // Gathers the lowest bits of the bytes in the highest byte, without carries.
    (dots(word) >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56
}

/// Moves the first so many bytes to the end of the word, and drops the others. There is at least one.
#[inline]
pub(crate) const fn keep(word: u64, bytes: usize) -> u64 {
    let dropped = 8usize.saturating_sub(bytes);
    word << (8 * dropped)
}

/// The bytes from a place on; zero where the text has ended.
#[inline(always)]
#[must_use]
pub const fn load(bytes: &[u8], at: usize) -> u64 {
    let Some(latest) = bytes.len().checked_sub(8) else {
        return load_short(bytes, at);
    };
    let from = if at < latest { at } else { latest };
    let (_, rest) = bytes.split_at(from);
    match rest.first_chunk() {
        Some(word) => drop_first(u64::from_le_bytes(*word), at - from),
        None => 0,
    }
}

#[inline]
const fn drop_first(word: u64, bytes: usize) -> u64 {
    if bytes < 8 { word >> (8 * bytes) } else { 0 }
}

/// The same of a text that is shorter than a word.
#[cold]
const fn load_short(bytes: &[u8], at: usize) -> u64 {
    drop_first(short(bytes), at)
}

/// All of a text that is shorter than a word.
#[inline]
pub(crate) const fn short(bytes: &[u8]) -> u64 {
    let length = bytes.len();
    // Bytes that are read twice are read to the same place.
    if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        let [first, last] = [u32::from_le_bytes(*first), u32::from_le_bytes(*last)];
        return first as u64 | (last as u64) << (8 * (length - 4));
    }
    if length == 0 {
        return 0;
    }
    let (middle, last) = (length / 2, length - 1);
    bytes[0] as u64 | (bytes[middle] as u64) << (8 * middle) | (bytes[last] as u64) << (8 * last)
}

/// Whether so many bytes of two texts are the same, before a place of each; both have as many there.
#[inline]
pub(crate) const fn are_alike(
    a: &[u8],
    a_end: usize,
    b: &[u8],
    b_end: usize,
    length: usize,
) -> bool {
    let mut left = length;
    while left > 0 {
        let differ = load(a, a_end - left) ^ load(b, b_end - left);
        if keep(differ, left) != 0 {
            return false;
        }
        left = left.saturating_sub(8);
    }
    true
}

#[cfg(test)]
pub(crate) mod tests;
