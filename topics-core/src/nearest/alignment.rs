//! Which segment of a text stands for which position of a template: Needleman and Wunsch's algorithm,
//! with one more move for two segments that should be one, and one for one that should be two.

use super::sides::{MOST_SEGMENTS, Side};
use super::spelling::{are_same_letters, nearest_value};
use super::{Cost, DOTTED, MISSING, OTHER, SEPARATED, TAKEN};
use crate::template::Set;

const WIDTH: usize = MOST_SEGMENTS + 1;

/// How the beginnings of both sides are aligned, one segment at a time.
#[derive(Clone, Copy, PartialEq)]
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
    /// Each, with how many positions and how many segments it is about.
    pub(super) const ALL: [(Self, usize, usize); 5] = [
        (Self::Facing, 1, 1),
        (Self::Missing, 1, 0),
        (Self::Surplus, 0, 1),
        (Self::Split, 1, 2),
        (Self::Joined, 2, 1),
    ];
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
    pub(crate) expected: &'a Side<'a>,
    pub(crate) found: &'a Side<'a>,
    costs: [[Cost; WIDTH]; WIDTH],
}

impl<'a> Alignment<'a> {
    /// The cheapest alignment, if it costs less than a limit; most templates are given up after a position or
    /// two.
    pub(crate) const fn below(
        limit: Cost,
        expected: &'a Side<'a>,
        found: &'a Side<'a>,
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
            let (_, (last, positions, segments)) = self.cheapest(row, column);
            (row, column) = (row - positions, column - segments);
            moves.next -= 1;
            moves.moves[moves.next] = (last, row, column);
        }
        moves
    }

    /// Whether a position takes a segment.
    pub(crate) const fn is_taken(&self, row: usize, column: usize) -> bool {
        let takes = self.expected.position(row).takes;
        takes.overlaps(self.found.position(column).takes)
    }

    /// The text that a position takes and that is nearest to a segment it does not take, if one is near.
    pub(crate) const fn nearest_in(&self, row: usize, column: usize) -> Option<&'a str> {
        let position = self.expected.position(row);
        match (position.literal(), position.takes) {
            (None, Set::Values(values)) => nearest_value(values, self.found.text(column)).0,
            (literal, _) => literal,
        }
    }

    /// The cheapest move to a place that isn't the beginning, from places whose costs are known, and the
    /// cost there.
    const fn cheapest(&self, row: usize, column: usize) -> (Cost, (Move, usize, usize)) {
        let (mut best, mut index) = ((Cost::MAX, Move::ALL[0]), 0);
        while index < Move::ALL.len() {
            let (step, positions, segments) = Move::ALL[index];
            if positions <= row && segments <= column {
                let before = self.costs[row - positions][column - segments];
                // Most need not be worked out.
                if before < best.0
                    && let Some(own) = self.own(step, row - positions, column - segments)
                    && before + own < best.0
                {
                    best = (before + own, Move::ALL[index]);
                }
            }
            index += 1;
        }
        best
    }

    /// The cost of a move from a place, if it can be made there.
    const fn own(&self, step: Move, row: usize, column: usize) -> Option<Cost> {
        let (expected, found) = (self.expected, self.found);
        match step {
            Move::Facing => Some(self.facing(row, column)),
            Move::Missing if found.ends_with_tail(column) => Some(0),
            Move::Missing => Some(MISSING),
            Move::Surplus => Some(self.surplus(row)),
            Move::Split => separated(
                [expected.literal(row), Some("")],
                [found.text(column), found.text(column + 1)],
            ),
            Move::Joined => separated(
                [expected.literal(row), expected.literal(row + 1)],
                [found.text(column), ""],
            ),
        }
    }

    const fn facing(&self, row: usize, column: usize) -> Cost {
        let (expected, found) = (self.expected.position(row), self.found.position(column));
        match expected.takes {
            _ if found.takes.is_any() && expected.literal().is_none() => 0,
            _ if found.takes.is_any() => TAKEN,
            Set::Values(values) => nearest_value(values, found.text).1,
            Set::Spelled(_) if expected.takes.has(found.text) => TAKEN,
            Set::Spelled(_) => OTHER,
        }
    }

    /// The cost of one more segment after so many positions.
    const fn surplus(&self, row: usize) -> Cost {
        if row == 0 {
            return MISSING;
        }
        match self.expected.position(row - 1) {
            before if before.is_tail => TAKEN,
            before if before.literal().is_some() => MISSING,
            _ => DOTTED,
        }
    }
}

/// The cost of another separator, if that is all that differs.
const fn separated(literals: [Option<&str>; 2], segments: [&str; 2]) -> Option<Cost> {
    match literals {
        [Some(one), Some(two)] if are_same_letters([one, two], segments) => Some(SEPARATED),
        _ => None,
    }
}
