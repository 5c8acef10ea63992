//! The texts that one position of a template takes, as sets: what one has, and what two share.

use super::integers::{Integers, PARTS};
use crate::bytes::{follows, part, same};
use crate::text::check_segment;

/// A set of segments.
#[derive(Clone, Copy)]
pub(crate) enum Set<'a> {
    One(&'a [u8]),
    Values(ValueTexts<'a>),
    Spelled(Spelled<'a>),
    Any,
    /// Any, and one or more.
    Tail,
}

impl<'a> Set<'a> {
    pub(crate) const fn has(self, segment: &[u8]) -> bool {
        match self {
            Self::One(text) => same(text, segment),
            Self::Values(values) => values.have(segment),
            Self::Spelled(spelled) => spelled.has(segment),
            Self::Any | Self::Tail => true,
        }
    }

    pub(super) const fn has_sample(self, sample: Sample<'_>) -> bool {
        match sample.around {
            [[], []] => self.has(sample.inside()),
            _ => {
                let joined = Joined::of(sample);
                !joined.is_cut && self.has(joined.bytes())
            }
        }
    }

    /// The texts, if they can be listed.
    pub(super) const fn values(self) -> Option<ValueTexts<'a>> {
        match self {
            // A literal holds no space, so it is all of one value.
            Self::One(text) => Some(ValueTexts::of(text)),
            Self::Values(values) => Some(values),
            Self::Spelled(_) | Self::Any | Self::Tail => None,
        }
    }

    /// Whether it surely has every text of the other. What isn't listed counts as more than what is.
    pub(super) const fn covers(self, other: Set<'_>) -> bool {
        match (self, other, other.values()) {
            (Self::Any | Self::Tail, _, _) => true,
            // The values that many lines have in common may be many.
            (Self::Values(ours), Set::Values(theirs), _) if same(ours.bytes, theirs.bytes) => true,
            (_, _, Some(mut values)) => {
                while let Some(value) = values.next() {
                    if !self.has(value) {
                        return false;
                    }
                }
                true
            }
            (Self::Spelled(ours), Set::Spelled(theirs), None) => ours.covers(theirs),
            _ => false,
        }
    }

    /// Whether some text is in both.
    pub(super) const fn overlaps(self, other: Set<'_>) -> bool {
        let (mut values, others) = match (self.values(), other.values()) {
            (Some(values), _) => (values, other),
            (None, Some(values)) => (values, self),
            (None, None) => return Shared::of(self, other).next().is_some(),
        };
        while let Some(value) = values.next() {
            if others.has(value) {
                return true;
            }
        }
        false
    }
}

/// How long the separator is that begins at a byte: ` | ` before a value, ` was ` before a text that the value behind
/// which it stands had before; 0 if there is none.
pub(super) const fn separator(bytes: &[u8], at: usize) -> usize {
    if follows(bytes, at, b" | ") {
        3
    } else if follows(bytes, at, b" was ") {
        5
    } else {
        0
    }
}

/// The texts of values, from left to right, those that they had before among them.
#[derive(Clone, Copy)]
pub(crate) struct ValueTexts<'a> {
    /// As in the canonical text.
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
        // A text is a segment, so a space is that of a separator.
        while end < self.bytes.len() && self.bytes[end] != b' ' {
            end += 1;
        }
        self.at = end + separator(self.bytes, end);
        if self.at == end {
            self.at = self.bytes.len();
        }
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

/// Texts that are spelled by a rule, between a prefix and a suffix.
#[derive(Clone, Copy)]
pub(crate) struct Spelled<'a> {
    pub(super) prefix: &'a [u8],
    pub(super) kind: Kind<'a>,
    pub(super) suffix: &'a [u8],
}

#[derive(Clone, Copy)]
pub(crate) enum Kind<'a> {
    Any,
    Integers(Integers<'a>),
    Uuid,
    Escaped,
}

impl Kind<'_> {
    const fn has(self, text: &[u8]) -> bool {
        match self {
            Self::Any => true,
            Self::Integers(integers) => integers.have(text),
            Self::Uuid => is_uuid(text),
            Self::Escaped => is_escaped(text),
        }
    }
}

impl<'a> Spelled<'a> {
    const ANY: Self = Self {
        prefix: b"",
        kind: Kind::Any,
        suffix: b"",
    };

    const fn has(self, text: &[u8]) -> bool {
        let (begin, around) = (self.prefix.len(), self.prefix.len() + self.suffix.len());
        if text.len() <= around {
            return false;
        }
        let end = text.len() - self.suffix.len();
        follows(text, 0, self.prefix)
            && follows(text, end, self.suffix)
            && self.kind.has(part(text, begin, end))
    }

    const fn covers(self, other: Spelled<'_>) -> bool {
        let (before, after) = (self.prefix.len(), self.suffix.len());
        if other.prefix.len() < before
            || other.suffix.len() < after
            || !follows(other.prefix, 0, self.prefix)
            || !follows(other.suffix, other.suffix.len() - after, self.suffix)
        {
            return false;
        }
        let is_same_place = other.prefix.len() == before && other.suffix.len() == after;
        match (self.kind, other.kind) {
            (Kind::Any, _) => true,
            (Kind::Integers(ours), Kind::Integers(theirs)) => is_same_place && ours.cover(theirs),
            (Kind::Uuid, Kind::Uuid) | (Kind::Escaped, Kind::Escaped) => is_same_place,
            // An escape in the affixes might go on inside.
            (Kind::Escaped, Kind::Integers(_) | Kind::Uuid) => {
                let (prefix, suffix) = (other.prefix, other.suffix);
                !has_percent(part(prefix, before, prefix.len()))
                    && !has_percent(part(suffix, 0, suffix.len() - after))
            }
            _ => false,
        }
    }

    const fn of(set: Set<'a>) -> Self {
        match set {
            Set::Spelled(spelled) => spelled,
            _ => Self::ANY,
        }
    }
}

/// A text of a UUID, to stand for all of them.
const UUID: &[u8] = b"67e55044-10b1-426f-9247-bb680e5fe0c8";

const fn is_uuid(text: &[u8]) -> bool {
    if text.len() != UUID.len() {
        return false;
    }
    let mut at = 0;
    while at < text.len() {
        let is_right = match UUID[at] {
            b'-' => text[at] == b'-',
            _ => matches!(text[at], b'0'..=b'9' | b'a'..=b'f'),
        };
        if !is_right {
            return false;
        }
        at += 1;
    }
    true
}

/// Whether a text is what some text is escaped as: nothing more is escaped than a segment can't hold.
const fn is_escaped(text: &[u8]) -> bool {
    let mut at = 0;
    while at < text.len() && text.len() > 1 {
        if text[at] != b'%' {
            at += 1;
            continue;
        }
        let (mut character, mut length) = ([0; 4], 0);
        // A character is escaped as a whole.
        while length == 0 || length < width(character[0]) {
            if at + 2 >= text.len() || text[at] != b'%' {
                return false;
            }
            let (Some(high), Some(low)) = (digit(text[at + 1]), digit(text[at + 2])) else {
                return false;
            };
            character[length] = high << 4 | low;
            length += 1;
            at += 3;
        }
        let (character, _) = character.split_at(length);
        let may_stay = !same(character, b"%") && check_segment(character).is_ok();
        if core::str::from_utf8(character).is_err() || may_stay {
            return false;
        }
    }
    true
}

const fn has_percent(text: &[u8]) -> bool {
    let mut at = 0;
    while at < text.len() && text[at] != b'%' {
        at += 1;
    }
    at < text.len()
}

/// How many bytes a character has that begins with this one.
const fn width(first: u8) -> usize {
    match first {
        0..0xc0 => 1,
        0xc0..0xe0 => 2,
        0xe0..0xf0 => 3,
        _ => 4,
    }
}

const fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    }
}

/// A text that stands for others of a set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sample<'a> {
    pub(super) around: [&'a [u8]; 2],
    /// Empty for a word that nothing names.
    pub(super) inside: &'a [u8],
}

impl<'a> Sample<'a> {
    pub(super) const WORD: Self = Self::of(b"");

    pub(super) const fn of(inside: &'a [u8]) -> Self {
        Self {
            around: [b"", b""],
            inside,
        }
    }

    /// No rule has a word by chance, save the one that has all.
    const fn inside(&self) -> &'a [u8] {
        match self.inside {
            [] => b"%x",
            inside => inside,
        }
    }
}

/// The text of a sample.
struct Joined {
    bytes: [u8; 256],
    length: usize,
    is_cut: bool,
}

impl Joined {
    const fn of(sample: Sample<'_>) -> Self {
        let mut joined = Self {
            bytes: [0; 256],
            length: 0,
            is_cut: false,
        };
        joined.add(sample.around[0]);
        joined.add(sample.inside());
        joined.add(sample.around[1]);
        joined
    }

    const fn add(&mut self, text: &[u8]) {
        let mut at = 0;
        while at < text.len() && self.length < self.bytes.len() {
            self.bytes[self.length] = text[at];
            self.length += 1;
            at += 1;
        }
        self.is_cut |= at < text.len();
    }

    const fn bytes(&self) -> &[u8] {
        self.bytes.split_at(self.length).0
    }
}

/// Texts that stand for all that two sets share, neither of which can be listed: one for each part that other
/// sets may have alone. Of affixes that reach into what the other set spells, some may be missing.
#[derive(Clone, Copy)]
pub(super) struct Shared<'a> {
    sets: [Spelled<'a>; 2],
    index: usize,
    /// Which affixes come next.
    turn: usize,
}

impl<'a> Shared<'a> {
    pub(super) const fn of(a: Set<'a>, b: Set<'a>) -> Self {
        Self {
            sets: [Spelled::of(a), Spelled::of(b)],
            index: 0,
            turn: 0,
        }
    }

    pub(super) const fn next(&mut self) -> Option<Sample<'a>> {
        let [a, b] = self.sets;
        let both = [longer(a.prefix, b.prefix), longer(a.suffix, b.suffix)];
        let arounds = [both, [a.prefix, a.suffix], [b.prefix, b.suffix]];
        while let Some(inside) = self.inside(self.index) {
            let around = arounds[self.turn];
            let is_again = self.turn > 0
                && around[0].len() == both[0].len()
                && around[1].len() == both[1].len();
            self.turn = (self.turn + 1) % arounds.len();
            self.index += (self.turn == 0) as usize;
            let sample = Sample { around, inside };
            if !is_again && Set::Spelled(a).has_sample(sample) && Set::Spelled(b).has_sample(sample)
            {
                return Some(sample);
            }
        }
        None
    }

    /// What stands between the affixes of the samples.
    const fn inside(&self, index: usize) -> Option<&'a [u8]> {
        let [a, b] = self.sets;
        match (a.kind, b.kind) {
            (Kind::Integers(_), _) | (_, Kind::Integers(_)) => {
                if index < PARTS.len() {
                    return Some(PARTS[index]);
                }
                match (index - PARTS.len(), a.kind, b.kind) {
                    (0, Kind::Integers(own), _) | (1, _, Kind::Integers(own)) => Some(own.least),
                    (2, Kind::Integers(own), _) | (3, _, Kind::Integers(own)) => Some(own.greatest),
                    (0..4, ..) => Some(b"0"),
                    _ => None,
                }
            }
            _ if index > 0 => None,
            // Longer affixes take the place of what is spelled there.
            (Kind::Uuid, _) | (_, Kind::Uuid) => {
                let (own, other) = if let Kind::Uuid = a.kind {
                    (a, b)
                } else {
                    (b, a)
                };
                let from = other.prefix.len().saturating_sub(own.prefix.len());
                let rest = other.suffix.len().saturating_sub(own.suffix.len());
                let is_short = from + rest < UUID.len();
                Some(if is_short {
                    part(UUID, from, UUID.len() - rest)
                } else {
                    UUID
                })
            }
            (Kind::Escaped, _) | (_, Kind::Escaped) => Some(b"x"),
            (Kind::Any, Kind::Any) => Some(b""),
        }
    }
}

const fn longer<'a>(a: &'a [u8], b: &'a [u8]) -> &'a [u8] {
    if a.len() < b.len() { b } else { a }
}

#[cfg(test)]
mod tests;
