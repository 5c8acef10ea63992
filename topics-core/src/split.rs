//! Where the segments of a topic end, for those that cut it.
//!
//! No part of the public API: generated code and `PatternMap` ask it.

use crate::blocks::{Blocks, dots_of_short};
use crate::text;

/// Checks that a text is a topic, and notes where its segments end: as many of them as there is place for.
///
/// Returns how many segments there are, or `None` if the text is no topic. Where there is place for more,
/// what is noted of these is not less than the length of the text. Of a text that is no topic, what is noted says
/// nothing.
#[must_use]
#[inline(always)]
#[expect(
    clippy::inline_always,
    reason = "the loop is unrolled where the compiler knows how often it is taken"
)]
pub const fn ends(text: &str, ends: &mut [usize]) -> Option<usize> {
    let bytes = text.as_bytes();
    let Some(dots) = dots_of_short(bytes) else {
        return many_ends(bytes, ends);
    };
    let mut rest = dots | 1 << bytes.len();
    // As many times for every topic, and so without a wrong guess when it is over.
    let mut index = 0;
    while index < ends.len() {
        // Never zero, since to count the zeros of that some processors need another, slow instruction.
        rest |= 1 << 63;
        ends[index] = rest.trailing_zeros() as usize;
        rest &= rest - 1;
        index += 1;
    }
    Some(dots.count_ones() as usize + 1)
}

/// The ends in a text of any length.
const fn many_ends(bytes: &[u8], ends: &mut [usize]) -> Option<usize> {
    let mut blocks = Blocks::new(bytes);
    let (mut count, mut from) = (0, 0);
    while !blocks.is_over() {
        // All dots of a block are found before the first is noted, since it is not to be foretold how many
        // it has.
        let Some(mut dots) = blocks.next_dots() else {
            return odd_ends(bytes, ends);
        };
        while dots != 0 {
            if count < ends.len() {
                ends[count] = from + dots.trailing_zeros() as usize;
            }
            count += 1;
            dots &= dots - 1;
        }
        from += 64;
    }
    Some(end_last(count, bytes, ends))
}

/// The same of a text with characters beyond ASCII, or of none that is a topic.
#[cold]
const fn odd_ends(bytes: &[u8], ends: &mut [usize]) -> Option<usize> {
    let (mut count, mut start) = (0, 0);
    loop {
        match text::segment_end(bytes, start) {
            Ok(end) if end == bytes.len() => return Some(end_last(count, bytes, ends)),
            Ok(end) => {
                if count < ends.len() {
                    ends[count] = end;
                }
                (count, start) = (count + 1, end + 1);
            }
            Err(_) => return None,
        }
    }
}

/// Notes the end of the text behind that of so many segments, and returns how many segments there are.
const fn end_last(count: usize, bytes: &[u8], ends: &mut [usize]) -> usize {
    let mut index = count;
    while index < ends.len() {
        ends[index] = bytes.len();
        index += 1;
    }
    count + 1
}

#[cfg(test)]
mod tests;
