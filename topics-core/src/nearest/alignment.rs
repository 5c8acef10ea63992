//! Which segment of a text stands for which position of a template: Needleman and Wunsch's algorithm,
//! with one more move for two segments that should be one, and one for one that should be two.

use super::spelling::{are_same_letters, difference};
use super::words::{Expected, Found, MOST_SEGMENTS, Word};
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

/// The lowest costs of aligning each beginning of a template with each beginning of a text.
pub(crate) struct Alignment<'a> {
    expected: &'a Expected<'a>,
    found: &'a Found<'a>,
    costs: [[Cost; WIDTH]; WIDTH],
}

impl<'a> Alignment<'a> {
    pub(crate) const fn of(expected: &'a Expected<'a>, found: &'a Found<'a>) -> Self {
        let mut alignment = Self::new(expected, found);
        let mut row = 0;
        while row <= expected.count() {
            alignment.fill(row);
            row += 1;
        }
        alignment
    }

    #[cfg(test)]
    pub(super) fn cost(&self) -> Cost {
        self.costs[self.expected.count()][self.found.count()]
    }

    /// The lowest cost of aligning both, if it is below a limit; most templates are given up after a
    /// position or two.
    pub(super) const fn cost_below(
        limit: Cost,
        expected: &'a Expected<'a>,
        found: &'a Found<'a>,
    ) -> Option<Cost> {
        let mut alignment = Self::new(expected, found);
        let mut least_before = 0;
        let mut row = 0;
        while row <= expected.count() {
            let least = alignment.fill(row);
            // No move leads past two rows, and none makes up for what was lost.
            if least >= limit && least_before >= limit {
                return None;
            }
            least_before = least;
            row += 1;
        }
        let cost = alignment.costs[expected.count()][found.count()];
        if cost < limit { Some(cost) } else { None }
    }

    const fn new(expected: &'a Expected<'a>, found: &'a Found<'a>) -> Self {
        Self {
            expected,
            found,
            costs: [[0; WIDTH]; WIDTH],
        }
    }

    /// Works out the costs of a row from those above it, and says which is the lowest.
    const fn fill(&mut self, row: usize) -> Cost {
        let mut least = Cost::MAX;
        let mut column = 0;
        while column <= self.found.count() {
            let cost = if row + column == 0 {
                0
            } else {
                self.cheapest(row, column).0
            };
            self.costs[row][column] = cost;
            if cost < least {
                least = cost;
            }
            column += 1;
        }
        least
    }

    /// The moves, from left to right, and how many they are.
    pub(crate) const fn moves(&self) -> ([Move; 2 * WIDTH], usize) {
        let mut backwards = [Move::Facing; 2 * WIDTH];
        let mut count = 0;
        let (mut row, mut column) = (self.expected.count(), self.found.count());
        while row + column > 0 {
            let (_, last) = self.cheapest(row, column);
            (row, column) = last.before(row, column);
            backwards[count] = last;
            count += 1;
        }
        let mut moves = backwards;
        let mut at = 0;
        while at < count {
            moves[at] = backwards[count - 1 - at];
            at += 1;
        }
        (moves, count)
    }

    pub(crate) const fn expected(&self) -> &'a Expected<'a> {
        self.expected
    }

    pub(crate) const fn found(&self) -> &'a Found<'a> {
        self.found
    }

    /// The segment that a position takes and that is nearest to one it does not take; a wildcard if none
    /// is near.
    pub(crate) const fn nearest_in(&self, row: usize, column: usize) -> &'a [u8] {
        let mut nearest = self.anything_in(row);
        if let Set::Values(mut values) = self.expected.position(row).takes {
            let mut least = OTHER;
            while let Some(value) = values.next() {
                let difference = difference(Word::of(value), self.found.words[column]);
                if difference < least {
                    (nearest, least) = (value, difference);
                }
            }
        }
        nearest
    }

    /// What stands for a position in a pattern that says nothing about it.
    pub(crate) const fn anything_in(&self, row: usize) -> &'a [u8] {
        match self.expected.position(row).takes {
            Set::One(literal) => literal,
            Set::Values(_) | Set::Integers(_) | Set::Any => b"*",
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
        // Only a literal has a length here.
        if row > 0 && column > 1 && expected.words[row - 1].length > 0 {
            let cost = self.costs[row - 1][column - 2] + SEPARATED;
            let one = expected.words[row - 1];
            let two = [found.words[column - 2], found.words[column - 1]];
            if cost < best.0 && are_same_letters([one, Word::NONE], two) {
                best = (cost, Move::Split);
            }
        }
        if row > 1
            && column > 0
            && expected.words[row - 2].length > 0
            && expected.words[row - 1].length > 0
        {
            let cost = self.costs[row - 2][column - 1] + SEPARATED;
            let two = [expected.words[row - 2], expected.words[row - 1]];
            let one = found.words[column - 1];
            if cost < best.0 && are_same_letters(two, [one, Word::NONE]) {
                best = (cost, Move::Joined);
            }
        }
        best
    }

    const fn facing(&self, row: usize, column: usize) -> Cost {
        let literal = self.expected.words[row];
        let word = self.found.words[column];
        // Of the words of one character, some are wildcards.
        if word.size == 1 && (self.found.is_one(column) || self.found.is_tail(column)) {
            return if literal.length > 0 { TAKEN } else { 0 };
        }
        if literal.length > 0 {
            return difference(literal, word);
        }
        let Set::Values(mut values) = self.expected.positions[row].takes else {
            return TAKEN;
        };
        let mut least = OTHER;
        while let Some(value) = values.next() {
            let difference = difference(Word::of(value), word);
            if difference < least {
                least = difference;
            }
        }
        least
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
        match self.expected.positions[row - 1].takes {
            Set::One(_) => MISSING,
            Set::Values(_) | Set::Integers(_) | Set::Any => DOTTED,
            Set::Tail => TAKEN,
        }
    }
}

impl Move {
    /// How many positions and how many segments a move is about.
    const fn size(self) -> (usize, usize) {
        match self {
            Self::Facing => (1, 1),
            Self::Missing => (1, 0),
            Self::Surplus => (0, 1),
            Self::Split => (1, 2),
            Self::Joined => (2, 1),
        }
    }

    const fn before(self, row: usize, column: usize) -> (usize, usize) {
        let (positions, segments) = self.size();
        (row - positions, column - segments)
    }

    pub(crate) const fn after(self, row: usize, column: usize) -> (usize, usize) {
        let (positions, segments) = self.size();
        (row + positions, column + segments)
    }
}
