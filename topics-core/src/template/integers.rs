//! Integers as sets of texts: decimal digits, without `+` and without leading zeros.

use crate::bytes::{LONGEST_INTEGER, follows, part, same, write_number};

/// The integers of a range.
#[derive(Clone, Copy)]
pub(crate) struct Integers<'a> {
    /// Not zero, if zero is none of them; the same holds for the greatest.
    pub(super) least: Integer<'a>,
    pub(super) greatest: Integer<'a>,
    has_zero: bool,
}

/// The primitive types as descriptions have them, and their ranges. Where the size depends on the machine, it is that
/// of the larger machine.
pub(super) const TYPES: [(&str, &str, &str); 12] = [
    ("<u8>", "0", "255"),
    ("<u16>", "0", "65535"),
    ("<u32>", "0", "4294967295"),
    ("<u64>", "0", "18446744073709551615"),
    ("<usize>", "0", "18446744073709551615"),
    ("<u128>", "0", "340282366920938463463374607431768211455"),
    ("<i8>", "-128", "127"),
    ("<i16>", "-32768", "32767"),
    ("<i32>", "-2147483648", "2147483647"),
    ("<i64>", "-9223372036854775808", "9223372036854775807"),
    ("<isize>", "-9223372036854775808", "9223372036854775807"),
    (
        "<i128>",
        "-170141183460469231731687303715884105728",
        "170141183460469231731687303715884105727",
    ),
];

/// The primitive type with this name.
pub(super) const fn primitive(name: &[u8]) -> Option<(&'static str, &'static str, &'static str)> {
    let mut index = 0;
    while index < TYPES.len() {
        let text = TYPES[index].0.as_bytes();
        if text.len() == name.len() + 2 && follows(text, 1, name) {
            return Some(TYPES[index]);
        }
        index += 1;
    }
    None
}

impl<'a> Integers<'a> {
    /// Reads what stands in angle brackets: a type or a range, perhaps without zero.
    pub(super) const fn read(text: &'a [u8]) -> Option<Self> {
        let (text, has_zero) = match text {
            [b'n', b'o', b'n', b'z', b'e', b'r', b'o', b' ', text @ ..] => (text, false),
            text => (text, true),
        };
        let (mut least, mut greatest) = if let Some((_, least, greatest)) = primitive(text) {
            (least.as_bytes(), greatest.as_bytes())
        } else {
            let mut at = 0;
            while at < text.len() && !follows(text, at, b"..=") {
                at += 1;
            }
            if at == text.len() {
                return None;
            }
            (part(text, 0, at), part(text, at + 3, text.len()))
        };
        if !has_zero {
            least = if let b"0" = least { b"1" } else { least };
            greatest = if let b"0" = greatest { b"-1" } else { greatest };
        }
        let (Some(least), Some(greatest)) = (Integer::read(least), Integer::read(greatest)) else {
            return None;
        };
        if greatest.is_less_than(least) {
            return None;
        }
        Some(Self {
            least,
            greatest,
            has_zero,
        })
    }

    pub(super) const fn cover(self, other: Integers<'_>) -> bool {
        !other.least.is_less_than(self.least)
            && !self.greatest.is_less_than(other.greatest)
            && (self.has_zero || !other.have(b"0"))
    }

    pub(super) const fn have(self, text: &[u8]) -> bool {
        let Some(integer) = Integer::read(text) else {
            return false;
        };
        !integer.is_less_than(self.least)
            && !self.greatest.is_less_than(integer)
            && (self.has_zero || !same(text, b"0"))
    }
}

/// An integer, no larger than those of the primitive types.
#[derive(Clone, Copy)]
pub(super) struct Integer<'a> {
    pub(super) text: &'a [u8],
    is_negative: bool,
    /// Without the sign.
    size: u128,
}

impl<'a> Integer<'a> {
    /// The integer that is written so, if one is.
    const fn read(text: &'a [u8]) -> Option<Self> {
        let (is_negative, digits) = match text {
            [b'-', digits @ ..] => (true, digits),
            digits => (false, digits),
        };
        if !(matches!(text, b"0") || matches!(digits, [b'1'..=b'9', ..])) {
            return None;
        }
        let Ok(digits) = core::str::from_utf8(digits) else {
            return None;
        };
        match u128::from_str_radix(digits, 10) {
            Ok(size) => Some(Self {
                text,
                is_negative,
                size,
            }),
            Err(_) => None,
        }
    }

    /// Writes the next integer.
    pub(super) const fn next(self, room: &mut [u8; LONGEST_INTEGER]) -> Option<&[u8]> {
        let is_negative = self.is_negative && self.size > 1;
        let next = match (self.is_negative, self.size.checked_add(1)) {
            (true, _) => self.size.saturating_sub(1),
            (false, Some(next)) => next,
            (false, None) => return None,
        };
        let mut at = write_number(next, room);
        if is_negative {
            at -= 1;
            room[at] = b'-';
        }
        Some(part(room, at, room.len()))
    }

    const fn is_less_than(self, other: Integer<'_>) -> bool {
        if self.is_negative && other.is_negative {
            return self.size > other.size;
        }
        self.is_negative || !other.is_negative && self.size < other.size
    }
}
