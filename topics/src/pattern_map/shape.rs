//! Shapes: how many segments a pattern has, and where its wildcards are.
//!
//! Of all patterns of one shape, a topic can be matched by one only, and the topic tells which. So all
//! patterns that match are found by one look-up for each shape, as long as shapes are few.

use alloc::vec::Vec;

use super::guard::pieces;
use super::key::{Key, Sum};

/// How many segments a shape can tell apart.
pub(super) const LONGEST: usize = 16;

/// How many shapes a topic is looked up by.
pub(super) const MOST: usize = 32;

#[derive(Clone, Copy, Default)]
pub(super) struct Shape {
    /// Where the patterns of this shape come among those that match a topic.
    pub(super) order: Order,
    /// A bit for each `*`.
    pub(super) stars: u16,
    /// How many segments there are, without `>`.
    pub(super) segments: u8,
    pub(super) has_tail: bool,
    /// The hashes of the wildcards.
    pub(super) wild: Sum,
    /// How many patterns there are.
    patterns: u32,
}

/// A digit for each of the first [`LONGEST`] segments: 0 for a literal one, 1 for `*`, 2 for `>`.
pub(super) type Order = u32;

pub(super) fn order(pattern: &str) -> Order {
    let digits = pieces(pattern).take(LONGEST).enumerate();
    digits.fold(0, |order, (place, (digit, _))| {
        order | Order::from(digit) << (2 * (LONGEST - 1 - place))
    })
}

impl Shape {
    /// The shape of a pattern, and the pattern's hash.
    pub(super) fn of(pattern: &str, key: &Key) -> (Self, u32) {
        let mut shape = Self {
            order: order(pattern),
            ..Self::default()
        };
        let mut sum: Sum = 0;
        for (place, piece) in pattern.split('.').enumerate() {
            let hash = key.piece(piece.as_bytes(), place);
            sum = sum.wrapping_add(hash);
            if matches!(piece, "*" | ">") {
                shape.wild = shape.wild.wrapping_add(hash);
            }
            match piece {
                ">" => shape.has_tail = true,
                "*" if place < LONGEST => shape.stars |= 1 << place,
                _ => {}
            }
            shape.segments = shape.segments.saturating_add(u8::from(piece != ">"));
        }
        (shape, key.finish(sum))
    }
}

/// The shapes that topics are looked up by.
#[derive(Clone, Default)]
pub(super) struct Shapes {
    /// For topics of one segment, of two, and so on, and of [`LONGEST`] or more: at most [`MOST`] each, in their
    /// order.
    lists: [Vec<Shape>; LONGEST],
}

impl Shapes {
    /// The shapes of patterns that can match a topic with so many segments.
    pub(super) fn of(&self, segments: usize) -> &[Shape] {
        &self.lists[segments.clamp(1, LONGEST) - 1]
    }

    /// Counts one more pattern of this shape; false if the shape is too long, or there are too many already.
    pub(super) fn enter(&mut self, shape: Shape) -> bool {
        if usize::from(shape.segments) + usize::from(shape.has_tail) > LONGEST {
            return false;
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
                list.retain(|shape| shape.patterns > 0);
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
