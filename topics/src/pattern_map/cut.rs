//! A topic, cut at its dots.

use topics_core::split;

use super::key::{Key, Sum};
use super::shape::{LONGEST, Shape};

/// Of a topic's first segments, all that is needed to look it up by any [`Shape`].
#[derive(Clone)]
pub(super) struct Cut {
    /// How many segments there are.
    pub(super) segments: usize,
    /// The hash of each segment.
    hashes: [Sum; LONGEST],
}

impl Cut {
    /// Nothing if the text is no topic.
    #[inline]
    pub(super) fn new(topic: &str, key: &Key) -> Option<Self> {
        let mut ends = [0; LONGEST];
        let segments = split::ends(topic, &mut ends)?;
        let (mut hashes, mut start) = ([0; LONGEST], 0);
        for (place, end) in ends.into_iter().enumerate().take(segments) {
            hashes[place] = key.piece(&topic.as_bytes()[start..end], place);
            start = end + 1;
        }
        Some(Self { segments, hashes })
    }

    /// The sum of the hashes of the only pattern of this shape that matches the topic.
    #[inline]
    pub(super) fn sum(&self, shape: &Shape) -> Sum {
        let mut sum = shape.wild;
        for (place, hash) in self.hashes[..shape.segments.into()].iter().enumerate() {
            // All ones where the segment is spelt, since a branch would be guessed wrong.
            let is_spelt = Sum::from(shape.stars >> place & 1).wrapping_sub(1);
            sum = sum.wrapping_add(hash & is_spelt);
        }
        sum
    }
}
