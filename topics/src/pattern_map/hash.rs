//! Hashing with a key: as fast as short texts need, and unguessable without the key.
//!
//! The hash of a text is put together from those of its pieces, the texts between its dots: each is hashed
//! with its place, and the sum is mixed once more. So the hash of `a.*.c` follows from that of `a.b.c` by
//! two additions, and what a topic has to be looked up by is found without a second look at it.
//!
//! The construction is that of wyhash: words are mixed with the key by a multiplication to twice their
//! width, whose halves are folded together. It is no cryptographic hash; that nobody who does not know
//! the key can find collisions rests on nobody seeing the hashes, which never leave the map.

use core::ops::Range;

use super::word::word;

/// The key of one map.
#[derive(Clone, Copy)]
pub(super) struct Key {
    a: u64,
    b: u64,
}

/// The sum of what a text's pieces add to its hash.
pub(super) type Sum = u64;

/// Tells places apart, and has as many ones as zeros.
const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

impl Key {
    pub(super) fn new() -> Self {
        let seed = seed();
        Self {
            a: mix(seed, GOLDEN) | 1,
            b: mix(!seed, 0xd6e8_feb8_6659_fd93) | 1,
        }
    }

    /// Gives all texts the same hash.
    #[cfg(test)]
    pub(super) fn colliding() -> Self {
        Self { a: 0, b: 0 }
    }

    /// What the piece of a text that stands in `range`, after `place` others, adds to the text's hash.
    ///
    /// No piece has a zero byte, so those that fill up the last word can't be taken for some of it.
    #[inline]
    pub(super) fn piece(self, text: &[u8], range: Range<usize>, place: usize) -> Sum {
        let Range { start: mut at, end } = range;
        let mut state = self.a ^ (place as u64).wrapping_mul(GOLDEN);
        while end - at > 16 {
            state = mix(
                word(text, at, end) ^ self.b,
                word(text, at + 8, end) ^ state,
            );
            at += 16;
        }
        let second = if end - at > 8 {
            word(text, at + 8, end)
        } else {
            0
        };
        mix(word(text, at, end) ^ self.b, second ^ state)
    }

    /// The hash of the text whose pieces add up to `sum`.
    #[inline]
    pub(super) fn finish(self, sum: Sum) -> u64 {
        mix(sum ^ self.a, self.b)
    }
}

/// Multiplies to 128 bits, and folds both halves together.
#[inline]
fn mix(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    #[expect(clippy::cast_possible_truncation, reason = "the halves are wanted")]
    let (low, high) = (product as u64, (product >> 64) as u64);
    low ^ high
}

#[cfg(feature = "std")]
fn seed() -> u64 {
    use core::hash::{BuildHasher as _, Hasher as _};

    extern crate std;
    // The standard library's keys come from the operating system, and differ from call to call.
    std::hash::RandomState::new().build_hasher().finish()
}

/// Without an operating system to ask, what differs is where things happen to be, and how many maps
/// there were before.
#[cfg(not(feature = "std"))]
fn seed() -> u64 {
    use core::sync::atomic::{AtomicUsize, Ordering};

    static MAPS: AtomicUsize = AtomicUsize::new(0);
    // Not every target can add atomically, and it does no harm if two maps count as one.
    let count = MAPS.load(Ordering::Relaxed);
    MAPS.store(count.wrapping_add(1), Ordering::Relaxed);
    let place = core::ptr::from_ref(&count).addr();
    mix(
        place as u64 ^ 0xa076_1d64_78bd_642f,
        count as u64 ^ 0xe703_7ed1_a0b4_28db,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_counts_with_its_place_and_without_what_is_around_it() {
        let key = Key::new();
        for len in 1..40 {
            let piece = "x".repeat(len);
            let around = alloc::format!("abc.{piece}.defghijklmnopqrstuvw");
            let inside = key.piece(around.as_bytes(), 4..4 + len, 3);
            assert_eq!(inside, key.piece(piece.as_bytes(), 0..len, 3));
            assert_ne!(inside, key.piece(piece.as_bytes(), 0..len, 4));
            assert_ne!(inside, key.piece(piece.as_bytes(), 0..len - 1, 3));
        }
    }
}
