//! A topic, cut at its dots.

use topics_core::split;

use super::key::{Hash, Key};
use super::shape::{LONGEST, Shape};

/// Of a topic's first segments, all that is needed to look it up by any [`Shape`].
#[derive(Clone, Copy)]
pub(super) struct Cut<'t> {
    pub(super) topic: &'t str,
    /// How many segments there are; none if the text is no topic.
    pub(super) segments: usize,
    /// Where each segment starts, and what is behind them.
    starts: [usize; LONGEST + 1],
    /// The sum of the hashes before each.
    sums: [Hash; LONGEST + 1],
}

impl<'t> Cut<'t> {
    #[inline]
    pub(super) fn new(topic: &'t str, key: &Key) -> Self {
        let (mut starts, mut sums) = ([0; LONGEST + 1], [Hash::default(); LONGEST + 1]);
        let segments = split::ends(topic, &mut starts[1..]).unwrap_or(0);
        for place in 0..segments.min(LONGEST) {
            let (start, end) = (starts[place], starts[place + 1]);
            let hash = key.piece(&topic.as_bytes()[start..end], place);
            sums[place + 1] = sums[place] + hash;
            starts[place + 1] = end + 1;
        }
        Self {
            topic,
            segments,
            starts,
            sums,
        }
    }

    /// The hash of the only pattern of this shape that matches the topic.
    #[inline]
    pub(super) fn hash(&self, shape: &Shape) -> Hash {
        let stars = shape.stars.iter();
        stars.fold(self.sums[shape.segments] + shape.wild, |sum, place| {
            sum - self.sums[place + 1] + self.sums[*place]
        })
    }

    /// Whether a text is that pattern.
    #[inline]
    pub(super) fn spells(&self, shape: &Shape, text: &str) -> bool {
        let topic = self.topic.as_bytes();
        let (mut rest, mut at) = (text.as_bytes(), 0);
        for place in &shape.stars {
            let literal = &topic[at..self.starts[*place]];
            let after = rest.strip_prefix(literal);
            match after.and_then(|rest| rest.strip_prefix(b"*")) {
                Some(after) => rest = after,
                None => return false,
            }
            at = self.starts[place + 1] - 1;
        }
        let end = if shape.has_tail {
            self.starts[shape.segments]
        } else {
            topic.len()
        };
        let after = rest.strip_prefix(&topic[at..end]);
        // Not compared with what is empty, see `strip_prefix` in `affix.rs`.
        after.is_some_and(|after| match after {
            [] => !shape.has_tail,
            tail => shape.has_tail && tail == b">",
        })
    }
}
