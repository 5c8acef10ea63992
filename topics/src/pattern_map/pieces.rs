//! The texts between the dots of a topic or pattern.

use core::ops::Range;

use topics_core::split;

use super::hash::{Key, Sum};
use super::shape::{LONGEST, Shape};
use super::texts::END;
use super::word::{first, ones, spread, word, zeros};

/// Where the pieces of a text are, from left to right.
pub(super) fn pieces(text: &[u8]) -> impl Iterator<Item = Range<usize>> {
    let mut dots = Dots::new(text);
    let mut start = Some(0);
    core::iter::from_fn(move || {
        let at = start?;
        let dot = dots.next();
        start = dot.map(|dot| dot + 1);
        Some(at..dot.unwrap_or(text.len()))
    })
}

/// Where the dots of a text are, found eight bytes at a time.
struct Dots<'t> {
    text: &'t [u8],
    /// Where the next eight bytes begin.
    at: usize,
    /// A bit for each dot among the last eight that is still to be told.
    bits: u64,
}

impl<'t> Dots<'t> {
    #[inline]
    fn new(text: &'t [u8]) -> Self {
        Self {
            text,
            at: 0,
            bits: 0,
        }
    }
}

impl Iterator for Dots<'_> {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        while self.bits == 0 {
            if self.at >= self.text.len() {
                return None;
            }
            self.bits = zeros(word(self.text, self.at, self.text.len()) ^ spread(b'.'));
            self.at += 8;
        }
        let dot = self.at - 8 + first(self.bits);
        self.bits &= self.bits - 1;
        Some(dot)
    }
}

/// A topic, cut at its dots: of its first segments, what is needed to look it up by any [`Shape`].
pub(super) struct Cut<'t> {
    topic: &'t str,
    /// How many segments there are; one more than [`LONGEST`] if there are more than that.
    pub(super) segments: usize,
    /// Where each segment begins; that after the last one would begin two bytes after its end.
    starts: [usize; LONGEST + 1],
    /// What each segment adds to the hash, and nothing behind them.
    added: [Sum; LONGEST + 1],
    /// What the segments before each add together.
    sums: [Sum; LONGEST + 1],
}

impl<'t> Cut<'t> {
    /// A topic that is still to be cut; in its place from the first, since it is too much to be moved.
    #[inline]
    pub(super) fn new(topic: &'t str) -> Self {
        Self {
            topic,
            segments: 0,
            starts: [0; LONGEST + 1],
            added: [0; LONGEST + 1],
            sums: [0; LONGEST + 1],
        }
    }

    /// Finds all segments; false if the text is no topic.
    #[inline]
    pub(super) fn cut(&mut self, key: Key) -> bool {
        let topic = self.topic;
        let Some(dots) = split::short_dots(topic) else {
            return self.cut_long(key);
        };
        let mut ends = dots | 1 << topic.len();
        let mut start = 0;
        while ends != 0 {
            let end = ends.trailing_zeros() as usize;
            if !self.add(start..end, key) {
                break;
            }
            start = end + 1;
            ends &= ends - 1;
        }
        true
    }

    /// The same of any text.
    fn cut_long(&mut self, key: Key) -> bool {
        let topic = self.topic;
        if !crate::is_topic(topic) {
            return false;
        }
        for piece in pieces(topic.as_bytes()) {
            if !self.add(piece, key) {
                break;
            }
        }
        true
    }

    /// Adds the next segment, unless no shape can have it.
    #[inline(always)]
    #[expect(
        clippy::inline_always,
        reason = "in a loop that is all that a match does with a topic"
    )]
    fn add(&mut self, piece: Range<usize>, key: Key) -> bool {
        let place = self.segments;
        self.segments += 1;
        if place == LONGEST {
            return false;
        }
        self.starts[place + 1] = piece.end + 1;
        let added = key.piece(self.topic.as_bytes(), piece, place);
        self.added[place] = added;
        self.sums[place + 1] = self.sums[place].wrapping_add(added);
        true
    }

    /// The sum of the hash of the only pattern of this shape that matches the topic.
    #[inline]
    pub(super) fn sum(&self, shape: &Shape) -> Sum {
        let sum = self.sums[usize::from(shape.segments)].wrapping_add(shape.wild);
        // Nearly no shape has more than one `*`, so there is no loop but for those; without any, what is
        // subtracted is nothing.
        let first = (u32::from(shape.stars) | 1 << LONGEST).trailing_zeros() as usize;
        let mut sum = sum.wrapping_sub(self.added[first]);
        let others = shape.stars & shape.stars.wrapping_sub(1);
        if others != 0 {
            for place in ones(others.into()) {
                sum = sum.wrapping_sub(self.added[place]);
            }
        }
        sum
    }

    /// Whether this begins with the first byte of that pattern.
    #[inline]
    pub(super) fn begins_like(&self, shape: &Shape, text: &[u8]) -> bool {
        let expected = match (shape.stars & 1, shape.segments) {
            (1, _) => b'*',
            (_, 0) => b'>',
            _ => self.topic.as_bytes()[0],
        };
        text.first() == Some(&expected)
    }

    /// Whether this begins with the text of that pattern, and its end.
    #[inline]
    pub(super) fn is_spelt(&self, shape: &Shape, text: &[u8]) -> bool {
        let topic = self.topic.as_bytes();
        let mut rest = text;
        let mut at = 0;
        for place in ones(shape.stars.into()) {
            let literal = &topic[at..self.starts[place]];
            match rest
                .strip_prefix(literal)
                .and_then(|rest| rest.strip_prefix(b"*"))
            {
                Some(after) => rest = after,
                None => return false,
            }
            // From the dot after the segment on.
            at = self.starts[place + 1] - 1;
        }
        let (literal, end): (_, &[u8]) = if shape.has_tail {
            let tail = self.starts[usize::from(shape.segments)];
            (&topic[at..tail], &[b'>', END as u8])
        } else {
            (&topic[at..], &[END as u8])
        };
        rest.strip_prefix(literal)
            .is_some_and(|rest| rest.starts_with(end))
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::String;
    use alloc::vec::Vec;

    use super::*;

    #[test]
    fn pieces_are_what_is_between_dots() {
        // A byte that differs from a dot in one bit only, too.
        let characters = ['.', 'a', '/', '\u{ae}'];
        for len in 0..=12_u32 {
            for number in 0..characters.len().pow(len.min(6)) {
                let mut rest = number;
                let text: String = (0..len)
                    .map(|_| {
                        let character = characters[rest % characters.len()];
                        rest = rest / characters.len() + number % 7;
                        character
                    })
                    .collect();
                let expected: Vec<&str> = text.split('.').collect();
                let found: Vec<&str> = pieces(text.as_bytes()).map(|piece| &text[piece]).collect();
                assert_eq!(found, expected);
            }
        }
    }
}
