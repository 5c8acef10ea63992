//! Hashing with a key: as fast as the short texts and small numbers of a trie need, and unguessable
//! without the key.
//!
//! The construction is that of wyhash: words are mixed with the key by a multiplication to twice their
//! width, whose halves are folded together. It is no cryptographic hash; that nobody who does not know
//! the key can find collisions rests on nobody seeing the hashes, which never leave the map.

/// The key of one map.
#[derive(Clone, Copy)]
pub(super) struct Key {
    a: u64,
    b: u64,
}

impl Key {
    pub(super) fn new() -> Self {
        let seed = seed();
        Self {
            a: mix(seed, 0x9e37_79b9_7f4a_7c15) | 1,
            b: mix(!seed, 0xd6e8_feb8_6659_fd93) | 1,
        }
    }

    pub(super) fn pair(self, first: u32, second: u32) -> u64 {
        let word = u64::from(first) << 32 | u64::from(second);
        mix(mix(word ^ self.a, self.b), self.a)
    }

    pub(super) fn text(self, text: &str) -> u64 {
        let mut hash = self.a ^ text.len() as u64;
        let (words, rest) = text.as_bytes().as_chunks::<8>();
        for word in words {
            hash = mix(hash ^ u64::from_le_bytes(*word), self.b);
        }
        let mut last = [0; 8];
        last[..rest.len()].copy_from_slice(rest);
        mix(hash ^ u64::from_le_bytes(last), self.b ^ self.a)
    }
}

/// Multiplies to 128 bits, and folds both halves together.
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
