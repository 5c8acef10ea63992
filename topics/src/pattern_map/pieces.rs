//! The texts between the dots of a topic or pattern.

use core::ops::Range;

use super::hash::{Key, Sum};
use super::shape::{LONGEST, Shape};
use super::texts::END;
use super::word::{first, spread, word, zeros};

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
    topic: &'t [u8],
    /// How many segments there are; one more than [`LONGEST`] if there are more than that.
    pub(super) segments: usize,
    /// Where each segment begins; that after the last one would begin two bytes after its end.
    starts: [usize; LONGEST + 1],
    /// What each segment adds to the hash.
    added: [Sum; LONGEST],
    /// What the segments before each add together.
    sums: [Sum; LONGEST + 1],
}

impl<'t> Cut<'t> {
    #[inline]
    pub(super) fn new(topic: &'t [u8], key: Key) -> Self {
        let mut cut = Self {
            topic,
            segments: 0,
            starts: [0; LONGEST + 1],
            added: [0; LONGEST],
            sums: [0; LONGEST + 1],
        };
        let mut sum: Sum = 0;
        for piece in pieces(topic) {
            let place = cut.segments;
            cut.segments += 1;
            if place == LONGEST {
                break;
            }
            cut.starts[place + 1] = piece.end + 1;
            let added = key.piece(topic, piece, place);
            cut.added[place] = added;
            sum = sum.wrapping_add(added);
            cut.sums[place + 1] = sum;
        }
        cut
    }

    /// The sum of the hash of the only pattern of this shape that matches the topic.
    #[inline]
    pub(super) fn sum(&self, shape: &Shape) -> Sum {
        let mut sum = self.sums[usize::from(shape.segments)].wrapping_add(shape.wild);
        for place in bits(shape.stars) {
            sum = sum.wrapping_sub(self.added[place]);
        }
        sum
    }

    /// Whether this begins with the text of that pattern, and its end.
    #[inline]
    pub(super) fn is_spelt(&self, shape: &Shape, text: &[u8]) -> bool {
        let mut rest = text;
        let mut at = 0;
        for place in bits(shape.stars) {
            let literal = &self.topic[at..self.starts[place]];
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
            (&self.topic[at..tail], &[b'>', END as u8])
        } else {
            (&self.topic[at..], &[END as u8])
        };
        rest.strip_prefix(literal)
            .is_some_and(|rest| rest.starts_with(end))
    }
}

/// The places of the ones.
#[inline]
fn bits(mut stars: u16) -> impl Iterator<Item = usize> {
    core::iter::from_fn(move || {
        let place = stars.trailing_zeros() as usize;
        (stars != 0).then(|| {
            stars &= stars - 1;
            place
        })
    })
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
