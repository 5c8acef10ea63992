//! Hashing with a key: as fast as short texts need, and unguessable without the key.
//!
//! The hash of a text is put together from those of its pieces, the texts between its dots: each is hashed
//! with its place, and the sum is mixed once more. So the hash of `a.*.c` follows from that of `a.b.c` by
//! two additions, and all that a topic is looked up by is found without a second look at it.
//!
//! The hash of a piece is foldhash's, with a key that is drawn for each map. It is not a cryptographic hash, but the hashes
//! never leave the map, so whoever doesn't know the key has nothing to find collisions by.

use core::hash::{BuildHasher as _, Hasher as _};

use foldhash::fast::SeedableRandomState;

/// The key of one map.
#[derive(Clone)]
pub(super) struct Key {
    state: SeedableRandomState,
    /// The bits that are kept of a hash: all, but in tests.
    kept: u32,
}

/// The sum of the hashes of a text's pieces.
pub(super) type Sum = u64;

impl Key {
    pub(super) fn new() -> Self {
        Self {
            state: drawn(),
            kept: u32::MAX,
        }
    }

    /// Gives all texts the same hash.
    #[cfg(test)]
    pub(super) fn colliding() -> Self {
        Self {
            kept: 0,
            ..Self::new()
        }
    }

    /// The hash of a piece of a text, which follows `place` others.
    #[inline]
    pub(super) fn piece(&self, piece: &[u8], place: usize) -> Sum {
        let mut hasher = self.state.build_hasher();
        hasher.write(piece);
        hasher.write_usize(place);
        hasher.finish()
    }

    /// The hash of the text whose pieces add up to `sum`.
    #[inline]
    #[expect(clippy::cast_possible_truncation, reason = "32 bits are kept")]
    pub(super) fn finish(&self, sum: Sum) -> u32 {
        self.state.hash_one(sum) as u32 & self.kept
    }
}

/// The operating system draws the key.
#[cfg(feature = "std")]
fn drawn() -> SeedableRandomState {
    let drawn = std::hash::RandomState::new().build_hasher().finish();
    SeedableRandomState::with_seed(drawn, foldhash::SharedSeed::global_random())
}

/// The key comes from addresses in memory.
#[cfg(not(feature = "std"))]
fn drawn() -> SeedableRandomState {
    SeedableRandomState::random()
}
