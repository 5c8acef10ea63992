//! Where the segments of a topic end, for those that cut it.
//!
//! No part of the public API: generated code and `PatternMap` ask it.

use crate::dots::dots_of_short;
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

/// The ends in a text that is long or has characters beyond ASCII, or that is no topic.
const fn many_ends(bytes: &[u8], ends: &mut [usize]) -> Option<usize> {
    let (mut count, mut start) = (0, 0);
    while start <= bytes.len() {
        let Ok(end) = text::segment_end(bytes, start) else {
            return None;
        };
        if count < ends.len() {
            ends[count] = end;
        }
        (count, start) = (count + 1, end + 1);
    }
    let mut index = count;
    while index < ends.len() {
        ends[index] = bytes.len();
        index += 1;
    }
    Some(count)
}

#[cfg(test)]
mod tests;
