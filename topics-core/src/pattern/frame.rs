//! The literal text around a pattern's wildcards, and the match that begins with it.
//!
//! Most topics that a pattern does not match differ from it there, and what is between is seldom more
//! than one wildcard. So a pattern knows where its wildcards begin and end, the texts around them are
//! compared as one piece each, however many segments they are, and only the rest is walked.

use crate::text;
use crate::word::{begin_alike, dot_byte, end_alike, first, keep, load, wildcards};

/// How much literal text a pattern has around its wildcards.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    /// The bytes before the first wildcard; all bytes, if there is none.
    before: usize,
    /// The bytes behind the last wildcard.
    behind: usize,
}

const fn is_wildcard(byte: u8) -> bool {
    matches!(byte, b'*' | b'>')
}

impl Frame {
    pub(super) const fn of(pattern: &[u8]) -> Self {
        let (mut before, mut behind) = (0, 0);
        while before < pattern.len() && !is_wildcard(pattern[before]) {
            before += 1;
        }
        if before < pattern.len() {
            while !is_wildcard(pattern[pattern.len() - 1 - behind]) {
                behind += 1;
            }
        }
        Self { before, behind }
    }

    /// Whether the pattern that this is the frame of matches a text, be it a topic or not.
    #[inline(always)]
    #[expect(
        clippy::inline_always,
        reason = "of a pattern that the compiler knows, little is left"
    )]
    pub(super) const fn matches(self, pattern: &[u8], topic: &[u8]) -> bool {
        let Self { before, behind } = self;
        if before == pattern.len() {
            // What equals a topic is one.
            return before == topic.len() && begin_alike(pattern, topic, before);
        }
        // A wildcard takes at least one byte.
        if topic.len() <= before + behind {
            return false;
        }
        if !begin_alike(pattern, topic, before) || !end_alike(pattern, topic, behind) {
            return false;
        }
        if pattern[before] == b'>' {
            return text::are_segments(topic);
        }
        if before + 1 + behind == pattern.len() {
            return text::is_segment_between(topic, before, topic.len() - behind);
        }
        matches_several(pattern, topic, before, behind)
    }
}

/// Whether a pattern of more than one wildcard matches a text that has its frame.
const fn matches_several(pattern: &[u8], topic: &[u8], before: usize, behind: usize) -> bool {
    // With that known of all the text, the walk has to look for nothing but dots.
    if !text::are_segments(topic) {
        return false;
    }
    let last = pattern.len() - behind - 1;
    let (mut p, mut t) = (before, before);
    while p < last {
        // Here is a `*`, and it is not the last wildcard.
        t = segment_end(topic, t);
        p += 1;
        // Up to the next one. Where the topic has ended, no literal is.
        loop {
            let expected = load(pattern, p);
            let literal = first(wildcards(expected));
            if literal > 0 && keep(expected ^ load(topic, t), literal) != 0 {
                return false;
            }
            p += literal;
            t += literal;
            if literal < 8 {
                break;
            }
        }
    }
    pattern[p] == b'>' || segment_end(topic, t) == topic.len() - behind
}

/// The end of the segment at a place of a topic.
#[inline]
const fn segment_end(topic: &[u8], start: usize) -> usize {
    let mut at = start;
    while at < topic.len() {
        // Sixteen in one go, since that is more than most segments have.
        let dots = dot_byte(load(topic, at)) | dot_byte(load(topic, at + 8)) << 8;
        if dots != 0 {
            return at + dots.trailing_zeros() as usize;
        }
        at += 16;
    }
    topic.len()
}
