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
        let mut alignment = Self {
            expected,
            found,
            costs: [[0; WIDTH]; WIDTH],
        };
        let mut row = 0;
        while row <= expected.count() {
            let mut column = 0;
            while column <= found.count() {
                if row + column > 0 {
                    (alignment.costs[row][column], _) = alignment.cheapest(row, column);
                }
                column += 1;
            }
            row += 1;
        }
        alignment
    }

    pub(crate) const fn cost(&self) -> Cost {
        self.costs[self.expected.count()][self.found.count()]
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
                let difference = difference(Word::of(value), self.found.word(column));
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
            Set::Values(_) | Set::Any => b"*",
            Set::Tail => b">",
        }
    }

    /// The cheapest move to a place that isn't the beginning, from places whose costs are known, and the
    /// cost there.
    const fn cheapest(&self, row: usize, column: usize) -> (Cost, Move) {
        const MOVES: [Move; 5] = [
            Move::Facing,
            Move::Missing,
            Move::Surplus,
            Move::Split,
            Move::Joined,
        ];
        let mut best = (Cost::MAX, Move::Facing);
        let mut index = 0;
        while index < MOVES.len() {
            let last = MOVES[index];
            if let Some(cost) = self.cost_of(last, row, column) {
                let (row, column) = last.before(row, column);
                let cost = self.costs[row][column] + cost;
                if cost < best.0 {
                    best = (cost, last);
                }
            }
            index += 1;
        }
        best
    }

    /// The cost of a move to a place, if it can be made.
    const fn cost_of(&self, last: Move, row: usize, column: usize) -> Option<Cost> {
        match last {
            Move::Facing if row > 0 && column > 0 => Some(self.facing(row - 1, column - 1)),
            Move::Missing if row > 0 => Some(self.missing(column)),
            Move::Surplus if column > 0 => Some(self.surplus(row)),
            Move::Split if row > 0 && column > 1 => {
                let Some(literal) = self.expected.literal(row - 1) else {
                    return None;
                };
                let two = [self.found.word(column - 2), self.found.word(column - 1)];
                separated([literal, Word::NONE], two)
            }
            Move::Joined if row > 1 && column > 0 => {
                let (Some(first), Some(second)) = (
                    self.expected.literal(row - 2),
                    self.expected.literal(row - 1),
                ) else {
                    return None;
                };
                let one = [self.found.word(column - 1), Word::NONE];
                separated([first, second], one)
            }
            _ => None,
        }
    }

    const fn facing(&self, row: usize, column: usize) -> Cost {
        let takes = self.expected.position(row).takes;
        let word = self.found.word(column);
        if self.found.is_one(column) || self.found.is_tail(column) {
            return match takes {
                Set::One(_) => TAKEN,
                _ => 0,
            };
        }
        match (takes, self.expected.literal(row)) {
            (_, Some(literal)) => difference(literal, word),
            (Set::Values(mut values), _) => {
                let mut least = OTHER;
                while let Some(value) = values.next() {
                    let difference = difference(Word::of(value), word);
                    if difference < least {
                        least = difference;
                    }
                }
                least
            }
            _ => TAKEN,
        }
    }

    /// The cost of one more position after so many segments.
    const fn missing(&self, column: usize) -> Cost {
        if column > 0 && self.found.is_tail(column - 1) {
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
            Set::Values(_) | Set::Any => DOTTED,
            Set::Tail => TAKEN,
        }
    }
}

const fn separated(literals: [Word<'_>; 2], words: [Word<'_>; 2]) -> Option<Cost> {
    if are_same_letters(literals, words) {
        return Some(SEPARATED);
    }
    None
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
