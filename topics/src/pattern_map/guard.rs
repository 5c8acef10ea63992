//! Those patterns that have no [`Shape`](super::shape::Shape) of their own, because shapes are many or the pattern
//! is long.
//!
//! They are a sorted list. A topic skips all patterns that begin with what it doesn't, so it takes as many steps as
//! down a trie; each is a binary search.

use core::cmp::Ordering;
use core::iter;

use super::PatternMap;
use super::shape::{Order, order};

/// What patterns are compared by, piece for piece: a literal comes before `*`, and that before `>`.
pub(super) type Piece<'p> = (u8, &'p str);

const STAR: Piece<'static> = (1, "");
const TAIL: Piece<'static> = (2, "");
const NONE_AFTER: Piece<'static> = (3, "");

pub(super) fn pieces(pattern: &str) -> impl Iterator<Item = Piece<'_>> {
    pattern.split('.').map(|piece| match piece {
        "*" => STAR,
        ">" => TAIL,
        literal => (0, literal),
    })
}

/// Finds the guarded patterns that match a topic, in their order.
#[derive(Clone)]
pub(super) struct Walk<'m> {
    topic: &'m str,
    /// The place of the pattern that is looked at next.
    at: usize,
}

impl<'m> Walk<'m> {
    pub(super) fn new(topic: &'m str) -> Self {
        Self { topic, at: 0 }
    }

    /// The next pattern: its place in the order, and the first entry with it.
    pub(super) fn next<T>(&mut self, map: &PatternMap<T>) -> Option<(Order, u32)> {
        loop {
            let entry = *map.guard.get(self.at)?;
            let pattern = map.text(entry);
            let Some((place, piece)) = self.departure(pattern) else {
                self.at += 1;
                return Some((order(pattern), entry));
            };
            self.at = map.guard.partition_point(|entry| {
                let sought = pieces(pattern).take(place).chain(iter::once(piece));
                pieces(map.text(*entry)).lt(sought)
            });
        }
    }

    /// How many pieces of a pattern match, and the least piece that may come behind them in a later one; nothing if
    /// all do.
    fn departure(&self, pattern: &str) -> Option<(usize, Piece<'m>)> {
        let mut segments = self.topic.split('.');
        for (place, piece) in pieces(pattern).enumerate() {
            let Some(segment) = segments.next() else {
                return Some((place, NONE_AFTER));
            };
            match piece.cmp(&(0, segment)) {
                Ordering::Equal => {}
                Ordering::Less => return Some((place, (0, segment))),
                Ordering::Greater if piece == STAR => {}
                Ordering::Greater if piece == TAIL => return None,
                Ordering::Greater => return Some((place, STAR)),
            }
        }
        let place = pieces(pattern).count();
        segments.next().map(|segment| (place, (0, segment)))
    }
}
