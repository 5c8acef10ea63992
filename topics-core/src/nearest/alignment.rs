//! Which segment of a text stands for which position of a template: Needleman and Wunsch's algorithm,
//! with one more move for two segments that should be one, and one for one that should be two.

use super::sides::{Expected, Found, MOST_SEGMENTS};
use super::spelling::{are_same_letters, difference, nearest_value};
use super::{Cost, DOTTED, MISSING, OTHER, SEPARATED, TAKEN};
use crate::template::Set;

const WIDTH: usize = MOST_SEGMENTS + 1;

/// How the beginnings of both sides are aligned, one segment at a time.
#[derive(Clone, Copy)]
pub(crate) enum Move {
    /// A position and a segment face each other.
    Facing,
    /// The text has nothing for a position; or its `>` takes one more.
    Missing,
    /// The template has nothing for a segment; or its tail takes one more.
    Surplus,
    /// A literal faces two segments, with a dot where another separator should be.
    Split,
    /// Two literals face one segment, with another separator where a dot should be.
    Joined,
}

impl Move {
    /// How many positions and how many segments a move is about.
    pub(super) const fn size(self) -> (usize, usize) {
        match self {
            Self::Facing => (1, 1),
            Self::Missing => (1, 0),
            Self::Surplus => (0, 1),
            Self::Split => (1, 2),
            Self::Joined => (2, 1),
        }
    }
}

/// The moves from left to right, each with the first position and the first segment that it is about.
pub(crate) struct Moves {
    moves: [(Move, usize, usize); 2 * WIDTH],
    next: usize,
}

impl Moves {
    pub(crate) const fn next(&mut self) -> Option<(Move, usize, usize)> {
        if self.next == self.moves.len() {
            return None;
        }
        self.next += 1;
        Some(self.moves[self.next - 1])
    }
}

/// The lowest costs of aligning each beginning of a template with each beginning of a text.
pub(crate) struct Alignment<'a> {
    pub(crate) expected: &'a Expected<'a>,
    pub(crate) found: &'a Found<'a>,
    costs: [[Cost; WIDTH]; WIDTH],
}

impl<'a> Alignment<'a> {
    /// The cheapest alignment, if it costs less than a limit; most templates are given up after a position or
    /// two.
    pub(crate) const fn below(
        limit: Cost,
        expected: &'a Expected<'a>,
        found: &'a Found<'a>,
    ) -> Option<Self> {
        let mut alignment = Self {
            expected,
            found,
            costs: [[0; WIDTH]; WIDTH],
        };
        let mut least_before = 0;
        let mut row = 0;
        while row <= expected.count {
            let mut least = Cost::MAX;
            let mut column = 0;
            while column <= found.count {
                let cost = if row + column == 0 {
                    0
                } else {
                    alignment.cheapest(row, column).0
                };
                alignment.costs[row][column] = cost;
                if cost < least {
                    least = cost;
                }
                column += 1;
            }
            // No move leads past two rows, and none makes up for what was lost.
            if least >= limit && least_before >= limit {
                return None;
            }
            least_before = least;
            row += 1;
        }
        if alignment.cost() < limit {
            Some(alignment)
        } else {
            None
        }
    }

    pub(super) const fn cost(&self) -> Cost {
        self.costs[self.expected.count][self.found.count]
    }

    pub(crate) const fn moves(&self) -> Moves {
        let mut moves = Moves {
            moves: [(Move::Facing, 0, 0); 2 * WIDTH],
            next: 2 * WIDTH,
        };
        let (mut row, mut column) = (self.expected.count, self.found.count);
        while row + column > 0 {
            let (_, last) = self.cheapest(row, column);
            let (positions, segments) = last.size();
            (row, column) = (row - positions, column - segments);
            moves.next -= 1;
            moves.moves[moves.next] = (last, row, column);
        }
        moves
    }

    /// The segment that a position takes and that is nearest to one it does not take; a wildcard if none
    /// is near.
    pub(crate) const fn nearest_in(&self, row: usize, column: usize) -> &'a [u8] {
        if let Set::Values(values) = self.expected.position(row).takes
            && let (Some(value), _) = nearest_value(values, self.found.segment(column))
        {
            return value;
        }
        self.anything_in(row)
    }

    /// What stands for a position in a pattern that says nothing about it.
    pub(crate) const fn anything_in(&self, row: usize) -> &'a [u8] {
        match self.expected.position(row).takes {
            Set::One(literal) => literal,
            Set::Values(_) | Set::Spelled(_) | Set::Any => b"*",
            Set::Tail => b">",
        }
    }

    /// The cheapest move to a place that isn't the beginning, from places whose costs are known, and the
    /// cost there.
    const fn cheapest(&self, row: usize, column: usize) -> (Cost, Move) {
        let (expected, found) = (self.expected, self.found);
        let mut best = (Cost::MAX, Move::Facing);
        if row > 0 && column > 0 {
            best.0 = self.costs[row - 1][column - 1] + self.facing(row - 1, column - 1);
        }
        if row > 0 {
            let cost = self.costs[row - 1][column] + self.missing(column);
            if cost < best.0 {
                best = (cost, Move::Missing);
            }
        }
        if column > 0 {
            let cost = self.costs[row][column - 1] + self.surplus(row);
            if cost < best.0 {
                best = (cost, Move::Surplus);
            }
        }
        if row > 0
            && column > 1
            && let Some(one) = expected.literal(row - 1)
        {
            let cost = self.costs[row - 1][column - 2] + SEPARATED;
            let two = [found.segment(column - 2), found.segment(column - 1)];
            if cost < best.0 && are_same_letters([one, b""], two) {
                best = (cost, Move::Split);
            }
        }
        if row > 1
            && column > 0
            && let (Some(first), Some(second)) =
                (expected.literal(row - 2), expected.literal(row - 1))
        {
            let cost = self.costs[row - 2][column - 1] + SEPARATED;
            let one = found.segment(column - 1);
            if cost < best.0 && are_same_letters([first, second], [one, b""]) {
                best = (cost, Move::Joined);
            }
        }
        best
    }

    const fn facing(&self, row: usize, column: usize) -> Cost {
        let segment = self.found.segment(column);
        let is_wildcard = self.found.is_one(column) || self.found.is_tail(column);
        let takes = self.expected.position(row).takes;
        match takes {
            Set::One(_) if is_wildcard => TAKEN,
            _ if is_wildcard => 0,
            Set::One(literal) => difference(literal, segment),
            Set::Values(values) => nearest_value(values, segment).1,
            Set::Spelled(_) if !takes.has(segment) => OTHER,
            Set::Spelled(_) | Set::Any | Set::Tail => TAKEN,
        }
    }

    /// The cost of one more position after so many segments.
    const fn missing(&self, column: usize) -> Cost {
        if column > 0 && column == self.found.count && self.found.is_tail(column - 1) {
            return 0;
        }
        MISSING
    }

    /// The cost of one more segment after so many positions.
    const fn surplus(&self, row: usize) -> Cost {
        if row == 0 {
            return MISSING;
        }
        match self.expected.position(row - 1).takes {
            Set::One(_) => MISSING,
            Set::Values(_) | Set::Spelled(_) | Set::Any => DOTTED,
            Set::Tail => TAKEN,
        }
    }
}
