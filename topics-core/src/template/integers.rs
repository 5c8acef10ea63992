//! The primitive integers as sets of texts: decimal digits, without `+` and without leading zeros.

/// The integers of a type.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Integers {
    is_signed: bool,
    bits: u32,
}

/// One text from each part into which the ranges of the types cut the integers.
const PARTS: [&[u8]; 15] = [
    b"7",
    b"200",
    b"1000",
    b"40000",
    b"100000",
    b"3000000000",
    b"5000000000",
    b"10000000000000000000",
    b"100000000000000000000",
    b"200000000000000000000000000000000000000",
    b"-7",
    b"-200",
    b"-40000",
    b"-3000000000",
    b"-10000000000000000000",
];

impl Integers {
    /// Those of the type with this name; where the size depends on the machine, those of the larger machine.
    pub(super) const fn of_type(name: &[u8]) -> Option<Self> {
        let (is_signed, bits) = match name {
            b"u8" => (false, 8),
            b"u16" => (false, 16),
            b"u32" => (false, 32),
            b"u64" | b"usize" => (false, 64),
            b"u128" => (false, 128),
            b"i8" => (true, 8),
            b"i16" => (true, 16),
            b"i32" => (true, 32),
            b"i64" | b"isize" => (true, 64),
            b"i128" => (true, 128),
            _ => return None,
        };
        Some(Self { is_signed, bits })
    }

    pub(super) const fn cover(self, other: Self) -> bool {
        self.largest() >= other.largest() && self.smallest() >= other.smallest()
    }

    pub(super) const fn have(self, text: &[u8]) -> bool {
        let (is_negative, digits) = match text {
            [b'-', digits @ ..] => (true, digits),
            digits => (false, digits),
        };
        match digits {
            [] => return false,
            [b'0', ..] => return digits.len() == 1 && !is_negative,
            _ => {}
        }
        let (mut number, mut at) = (0_u128, 0);
        while at < digits.len() {
            let digit = digits[at].wrapping_sub(b'0');
            if digit > 9 {
                return false;
            }
            number = match number.checked_mul(10) {
                Some(number) => match number.checked_add(digit as u128) {
                    Some(number) => number,
                    None => return false,
                },
                None => return false,
            };
            at += 1;
        }
        let limit = if is_negative {
            self.smallest()
        } else {
            self.largest()
        };
        number <= limit
    }

    const fn largest(self) -> u128 {
        let unsigned = u128::MAX >> (128 - self.bits);
        if self.is_signed {
            unsigned >> 1
        } else {
            unsigned
        }
    }

    /// Without its sign.
    const fn smallest(self) -> u128 {
        if self.is_signed {
            1 << (self.bits - 1)
        } else {
            0
        }
    }
}

/// An example of the integers of each part, one after the other.
pub(super) const fn example(index: usize) -> Option<&'static [u8]> {
    if index < PARTS.len() {
        Some(PARTS[index])
    } else {
        None
    }
}
