//! The dots of a short text that is plain: segments of printable ASCII. Nearly all topics are that, and it is found without a
//! look at each byte.
//!
//! A topic is looked at once: what comes of it is one bit for each dot, and whoever cuts the topic into its
//! segments counts in these bits. To look up byte after byte in a table takes more than twice as long.

use crate::word::{dot_byte, keep, odd, short};

/// One bit for each byte of a text of less than 64, set where it is a dot, if the text is segments of plain bytes,
/// joined by dots.
///
/// A call, since it is much code for each of the places that ask.
#[inline(never)]
pub(crate) const fn dots_of_short(bytes: &[u8]) -> Option<u64> {
    if bytes.is_empty() || bytes.len() >= 64 {
        return None;
    }
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
    // A dot that begins the text, follows another or ends it stands beside an empty segment.
    let empty = dots & (dots << 1 | 1 | 1 << (bytes.len() - 1));
    if odds | empty == 0 { Some(dots) } else { None }
}

#[cfg(test)]
mod tests;
