//! Those patterns that have no [`Shape`](super::shape::Shape) of their own, because shapes are many or the pattern
//! is long.
//!
//! They are a sorted list. A topic skips all patterns that begin with what it doesn't, so it takes as many steps as
//! down a trie; each is a binary search.

use core::cmp::Ordering;
use core::iter;

use super::PatternMap;

/// What patterns are compared by, piece for piece: a literal comes before `*`, and that before `>`.
pub(super) type Piece<'p> = (u8, &'p str);

/// Before all others.
const END: Piece<'static> = (0, "");
const STAR: Piece<'static> = (1, "*");
const TAIL: Piece<'static> = (2, ">");
const NONE_AFTER: Piece<'static> = (3, "");

pub(super) fn pieces(pattern: &str) -> impl Iterator<Item = Piece<'_>> {
    pattern.split('.').map(|piece| match piece {
        "*" => STAR,
        ">" => TAIL,
        literal => (0, literal),
    })
}

/// Takes patterns off the front of the list up to the next that matches a topic, and returns its first entry.
pub(super) fn next<T>(guard: &mut &[u32], topic: &str, map: &PatternMap<T>) -> Option<u32> {
    loop {
        let (entry, rest) = guard.split_first()?;
        let pattern = map.text(*entry);
        let Some((place, piece)) = departure(pattern, topic) else {
            *guard = rest;
            return Some(*entry);
        };
        let skipped = guard.partition_point(|entry| {
            let sought = pieces(pattern).take(place).chain(iter::once(piece));
            pieces(map.text(*entry)).lt(sought)
        });
        *guard = &guard[skipped..];
    }
}

/// How many pieces of a pattern match a topic, and the least piece that may come behind them in a later one; nothing if
/// all do.
fn departure<'t>(pattern: &str, topic: &'t str) -> Option<(usize, Piece<'t>)> {
    let mut segments = topic.split('.');
    for (place, piece) in pieces(pattern).chain([END]).enumerate() {
        match (piece, segments.next()) {
            (TAIL, Some(_)) | (END, None) => break,
            (_, None) => return Some((place, NONE_AFTER)),
            (STAR, _) => {}
            (_, Some(segment)) => match piece.cmp(&(0, segment)) {
                Ordering::Equal => {}
                Ordering::Less => return Some((place, (0, segment))),
                Ordering::Greater => return Some((place, STAR)),
            },
        }
    }
    None
}
