//! What the targets share: inputs that are small enough for brute force.

use arbitrary::Arbitrary;
use topics::Pattern;

/// A segment of a length that the library treats differently: short, of one word of eight bytes, longer than
/// that, longer than a block of 64 bytes, or not ASCII.
#[derive(Arbitrary, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    A,
    B,
    EightBytes,
    NineBytes,
    Long,
    NotAscii,
}

/// Two different words, and one that no pattern names.
#[derive(Arbitrary, Clone, Copy, Debug)]
pub struct Words([Word; 2]);

/// A pattern of one to four segments.
#[derive(Arbitrary, Clone, Copy, Debug)]
pub struct ShortPattern {
    pieces: [Piece; 3],
    length: u8,
    has_tail: bool,
}

#[derive(Arbitrary, Clone, Copy, Debug)]
enum Piece {
    Any,
    First,
    Second,
}

impl Word {
    pub fn text(self) -> &'static str {
        match self {
            Self::A => "a",
            Self::B => "b",
            Self::EightBytes => "eight-by",
            Self::NineBytes => "nine-byte",
            Self::Long => {
                "a-segment-that-is-longer-than-the-sixty-four-bytes-that-are-checked-at-once"
            }
            Self::NotAscii => "größe",
        }
    }
}

impl Words {
    /// The first, the second, and the one that stands for all others.
    pub fn texts(&self) -> [&'static str; 3] {
        [self.0[0].text(), self.0[1].text(), "other"]
    }
}

impl ShortPattern {
    /// Up to three segments, and a tail perhaps.
    pub fn text(&self, words: &Words) -> String {
        let [first, second, _] = words.texts();
        let least = usize::from(!self.has_tail);
        let length = usize::from(self.length % 4).max(least);
        let pieces = self.pieces.iter().take(length).map(|piece| match piece {
            Piece::Any => "*",
            Piece::First => first,
            Piece::Second => second,
        });
        let all: Vec<&str> = pieces.chain(self.has_tail.then_some(">")).collect();
        all.join(".")
    }

    pub fn pattern(&self, words: &Words) -> Pattern<'static> {
        Pattern::new(self.text(words)).expect("pieces joined by dots")
    }
}
