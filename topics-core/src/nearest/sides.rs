//! Both sides of a comparison, cut into segments once.

use crate::bytes::Pieces;
use crate::template::{Position, Set, Shape};

/// Foreign text may be of any length; what is looked at is not.
pub(super) const MOST_SEGMENTS: usize = 64;

/// The segments of a text: of a topic, a pattern, or of whatever somebody wrote.
pub(crate) struct Found<'a> {
    segments: [&'a [u8]; MOST_SEGMENTS],
    pub(crate) count: usize,
    /// Whether there are more segments than are looked at.
    pub(crate) is_cut: bool,
}

impl<'a> Found<'a> {
    pub(crate) const fn of(text: &'a [u8]) -> Self {
        let mut found = Self {
            segments: [b""; MOST_SEGMENTS],
            count: 0,
            is_cut: false,
        };
        let mut pieces = Pieces::new(text);
        while found.count < MOST_SEGMENTS
            && let Some(piece) = pieces.next()
        {
            found.segments[found.count] = piece;
            found.count += 1;
        }
        found.is_cut = pieces.start().is_some();
        found
    }

    pub(crate) const fn segment(&self, index: usize) -> &'a [u8] {
        self.segments[index]
    }

    pub(crate) const fn is_one(&self, index: usize) -> bool {
        matches!(self.segments[index], b"*")
    }

    /// Whether this is the `>` at the end of a pattern.
    pub(crate) const fn is_tail(&self, index: usize) -> bool {
        index + 1 == self.count && matches!(self.segments[index], b">")
    }

    pub(super) const fn ends_with_tail(&self) -> bool {
        self.count > 0 && self.is_tail(self.count - 1)
    }
}

/// The positions of a template.
pub(crate) struct Expected<'a> {
    positions: [Position<'a>; MOST_SEGMENTS],
    pub(crate) count: usize,
    /// Whether there are more positions than are looked at.
    pub(crate) is_cut: bool,
}

impl<'a> Expected<'a> {
    pub(crate) const fn of(template: &Shape<'a>) -> Self {
        let nothing = Position {
            text: b"",
            takes: Set::Any,
            of: b"",
            told: b"",
        };
        let mut expected = Self {
            positions: [nothing; MOST_SEGMENTS],
            count: 0,
            is_cut: false,
        };
        let mut positions = template.positions();
        while let Some(position) = positions.next() {
            if expected.count == MOST_SEGMENTS {
                expected.is_cut = true;
                break;
            }
            expected.positions[expected.count] = position;
            expected.count += 1;
        }
        expected
    }

    pub(crate) const fn position(&self, index: usize) -> Position<'a> {
        self.positions[index]
    }

    /// The literal at a position, if there is one.
    pub(super) const fn literal(&self, index: usize) -> Option<&'a [u8]> {
        match self.positions[index].takes {
            Set::One(literal) => Some(literal),
            Set::Values(_) | Set::Spelled(_) | Set::Any | Set::Tail => None,
        }
    }

    pub(super) const fn ends_with_tail(&self) -> bool {
        self.count > 0 && matches!(self.positions[self.count - 1].takes, Set::Tail)
    }
}
