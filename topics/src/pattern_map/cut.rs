//! A topic, cut at its dots.

use topics_core::split;

use super::key::{Key, Sum};
use super::shape::{LONGEST, Shape};
use super::texts::END;

/// Of a topic's first segments, all that is needed to look it up by any [`Shape`].
pub(super) struct Cut<'t> {
    topic: &'t str,
    /// How many segments there are.
    pub(super) segments: usize,
    /// Where each segment ends.
    ends: [usize; LONGEST + 1],
    /// The hash of each segment, and nothing behind them.
    hashes: [Sum; LONGEST + 1],
    /// The sum of the hashes before each.
    sums: [Sum; LONGEST + 1],
}

impl<'t> Cut<'t> {
    /// Nothing if the text is no topic.
    #[inline]
    pub(super) fn new(topic: &'t str, key: &Key) -> Option<Self> {
        let mut ends = [0; LONGEST + 1];
        let segments = split::ends(topic, &mut ends)?;
        let mut cut = Self {
            topic,
            segments,
            ends,
            hashes: [0; LONGEST + 1],
            sums: [0; LONGEST + 1],
        };
        let (mut start, mut sum): (_, Sum) = (0, 0);
        for place in 0..segments.min(LONGEST) {
            let end = cut.ends[place];
            let hash = key.piece(&topic.as_bytes()[start..end], place);
            sum = sum.wrapping_add(hash);
            cut.hashes[place] = hash;
            cut.sums[place + 1] = sum;
            start = end + 1;
        }
        Some(cut)
    }

    /// The sum of the hashes of the only pattern of this shape that matches the topic.
    #[inline]
    pub(super) fn sum(&self, shape: &Shape) -> Sum {
        let sum = self.sums[usize::from(shape.segments)].wrapping_add(shape.wild);
        // Nearly no shape has more than one `*`, so only those have a loop; the hash behind the last is zero.
        let first = (u32::from(shape.stars) | 1 << LONGEST).trailing_zeros() as usize;
        let others = shape.stars & shape.stars.wrapping_sub(1);
        let others = ones(others.into()).map(|place| self.hashes[place]);
        others.fold(sum.wrapping_sub(self.hashes[first]), Sum::wrapping_sub)
    }

    /// Whether a text begins with that pattern and its end.
    #[inline]
    pub(super) fn is_spelt(&self, shape: &Shape, text: &[u8]) -> bool {
        let topic = self.topic.as_bytes();
        let (mut rest, mut at) = (text, 0);
        for place in ones(shape.stars.into()) {
            let literal = &topic[at..self.start(place)];
            let after = rest.strip_prefix(literal);
            match after.and_then(|rest| rest.strip_prefix(b"*")) {
                Some(after) => rest = after,
                None => return false,
            }
            at = self.ends[place];
        }
        let (literal, end): (_, &[u8]) = if shape.has_tail {
            let tail = self.start(shape.segments.into());
            (&topic[at..tail], &[b'>', END as u8])
        } else {
            (&topic[at..], &[END as u8])
        };
        rest.strip_prefix(literal)
            .is_some_and(|rest| rest.starts_with(end))
    }

    fn start(&self, place: usize) -> usize {
        place
            .checked_sub(1)
            .map_or(0, |before| self.ends[before] + 1)
    }
}

/// The places of the ones, from the lowest.
#[inline]
pub(super) fn ones(mut bits: u32) -> impl Iterator<Item = usize> {
    core::iter::from_fn(move || {
        let place = bits.trailing_zeros() as usize;
        (bits != 0).then(|| {
            bits &= bits - 1;
            place
        })
    })
}
