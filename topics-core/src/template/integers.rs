//! Integers as sets of texts: decimal digits, without `+` and without leading zeros.

use crate::bytes::{follows, part, same};

/// The integers of a range.
#[derive(Clone, Copy)]
pub(crate) struct Integers<'a> {
    /// Not zero, if zero is none of them; the same holds for the greatest.
    pub(super) least: &'a [u8],
    pub(super) greatest: &'a [u8],
    has_zero: bool,
    /// Whether no part of the integers holds one of its ends inside.
    pub(super) is_of_type: bool,
}

/// The primitive types as descriptions have them, and their ranges. Where the size depends on the machine, it is that
/// of the larger machine.
const TYPES: [(&str, &str, &str); 12] = [
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

/// One text from each part into which the ranges of the types cut the integers, and zero, which a type may lack.
pub(super) const PARTS: [&[u8]; 16] = [
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
    b"0",
];

/// The index of the primitive type with this name.
const fn type_index(name: &[u8]) -> Option<usize> {
    let mut index = 0;
    while index < TYPES.len() {
        let text = TYPES[index].0.as_bytes();
        if text.len() == name.len() + 2 && follows(text, 1, name) {
            return Some(index);
        }
        index += 1;
    }
    None
}

impl<'a> Integers<'a> {
    /// The description of the primitive type with this name.
    pub(super) const fn description(name: &[u8]) -> Option<&'static str> {
        match type_index(name) {
            Some(index) => Some(TYPES[index].0),
            None => None,
        }
    }

    /// Reads what stands in angle brackets: a type or a range, perhaps without zero.
    pub(super) const fn read(text: &'a [u8]) -> Option<Self> {
        let (text, has_zero) = match text {
            [b'n', b'o', b'n', b'z', b'e', b'r', b'o', b' ', text @ ..] => (text, false),
            text => (text, true),
        };
        let type_index = type_index(text);
        let (mut least, mut greatest) = if let Some(index) = type_index {
            (TYPES[index].1.as_bytes(), TYPES[index].2.as_bytes())
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
        if !is_integer(least) || !is_integer(greatest) {
            return None;
        }
        if !has_zero {
            least = if let b"0" = least { b"1" } else { least };
            greatest = if let b"0" = greatest { b"-1" } else { greatest };
        }
        if is_less(greatest, least) {
            return None;
        }
        Some(Self {
            least,
            greatest,
            has_zero,
            is_of_type: type_index.is_some(),
        })
    }

    pub(super) const fn cover(self, other: Integers<'_>) -> bool {
        !is_less(other.least, self.least)
            && !is_less(self.greatest, other.greatest)
            && (self.has_zero || !other.have(b"0"))
    }

    pub(super) const fn have(self, text: &[u8]) -> bool {
        is_integer(text)
            && !is_less(text, self.least)
            && !is_less(self.greatest, text)
            && (self.has_zero || !same(text, b"0"))
    }
}

/// Whether a text is what an integer is written as.
const fn is_integer(text: &[u8]) -> bool {
    if let b"0" = text {
        return true;
    }
    let mut digits = if let [b'-', digits @ ..] = text {
        digits
    } else {
        text
    };
    if !matches!(digits, [b'1'..=b'9', ..]) {
        return false;
    }
    while let [digit, rest @ ..] = digits {
        if !digit.is_ascii_digit() {
            return false;
        }
        digits = rest;
    }
    true
}

/// Whether one integer is less than another.
const fn is_less(a: &[u8], b: &[u8]) -> bool {
    let is_negative = matches!(a, [b'-', ..]);
    if is_negative != matches!(b, [b'-', ..]) {
        return is_negative;
    }
    if a.len() != b.len() {
        return (a.len() < b.len()) != is_negative;
    }
    let mut at = 0;
    while at < a.len() {
        if a[at] != b[at] {
            return (a[at] < b[at]) != is_negative;
        }
        at += 1;
    }
    false
}
