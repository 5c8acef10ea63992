//! A keyed hash of segments.

use core::hash::{BuildHasher as _, Hasher as _};

use hashbrown::DefaultHashBuilder;

/// What hashes are made with; it differs from map to map, and nobody can guess it from outside.
#[derive(Clone)]
pub(super) struct Key {
    hasher: DefaultHashBuilder,
    /// The bits of a hash that count: all of them, but in tests.
    mask: u32,
}

/// The hash of a segment at its place, or a sum of such hashes.
pub(super) type Sum = u64;

impl Key {
    pub(super) fn new() -> Self {
        Self {
            hasher: DefaultHashBuilder::default(),
            mask: u32::MAX,
        }
    }

    /// With this one, all patterns have one hash.
    #[cfg(test)]
    pub(super) fn colliding() -> Self {
        Self {
            mask: 0,
            ..Self::new()
        }
    }

    /// The hash of the segment or wildcard that stands at a place.
    #[inline]
    pub(super) fn piece(&self, piece: &[u8], place: usize) -> Sum {
        let mut hasher = self.hasher.build_hasher();
        hasher.write_usize(place);
        hasher.write(piece);
        hasher.finish()
    }

    /// The hash of a pattern whose pieces have this sum.
    #[inline]
    #[expect(clippy::cast_possible_truncation, reason = "32 bits are kept")]
    pub(super) fn finish(&self, sum: Sum) -> u32 {
        // The bits of each hash are mixed well already.
        (sum ^ sum >> 32) as u32 & self.mask
    }
}
