//! Both sides of a comparison, cut into segments once.

use crate::bytes::Pieces;
use crate::template::{Position, Positions, Set};

/// Foreign text may be of any length; what is looked at is not.
pub(super) const MOST_SEGMENTS: usize = 64;
/// So many characters of each segment are looked at.
pub(super) const MOST_CHARACTERS: usize = 64;

/// A segment, and what tells quickly that two have nothing in common.
///
/// Calls are what costs most while compiling, so the fields are there to be read in place.
#[derive(Clone, Copy)]
pub(crate) struct Word<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) size: usize,
    /// How many characters are looked at.
    pub(super) length: usize,
    /// A set of them, by their lowest bits.
    pub(super) letters: u32,
    /// The first letter or digit, in lower case; zero if there is none.
    pub(super) first: u8,
}

impl<'a> Word<'a> {
    pub(super) const NONE: Self = Self::of(b"");

    pub(super) const fn of(bytes: &'a [u8]) -> Self {
        let size = bytes.len();
        let (mut length, mut letters, mut first) = (0, 0, 0);
        let mut at = 0;
        while at < size && length <= MOST_CHARACTERS {
            let byte = bytes[at];
            // The bytes that begin a character stand for it.
            if byte & 0xc0 != 0x80 {
                length += 1;
                // Both cases of an ASCII letter have the same five lowest bits.
                letters |= 1 << (byte & 31);
            }
            if first == 0 && matches!(byte, b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | 0x80..) {
                first = byte | 0x20;
            }
            at += 1;
        }
        Self {
            bytes,
            size,
            length: if length > MOST_CHARACTERS {
                MOST_CHARACTERS
            } else {
                length
            },
            letters,
            first,
        }
    }

    /// The characters that are looked at, and zeros.
    pub(super) const fn characters(self) -> [u32; MOST_CHARACTERS] {
        let mut all = [0; MOST_CHARACTERS];
        let mut characters = Characters::of(self.bytes);
        let mut at = 0;
        while at < self.length
            && let Some(c) = characters.next()
        {
            all[at] = c;
            at += 1;
        }
        all
    }
}

/// The characters of a text that is known to be UTF-8.
struct Characters<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Characters<'a> {
    const fn of(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    const fn next(&mut self) -> Option<u32> {
        if self.at == self.bytes.len() {
            return None;
        }
        let first = self.bytes[self.at];
        self.at += 1;
        let mut c = match first {
            0..=0x7f => return Some(first as u32),
            0x80..=0xdf => first & 0x1f,
            0xe0..=0xef => first & 0x0f,
            _ => first & 0x07,
        } as u32;
        while self.at < self.bytes.len() && self.bytes[self.at] & 0xc0 == 0x80 {
            c = c << 6 | (self.bytes[self.at] & 0x3f) as u32;
            self.at += 1;
        }
        Some(c)
    }
}

/// The segments of a text: of a topic, a pattern, or of whatever somebody wrote.
pub(crate) struct Found<'a> {
    pub(super) words: [Word<'a>; MOST_SEGMENTS],
    pub(super) count: usize,
    /// Whether there are more segments than are looked at.
    is_cut: bool,
}

impl<'a> Found<'a> {
    pub(crate) const fn of(text: &'a [u8]) -> Self {
        let mut found = Self {
            words: [Word::NONE; MOST_SEGMENTS],
            count: 0,
            is_cut: false,
        };
        let mut pieces = Pieces::new(text);
        while found.count < MOST_SEGMENTS
            && let Some(piece) = pieces.next()
        {
            found.words[found.count] = Word::of(piece);
            found.count += 1;
        }
        found.is_cut = pieces.start().is_some();
        found
    }

    pub(crate) const fn count(&self) -> usize {
        self.count
    }

    pub(crate) const fn bytes(&self, index: usize) -> &'a [u8] {
        self.words[index].bytes
    }

    pub(crate) const fn is_cut(&self) -> bool {
        self.is_cut
    }

    pub(crate) const fn is_one(&self, index: usize) -> bool {
        matches!(self.words[index].bytes, b"*")
    }

    /// Whether this is the `>` at the end of a pattern.
    pub(crate) const fn is_tail(&self, index: usize) -> bool {
        index + 1 == self.count && matches!(self.words[index].bytes, b">")
    }

    pub(super) const fn ends_with_tail(&self) -> bool {
        self.count > 0 && self.is_tail(self.count - 1)
    }
}

/// The positions of a template.
pub(crate) struct Expected<'a> {
    pub(super) positions: [Position<'a>; MOST_SEGMENTS],
    /// The literals; elsewhere, nothing.
    pub(super) words: [Word<'a>; MOST_SEGMENTS],
    pub(super) count: usize,
    is_cut: bool,
}

impl<'a> Expected<'a> {
    pub(crate) const fn of(template: &'a [u8]) -> Self {
        let nothing = Position {
            text: b"",
            takes: Set::Any,
            of: b"",
        };
        let mut expected = Self {
            positions: [nothing; MOST_SEGMENTS],
            words: [Word::NONE; MOST_SEGMENTS],
            count: 0,
            is_cut: false,
        };
        let mut positions = Positions::of(template);
        while let Some(position) = positions.next() {
            if expected.count == MOST_SEGMENTS {
                expected.is_cut = true;
                break;
            }
            if let Set::One(literal) = position.takes {
                expected.words[expected.count] = Word::of(literal);
            }
            expected.positions[expected.count] = position;
            expected.count += 1;
        }
        expected
    }

    pub(crate) const fn count(&self) -> usize {
        self.count
    }

    pub(crate) const fn position(&self, index: usize) -> Position<'a> {
        self.positions[index]
    }

    pub(crate) const fn is_cut(&self) -> bool {
        self.is_cut
    }

    pub(super) const fn ends_with_tail(&self) -> bool {
        self.count > 0 && matches!(self.positions[self.count - 1].takes, Set::Tail)
    }
}
