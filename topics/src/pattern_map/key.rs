//! Hashing with a key: as fast as short texts need, and unguessable without the key.
//!
//! The hash of a text is put together from those of its pieces, the texts between its dots: each is hashed
//! with its place, and the sum is mixed once more. So the hash of `a.*.c` follows from that of `a.b.c` by
//! two additions, and all that a topic is looked up by is found without a second look at it.
//!
//! The construction is that of wyhash: words are mixed with the key by a multiplication to twice their
//! width, whose halves are folded together. It is not a cryptographic hash. Nobody who doesn't know the key can
//! find collisions, because the hashes never leave the map.

use core::ops::Range;

use topics_core::word::load;

/// The key of one map.
#[derive(Clone, Copy)]
pub(super) struct Key {
    a: u64,
    b: u64,
}

/// The sum of the hashes of a text's pieces.
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

    /// The hash of the piece of a text in `range`, which follows `place` others.
    ///
    /// No piece has a zero byte, so those that fill up the last word can't be taken for a part of it.
    #[inline]
    pub(super) fn piece(self, text: &[u8], range: Range<usize>, place: usize) -> Sum {
        let Range { start: mut at, end } = range;
        let mut state = self.a ^ (place as u64).wrapping_mul(GOLDEN);
        while end - at > 16 {
            let second = word(text, at + 8, end) ^ state;
            state = mix(word(text, at, end) ^ self.b, second);
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
    #[expect(clippy::cast_possible_truncation, reason = "32 bits are kept")]
    pub(super) fn finish(self, sum: Sum) -> u32 {
        mix(sum ^ self.a, self.b) as u32
    }
}

/// The eight bytes from `at` on, with zeros for those from `end` on; `at` is before `end`.
#[inline]
fn word(text: &[u8], at: usize, end: usize) -> u64 {
    let word = load(text, at);
    match end - at {
        8.. => word,
        width => word & ((1 << (8 * width)) - 1),
    }
}

/// Multiplies to 128 bits, and folds both halves together.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "the halves are wanted")]
fn mix(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    product as u64 ^ (product >> 64) as u64
}

#[cfg(feature = "std")]
fn seed() -> u64 {
    use core::hash::{BuildHasher as _, Hasher as _};

    extern crate std;
    // The standard library's keys come from the operating system, and differ from call to call.
    std::hash::RandomState::new().build_hasher().finish()
}

/// Without an operating system to ask, the seed comes from an address and a count of the maps.
#[cfg(not(feature = "std"))]
fn seed() -> u64 {
    use core::sync::atomic::{AtomicUsize, Ordering};

    static MAPS: AtomicUsize = AtomicUsize::new(0);
    // Not every target can add atomically, and it does no harm if two maps count as one.
    let count = MAPS.load(Ordering::Relaxed).wrapping_add(1);
    MAPS.store(count, Ordering::Relaxed);
    let address = core::ptr::from_ref(&count).addr();
    mix(address as u64 ^ GOLDEN, !(count as u64))
}
