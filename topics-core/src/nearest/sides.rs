//! The two sides of a comparison, each cut into segments once.

use crate::template::{Position, Shape};

/// Foreign text may be of any length; what is looked at is not.
pub(crate) const MOST_SEGMENTS: usize = 64;

/// A template, or the text that is compared with it: a topic, a pattern, or whatever somebody wrote.
pub(crate) struct Side<'a> {
    positions: [Position<'a>; MOST_SEGMENTS],
    pub(crate) count: usize,
}

impl<'a> Side<'a> {
    pub(crate) const fn of(template: Shape<'a>) -> Self {
        let (mut all, mut positions, mut count) =
            ([Position::NONE; MOST_SEGMENTS], template.positions(), 0);
        while count < MOST_SEGMENTS
            && let Some(position) = positions.next()
        {
            all[count] = position;
            count += 1;
        }
        Self {
            positions: all,
            count,
        }
    }

    pub(crate) const fn position(&self, index: usize) -> Position<'a> {
        self.positions[index]
    }

    pub(crate) const fn text(&self, index: usize) -> &'a str {
        self.positions[index].text
    }

    /// The literal at a position, if there is one.
    pub(super) const fn literal(&self, index: usize) -> Option<&'a str> {
        self.positions[index].literal()
    }

    /// Whether so many positions end with a tail.
    pub(crate) const fn ends_with_tail(&self, count: usize) -> bool {
        count > 0 && self.positions[count - 1].is_tail
    }
}
