//! The texts that one position of a template takes.

use super::integers::Integers;
use crate::bytes::{follows, part, same};

/// A set of segments. To describe more kinds of types, this is the place.
#[derive(Clone, Copy)]
pub(crate) enum Set<'a> {
    One(&'a [u8]),
    Values(ValueTexts<'a>),
    Integers(Integers),
    Any,
    /// Any, and one or more.
    Tail,
}

impl<'a> Set<'a> {
    pub(crate) const fn has(self, segment: &[u8]) -> bool {
        match self {
            Self::One(text) => same(text, segment),
            Self::Values(values) => values.have(segment),
            Self::Integers(integers) => integers.have(segment),
            Self::Any | Self::Tail => true,
        }
    }

    /// The texts, if they can be listed.
    pub(super) const fn values(self) -> Option<ValueTexts<'a>> {
        match self {
            // A literal holds no space, so it is all of one value.
            Self::One(text) => Some(ValueTexts::of(text)),
            Self::Values(values) => Some(values),
            Self::Integers(_) | Self::Any | Self::Tail => None,
        }
    }

    /// Whether it has every text of the other. What can't be listed is never filled by what can.
    pub(super) const fn covers(self, other: Set<'_>) -> bool {
        match (self, other, other.values()) {
            (Self::Any | Self::Tail, _, _) => true,
            // The values that many lines have in common may be many.
            (Self::Values(ours), Set::Values(theirs), _) if ours.are_written_as(theirs) => true,
            (_, _, Some(mut values)) => {
                while let Some(value) = values.next() {
                    if !self.has(value) {
                        return false;
                    }
                }
                true
            }
            (Self::Integers(ours), Set::Integers(theirs), None) => ours.cover(theirs),
            _ => false,
        }
    }

    /// Whether some text is in both.
    pub(super) const fn overlaps(self, other: Set<'_>) -> bool {
        let (mut values, others) = match (self.values(), other.values()) {
            (Some(values), _) => (values, other),
            (None, Some(values)) => (values, self),
            // All types of integers have a zero.
            (None, None) => return true,
        };
        while let Some(value) = values.next() {
            if others.has(value) {
                return true;
            }
        }
        false
    }
}

/// What stands between two values.
const BAR: &[u8] = b" | ";

/// Values, from left to right.
#[derive(Clone, Copy)]
pub(crate) struct ValueTexts<'a> {
    /// Joined by bars, as in the canonical text.
    bytes: &'a [u8],
    /// Where the next value begins; past the end when there is none.
    at: usize,
    /// Those that a type tells of itself, behind the others.
    listed: &'a [&'a str],
}

impl<'a> ValueTexts<'a> {
    pub(crate) const fn of(bytes: &'a [u8]) -> Self {
        Self {
            bytes,
            at: 0,
            listed: &[],
        }
    }

    pub(super) const fn listed(listed: &'a [&'a str]) -> Self {
        Self {
            bytes: b"",
            at: 0,
            listed,
        }
    }

    const fn are_written_as(self, other: ValueTexts<'_>) -> bool {
        self.listed.is_empty() && other.listed.is_empty() && same(self.bytes, other.bytes)
    }

    pub(crate) const fn next(&mut self) -> Option<&'a [u8]> {
        if self.at >= self.bytes.len() {
            let Some((first, rest)) = self.listed.split_first() else {
                return None;
            };
            self.listed = rest;
            return Some(first.as_bytes());
        }
        let start = self.at;
        let mut end = start;
        // A value is a segment, so a space is that of a bar.
        while end < self.bytes.len() && self.bytes[end] != b' ' {
            end += 1;
        }
        self.at = end + BAR.len();
        Some(part(self.bytes, start, end))
    }

    pub(crate) const fn have(mut self, segment: &[u8]) -> bool {
        while self.at < self.bytes.len() {
            let end = self.at + segment.len();
            if follows(self.bytes, self.at, segment)
                && (end == self.bytes.len() || self.bytes[end] == b' ')
            {
                return true;
            }
            self.next();
        }
        while let Some(text) = self.next() {
            if same(text, segment) {
                return true;
            }
        }
        false
    }
}
