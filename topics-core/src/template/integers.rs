//! Integers as sets of texts: decimal digits, without `+` and without leading zeros.

use crate::bytes::{LONGEST_INTEGER, follows, same, write_number};

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
pub(super) const fn primitive(name: &str) -> Option<(&'static str, &'static str, &'static str)> {
    let mut index = 0;
    while index < TYPES.len() {
        let text = TYPES[index].0;
        if text.len() == name.len() + 2 && follows(text, 1, name) {
            return Some(TYPES[index]);
        }
        index += 1;
    }
    None
}

impl<'a> Integers<'a> {
    /// Reads what stands in angle brackets: a type or a range, perhaps without zero.
    pub(super) const fn read(text: &'a str) -> Option<Self> {
        let has_zero = !follows(text, 0, "nonzero ");
        let (_, text) = text.split_at(if has_zero { 0 } else { "nonzero ".len() });
        let (mut least, mut greatest) = if let Some((_, least, greatest)) = primitive(text) {
            (least, greatest)
        } else {
            let mut at = 0;
            while at < text.len() && !follows(text, at, "..=") {
                at += 1;
            }
            if at == text.len() {
                return None;
            }
            let (least, rest) = text.split_at(at);
            (least, rest.split_at("..=".len()).1)
        };
        if !has_zero {
            least = if same(least, "0") { "1" } else { least };
            greatest = if same(greatest, "0") { "-1" } else { greatest };
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
            && (self.has_zero || !other.have("0"))
    }

    pub(super) const fn have(self, text: &str) -> bool {
        let Some(integer) = Integer::read(text) else {
            return false;
        };
        !integer.is_less_than(self.least)
            && !self.greatest.is_less_than(integer)
            && (self.has_zero || !same(text, "0"))
    }
}

/// An integer, no larger than those of the primitive types.
#[derive(Clone, Copy)]
pub(super) struct Integer<'a> {
    pub(super) text: &'a str,
    is_negative: bool,
    /// Without the sign.
    size: u128,
}

impl<'a> Integer<'a> {
    /// The integer that is written so, if one is.
    const fn read(text: &'a str) -> Option<Self> {
        let is_negative = follows(text, 0, "-");
        let (_, digits) = text.split_at(is_negative as usize);
        if !matches!(
            (text.as_bytes(), digits.as_bytes()),
            (b"0", _) | (_, [b'1'..=b'9', ..])
        ) {
            return None;
        }
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
    pub(super) const fn next(self, room: &mut [u8; LONGEST_INTEGER]) -> Option<&str> {
        let next = match (self.is_negative, self.size.checked_add(1)) {
            (true, _) => self.size.saturating_sub(1),
            (false, Some(next)) => next,
            (false, None) => return None,
        };
        Some(write_number(self.is_negative && next > 0, next, room))
    }

    const fn is_less_than(self, other: Integer<'_>) -> bool {
        if self.is_negative && other.is_negative {
            return self.size > other.size;
        }
        self.is_negative || !other.is_negative && self.size < other.size
    }
}
