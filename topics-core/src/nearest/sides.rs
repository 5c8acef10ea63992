//! The two sides of a comparison, each cut into segments once.

use crate::template::{Position, Shape};

/// Foreign text may be of any length; what is looked at is not.
pub(super) const MOST_SEGMENTS: usize = 64;

/// A template, or the text that is compared with it: a topic, a pattern, or whatever somebody wrote.
pub(crate) struct Side<'a> {
    positions: [Position<'a>; MOST_SEGMENTS],
    pub(crate) count: usize,
    /// Whether there are more segments than are looked at.
    pub(crate) is_cut: bool,
}

impl<'a> Side<'a> {
    const EMPTY: Self = Self {
        positions: [Position::NONE; MOST_SEGMENTS],
        count: 0,
        is_cut: false,
    };

    pub(crate) const fn of(template: Shape<'a>) -> Self {
        let (mut side, mut positions) = (Self::EMPTY, template.positions());
        while let Some(position) = positions.next() {
            if side.count == MOST_SEGMENTS {
                side.is_cut = true;
                break;
            }
            side.positions[side.count] = position;
            side.count += 1;
        }
        side
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
