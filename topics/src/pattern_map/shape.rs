//! Shapes: how many segments a pattern has, and where its wildcards are.
//!
//! Of all patterns of one shape, a topic can be matched by one only, and the topic tells which. So all
//! patterns that match are found by one look for each shape that there is, as long as shapes are few.

use alloc::vec::Vec;

use super::hash::{Key, Sum};
use super::pieces::pieces;

/// How many segments a shape can tell apart.
pub(super) const LONGEST: usize = 16;

/// How many shapes a topic is looked up by.
pub(super) const MOST: usize = 32;

#[derive(Clone, Copy)]
pub(super) struct Shape {
    /// Where the patterns of this shape come among those that match a topic.
    pub(super) order: Order,
    /// A bit for each `*`.
    pub(super) stars: u16,
    /// How many segments there are, without `>`.
    pub(super) segments: u8,
    pub(super) has_tail: bool,
    /// What the wildcards add to a pattern's hash.
    pub(super) wild: Sum,
    /// How many patterns there are.
    patterns: u32,
}

/// A digit for each of the first [`LONGEST`] segments: 0 for a literal one, 1 for `*`, 2 for `>`.
pub(super) type Order = u32;

pub(super) const STAR: Order = 1;
pub(super) const TAIL: Order = 2;

/// A digit in its place.
#[inline]
pub(super) fn digit(place: usize, digit: Order) -> Order {
    match place {
        0..LONGEST => digit << (2 * (LONGEST - 1 - place)),
        _ => 0,
    }
}

/// The bit of a place, if it is one of the first [`LONGEST`].
fn bit(place: usize) -> u16 {
    match place {
        0..LONGEST => 1 << place,
        _ => 0,
    }
}

impl Shape {
    /// The shape of a pattern, if it is not too long for one, and the sum of the pattern's hash.
    pub(super) fn of(pattern: &[u8], key: Key) -> (Option<Self>, Sum) {
        let mut shape = Self {
            order: 0,
            stars: 0,
            segments: 0,
            has_tail: false,
            wild: 0,
            patterns: 0,
        };
        let mut sum: Sum = 0;
        for (place, piece) in pieces(pattern).enumerate() {
            let first = pattern[piece.start];
            let added = key.piece(pattern, piece, place);
            sum = sum.wrapping_add(added);
            match first {
                b'*' => {
                    shape.order |= digit(place, STAR);
                    shape.stars |= bit(place);
                }
                b'>' => {
                    shape.order |= digit(place, TAIL);
                    shape.has_tail = true;
                }
                _ => {}
            }
            if matches!(first, b'*' | b'>') {
                shape.wild = shape.wild.wrapping_add(added);
            }
            if first != b'>' {
                shape.segments = shape.segments.saturating_add(1);
            }
        }
        let pieces = usize::from(shape.segments) + usize::from(shape.has_tail);
        ((pieces <= LONGEST).then_some(shape), sum)
    }
}

/// The shapes that topics are looked up by.
#[derive(Clone, Default)]
pub(super) struct Shapes {
    /// For topics of one segment, of two, and so on, and of more than [`LONGEST`]: at most [`MOST`] each,
    /// in their order.
    lists: Vec<Vec<Shape>>,
}

impl Shapes {
    /// The shapes of patterns that can match a topic with so many segments.
    pub(super) fn of(&self, segments: usize) -> &[Shape] {
        let index = segments.min(LONGEST + 1).checked_sub(1);
        let list = index.and_then(|index| self.lists.get(index));
        list.map_or(&[], Vec::as_slice)
    }

    /// Counts one more pattern of this shape; false if there are too many shapes already.
    pub(super) fn enter(&mut self, shape: Shape) -> bool {
        if self.lists.is_empty() {
            self.lists.resize(LONGEST + 1, Vec::new());
        }
        let lists = self.lists_of(shape);
        let is_full = |list: &Vec<Shape>| list.len() == MOST && find(list, shape).is_err();
        if lists.iter().any(is_full) {
            return false;
        }
        for list in lists {
            let place = find(list, shape).unwrap_or_else(|place| {
                list.insert(place, shape);
                place
            });
            list[place].patterns += 1;
        }
        true
    }

    /// Counts one pattern less of a shape that is there.
    pub(super) fn leave(&mut self, shape: Shape) {
        for list in self.lists_of(shape) {
            if let Ok(place) = find(list, shape) {
                list[place].patterns -= 1;
                if list[place].patterns == 0 {
                    list.remove(place);
                }
            }
        }
    }

    /// The lists of the topics that patterns of this shape can match.
    fn lists_of(&mut self, shape: Shape) -> &mut [Vec<Shape>] {
        let segments = usize::from(shape.segments);
        if shape.has_tail {
            &mut self.lists[segments..]
        } else {
            &mut self.lists[segments - 1..segments]
        }
    }
}

fn find(list: &[Shape], shape: Shape) -> Result<usize, usize> {
    list.binary_search_by_key(&shape.order, |other| other.order)
}
