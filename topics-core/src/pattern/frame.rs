//! The literal text around a pattern's wildcards, and the match that begins with it.
//!
//! Most topics that a pattern does not match differ from it there, and what is between is seldom more
//! than one wildcard. So a pattern knows how it begins and where its wildcards are, the texts around them are
//! compared as one piece each, however many segments they are, and only the rest is walked.

use crate::checked::always_equal;
use crate::dots::dots_of_short;
use crate::text;
use crate::word::{are_alike, load};

/// How a pattern begins, where its wildcards are, and how much literal text is around them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    /// The bytes before the first wildcard; all bytes, if there is none.
    before: usize,
    /// The bytes behind the last wildcard.
    behind: usize,
    /// One bit for each of the first 64 bytes, set where it is a wildcard.
    wildcards: u64,
    /// Up to eight bytes before the first wildcard, and which bytes of a word these are.
    head: u64,
    mask: u64,
}

always_equal!(Frame);

impl Frame {
    pub(super) const fn of(pattern: &[u8]) -> Self {
        let (mut before, mut behind) = (pattern.len(), 0);
        let (mut wildcards, mut at) = (0, 0);
        while at < pattern.len() {
            if matches!(pattern[at], b'*' | b'>') {
                if before == pattern.len() {
                    before = at;
                }
                behind = pattern.len() - 1 - at;
                if at < 64 {
                    wildcards |= 1 << at;
                }
            }
            at += 1;
        }
        let mask = if before < 8 {
            (1 << (8 * before)) - 1
        } else {
            u64::MAX
        };
        Self {
            before,
            behind,
            wildcards,
            head: load(pattern, 0) & mask,
            mask,
        }
    }

    /// Whether the pattern that this is the frame of matches a text, be it a topic or not.
    #[inline(always)]
    #[expect(
        clippy::inline_always,
        reason = "of a pattern that the compiler knows, little is left"
    )]
    pub(super) const fn matches(self, pattern: &[u8], topic: &[u8]) -> bool {
        let Self { before, behind, .. } = self;
        // Most topics that do not match differ here, and where they do nothing else is to be guessed.
        if load(topic, 0) & self.mask != self.head {
            return false;
        }
        if before == pattern.len() {
            // What equals a topic is one.
            return before == topic.len()
                && (before <= 8 || are_alike(pattern, before, topic, before, before - 8));
        }
        // A wildcard takes at least one byte, and is one.
        if topic.len() < pattern.len() {
            return false;
        }
        if before > 8 && !are_alike(pattern, before, topic, before, before - 8)
            || !are_alike(pattern, pattern.len(), topic, topic.len(), behind)
        {
            return false;
        }
        if pattern[before] == b'>' {
            return text::check_topic(topic).is_ok();
        }
        if before + 1 + behind == pattern.len() {
            let (_, rest) = topic.split_at(before);
            let (segment, _) = rest.split_at(rest.len() - behind);
            return text::check_segment(segment).is_ok();
        }
        match dots_of_short(topic) {
            Some(dots) => self.matches_short(pattern, topic, dots),
            _ => spells(pattern, topic) && text::check_topic(topic).is_ok(),
        }
    }

    /// Whether a pattern of more than one wildcard, and at most 64 bytes, matches a topic that has this frame,
    /// and these dots.
    const fn matches_short(self, pattern: &[u8], topic: &[u8], dots: u64) -> bool {
        let (mut p, mut t) = (self.before, self.before);
        let mut wildcards = self.wildcards;
        let ends = dots | 1 << topic.len();
        loop {
            // At a wildcard, and at the segment that it is to take.
            wildcards &= wildcards - 1;
            if wildcards == 0 {
                break;
            }
            let next = wildcards.trailing_zeros() as usize;
            // From the end of the segment on, up to the next wildcard.
            let length = next - p - 1;
            t += (ends >> t).trailing_zeros() as usize + length;
            if t >= topic.len() || (length > 1 && !are_alike(pattern, next, topic, t, length)) {
                return false;
            }
            p = next;
        }
        pattern[p] == b'>' || t + (ends >> t).trailing_zeros() as usize == topic.len() - self.behind
    }
}

/// Whether a pattern matches a text, if the text is a topic.
const fn spells(pattern: &[u8], topic: &[u8]) -> bool {
    let (mut at, mut end) = (0, 0);
    while at < pattern.len() {
        match pattern[at] {
            b'>' => return true,
            b'*' => {
                while end < topic.len() && topic[end] != b'.' {
                    end += 1;
                }
            }
            byte if end < topic.len() && topic[end] == byte => end += 1,
            _ => return false,
        }
        at += 1;
    }
    end == topic.len()
}
