//! The values of a closed placeholder, as they stand in the canonical text.

use crate::bytes::{follows, part};

/// What stands between two values.
const BAR: &[u8] = b" | ";

/// Values joined by bars, from left to right.
#[derive(Clone, Copy)]
pub(crate) struct ValueTexts<'a> {
    bytes: &'a [u8],
    /// Where the next value begins; past the end when there is none.
    at: usize,
}

impl<'a> ValueTexts<'a> {
    pub(crate) const fn of(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    pub(crate) const fn next(&mut self) -> Option<&'a [u8]> {
        if self.at >= self.bytes.len() {
            return None;
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
        false
    }
}
