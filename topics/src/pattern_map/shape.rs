//! Shapes: how many segments a pattern has, and where its wildcards are.
//!
//! Of all patterns of one shape, a topic can be matched by one only, and the topic tells which. So all
//! patterns that match are found by one look-up for each shape, as long as shapes are few.

use alloc::boxed::Box;
use alloc::vec::Vec;

use super::guard::pieces;
use super::key::{Hash, Key};

/// How many segments a shape can tell apart.
pub(super) const LONGEST: usize = 16;

/// How many shapes a topic is looked up by.
const MOST: usize = 32;

#[derive(Clone)]
pub(super) struct Shape {
    /// A digit for each segment: 0 for a literal one, 1 for `*`, 2 for `>`.
    digits: Box<[u8]>,
    /// The places of all `*`.
    pub(super) stars: Box<[usize]>,
    /// How many segments there are, without `>`.
    pub(super) segments: usize,
    pub(super) has_tail: bool,
    /// The sum of the hashes of the wildcards.
    pub(super) wild: Hash,
    /// How many patterns there are.
    patterns: u32,
}

impl Shape {
    /// The shape of a pattern, and the pattern's hash.
    pub(super) fn of(pattern: &str, key: &Key) -> (Self, Hash) {
        let (mut sum, mut wild) = (Hash::default(), Hash::default());
        for (place, (digit, text)) in pieces(pattern).enumerate() {
            let hash = key.piece(text.as_bytes(), place);
            sum += hash;
            if digit > 0 {
                wild += hash;
            }
        }
        let digits: Box<[u8]> = pieces(pattern).map(|(digit, _)| digit).collect();
        let stars = (0..digits.len()).filter(|place| digits[*place] == 1);
        let has_tail = digits.ends_with(&[2]);
        let shape = Self {
            stars: stars.collect(),
            segments: digits.len() - usize::from(has_tail),
            has_tail,
            digits,
            wild,
            patterns: 0,
        };
        (shape, sum)
    }
}

/// The shapes that topics are looked up by: for those with no segment, with one, and so on, and with [`LONGEST`] or
/// more, at most [`MOST`] each, the more literal first.
#[derive(Clone, Default)]
pub(super) struct Shapes([Vec<Shape>; LONGEST + 1]);

impl Shapes {
    /// The shapes of patterns that can match a topic with so many segments.
    pub(super) fn of(&self, segments: usize) -> &[Shape] {
        &self.0[segments.min(LONGEST)]
    }

    /// Counts one more pattern of this shape; false if the shape is too long, or there are too many already.
    pub(super) fn enter(&mut self, shape: &Shape) -> bool {
        let is_full = |list: &Vec<Shape>| list.len() == MOST && find(list, shape).is_err();
        let lists = self.lists_of(shape);
        if lists.is_empty() || lists.iter().any(is_full) {
            return false;
        }
        for list in lists {
            let place = find(list, shape).unwrap_or_else(|place| {
                list.insert(place, shape.clone());
                place
            });
            list[place].patterns += 1;
        }
        true
    }

    /// Counts one pattern less of a shape that is there.
    pub(super) fn leave(&mut self, shape: &Shape) {
        for list in self.lists_of(shape) {
            if let Ok(place) = find(list, shape) {
                list[place].patterns -= 1;
                list.retain(|shape| shape.patterns > 0);
            }
        }
    }

    /// The lists of the topics that patterns of this shape can match; none if it is too long.
    fn lists_of(&mut self, shape: &Shape) -> &mut [Vec<Shape>] {
        let least = shape.digits.len();
        let most = if shape.has_tail { LONGEST } else { least };
        self.0.get_mut(least..=most).unwrap_or_default()
    }
}

fn find(list: &[Shape], shape: &Shape) -> Result<usize, usize> {
    list.binary_search_by(|other| other.digits.cmp(&shape.digits))
}
