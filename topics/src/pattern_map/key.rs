//! Hashing with a key: as fast as short texts need, and unguessable without the key.
//!
//! The hash of a text is the sum of those of its pieces, the texts between its dots, each hashed with its place. So the
//! hash of `a.*.c` follows from that of `a.b.c` by two additions, and all that a topic is looked up by is found without a
//! second look at it.
//!
//! The hash of a piece is foldhash's, with a key that is drawn for each map. It is not a cryptographic hash, but the hashes
//! never leave the map, so whoever doesn't know the key has nothing to find collisions by.

use core::hash::{BuildHasher as _, Hasher as _};
use core::num::Wrapping;

use foldhash::fast::SeedableRandomState;

/// The key of one map.
#[derive(Clone)]
pub(super) struct Key(SeedableRandomState);

/// The hash of a piece, or the sum of several; 32 bits, because a map keeps one for each pattern.
pub(super) type Hash = Wrapping<u32>;

impl Key {
    /// The operating system draws the key.
    #[cfg(feature = "std")]
    pub(super) fn new() -> Self {
        let drawn = std::hash::RandomState::new().build_hasher().finish();
        let shared = foldhash::SharedSeed::global_random();
        Self(SeedableRandomState::with_seed(drawn, shared))
    }

    /// The key comes from addresses in memory.
    #[cfg(not(feature = "std"))]
    pub(super) fn new() -> Self {
        Self(SeedableRandomState::random())
    }

    /// The hash of a piece of a text, which follows `place` others.
    #[inline]
    pub(super) fn piece(&self, piece: &[u8], place: usize) -> Hash {
        let mut hasher = self.0.build_hasher();
        hasher.write(piece);
        hasher.write_usize(place);
        Wrapping((hasher.finish() >> 32) as u32)
    }
}
