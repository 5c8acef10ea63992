//! Bytes, eight at a time, as one number; the first is the lowest.

use topics_core::word::load;

/// The eight bytes from `at` on, with zeros for those from `end` on; `at` is before `end`.
#[inline]
pub(super) fn word(text: &[u8], at: usize, end: usize) -> u64 {
    let word = load(text, at);
    match end - at {
        8.. => word,
        width => word & ((1 << (8 * width)) - 1),
    }
}

/// A number all of whose bytes are this one.
#[inline]
pub(super) fn spread(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// A bit for each byte that is zero, and for no other.
#[inline]
pub(super) fn zeros(bytes: u64) -> u64 {
    let low = spread(0x7f);
    // No carry leaves a byte, so each tells for itself.
    !(((bytes & low) + low) | bytes | low)
}

/// Which byte the lowest bit is in.
#[inline]
pub(super) fn first(bits: u64) -> usize {
    bits.trailing_zeros() as usize / 8
}

/// The places of the ones, from the lowest.
#[inline]
pub(super) fn ones(mut bits: u32) -> impl Iterator<Item = usize> {
    core::iter::from_fn(move || {
        let place = bits.trailing_zeros() as usize;
        (bits != 0).then(|| {
            bits &= bits - 1;
            place
        })
    })
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::*;

    #[test]
    fn a_word_has_the_bytes_in_their_order() {
        let text: Vec<u8> = (1..30).collect();
        for len in 0..text.len() {
            let text = &text[..len];
            for at in 0..len {
                for end in at + 1..=len {
                    let mut expected = [0; 8];
                    for (byte, from) in expected.iter_mut().zip(&text[at..end]) {
                        *byte = *from;
                    }
                    assert_eq!(
                        word(text, at, end).to_le_bytes(),
                        expected,
                        "{len} {at} {end}"
                    );
                }
            }
        }
    }

    #[test]
    fn each_byte_tells_for_itself_whether_it_is_zero() {
        for pattern in 0..4_u32.pow(8) {
            let bytes =
                core::array::from_fn(|at| [0, 1, 0x80, 0xff][(pattern >> (2 * at)) as usize % 4]);
            let found = zeros(u64::from_le_bytes(bytes)).to_le_bytes();
            assert_eq!(found, bytes.map(|byte| if byte == 0 { 0x80 } else { 0 }));
        }
    }

    #[test]
    fn the_first_bit_tells_its_byte() {
        for bit in 0..64 {
            assert_eq!(first(u64::MAX << bit), bit / 8);
        }
    }
}
