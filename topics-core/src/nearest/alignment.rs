//! Which segment of a text stands for which position of a template: Needleman and Wunsch's algorithm,
//! with one more move for two segments that should be one, and one for one that should be two.

use super::sides::{MOST_SEGMENTS, Side};
use super::spelling::{are_joined, nearest_value};
use super::{Cost, DOTTED, MISSING, OTHER, SEPARATED, TAKEN};
use crate::template::Kind;

const WIDTH: usize = MOST_SEGMENTS + 1;

/// What becomes of the next positions and segments.
#[derive(Clone, Copy)]
pub(crate) enum Move {
    /// A position and a segment face each other.
    Facing,
    /// The text has nothing for a position; or its `>` takes one more.
    Missing,
    /// The template has nothing for a segment; or its tail takes one more.
    Surplus,
    /// A literal faces two segments, with a dot too many or where another separator should be.
    Split,
    /// Two literals face one segment, with no dot or another separator where a dot should be.
    Joined,
}

impl Move {
    /// Each, with how many positions and how many segments it is about.
    const ALL: [(Self, usize, usize); 5] = [
        (Self::Facing, 1, 1),
        (Self::Missing, 1, 0),
        (Self::Surplus, 0, 1),
        (Self::Split, 1, 2),
        (Self::Joined, 2, 1),
    ];
}

/// The lowest costs of aligning each end of a template with each end of a text.
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
        let costs = [[0; WIDTH]; WIDTH];
        let mut alignment = Self {
            expected,
            found,
            costs,
        };
        let (mut row, mut least_before) = (expected.count + 1, limit);
        while row > 0 {
            row -= 1;
            let (mut least, mut column) = (Cost::MAX, found.count + 1);
            while column > 0 {
                column -= 1;
                let cost = alignment.cheapest(row, column).1;
                alignment.costs[row][column] = cost;
                least = if cost < least { cost } else { least };
            }
            // No move leads past two rows, and none makes up for what is lost.
            if least >= limit && least_before >= limit {
                return None;
            }
            least_before = least;
        }
        if alignment.cost() < limit {
            Some(alignment)
        } else {
            None
        }
    }

    pub(super) const fn cost(&self) -> Cost {
        self.costs[0][0]
    }

    /// The first move of the cheapest alignment of what is behind so many positions and segments, with how many it is about.
    pub(crate) const fn next(&self, row: usize, column: usize) -> Option<(Move, usize, usize)> {
        self.cheapest(row, column).0
    }

    /// This move, and the cost of the alignment.
    const fn cheapest(&self, row: usize, column: usize) -> (Option<(Move, usize, usize)>, Cost) {
        let (mut best, mut least, mut index) = (None, Cost::MAX, 0);
        while index < Move::ALL.len() {
            let (step, positions, segments) = Move::ALL[index];
            let (below, behind) = (row + positions, column + segments);
            if below <= self.expected.count
                && behind <= self.found.count
                && let Some(own) = self.own(step, row, column)
                && own + self.costs[below][behind] < least
            {
                best = Some(Move::ALL[index]);
                least = own + self.costs[below][behind];
            }
            index += 1;
        }
        // Behind all of both there is none.
        (best, if best.is_some() { least } else { 0 })
    }

    /// The cost of a move from a place, if it can be made there.
    const fn own(&self, step: Move, row: usize, column: usize) -> Option<Cost> {
        let (expected, found) = (self.expected, self.found);
        match step {
            Move::Facing => Some(self.facing(row, column)),
            Move::Missing if found.ends_with_tail(column) => Some(0),
            Move::Missing => Some(MISSING),
            Move::Surplus if found.ends_with_tail(column + 1) => Some(TAKEN),
            Move::Surplus => Some(self.surplus(row)),
            Move::Split => match expected.literal(row) {
                Some(whole) if are_joined(found.text(column), found.text(column + 1), whole) => {
                    Some(SEPARATED)
                }
                _ => None,
            },
            Move::Joined => match (expected.literal(row), expected.literal(row + 1)) {
                (Some(one), Some(two)) if are_joined(one, two, found.text(column)) => {
                    Some(SEPARATED)
                }
                _ => None,
            },
        }
    }

    /// Whether a position takes a segment.
    pub(crate) const fn is_taken(&self, row: usize, column: usize) -> bool {
        let takes = self.expected.position(row).takes;
        takes.overlaps(self.found.position(column).takes)
    }

    /// The text that a position takes and that is nearest to a segment it does not take, if one is near.
    pub(crate) const fn nearest_in(&self, row: usize, column: usize) -> Option<&'a str> {
        let position = self.expected.position(row);
        match (position.literal(), position.takes.kind) {
            (None, Kind::Values(values)) => nearest_value(values, self.found.text(column)).0,
            (literal, _) => literal,
        }
    }

    const fn facing(&self, row: usize, column: usize) -> Cost {
        let (expected, found) = (self.expected.position(row), self.found.position(column));
        match expected.takes.kind {
            _ if found.takes.is_any() && expected.literal().is_none() => 0,
            _ if found.takes.is_any() => TAKEN,
            Kind::Values(values) => nearest_value(values, found.text).1,
            _ if expected.takes.has(found.text) => TAKEN,
            _ => OTHER,
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
