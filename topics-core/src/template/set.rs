//! The texts that one position of a template takes, as sets: what one has, and what two share.

use super::integers::Integers;
use crate::bytes::{LONGEST_INTEGER, as_str, contain, follows, part, same, write};
use crate::text::{check_segment, width};

/// A set of segments.
#[derive(Clone, Copy)]
pub(crate) enum Set<'a> {
    Values(ValueTexts<'a>),
    Spelled(Spelled<'a>),
}

impl<'a> Set<'a> {
    pub(crate) const ANY: Self = Self::Spelled(Spelled {
        prefix: "",
        kind: Kind::Any,
        suffix: "",
    });

    pub(crate) const fn has(self, segment: &str) -> bool {
        match self {
            Self::Values(values) => values.have(segment),
            Self::Spelled(spelled) => spelled.has(segment),
        }
    }

    pub(crate) const fn is_any(self) -> bool {
        self.covers(Self::ANY)
    }

    pub(super) const fn has_sample(self, sample: Sample<'_>) -> bool {
        let [prefix, inside, suffix] = sample;
        if prefix.is_empty() && suffix.is_empty() {
            return self.has(inside);
        }
        let (mut text, mut length, mut index) = ([0; 256], 0, 0);
        while index < sample.len() {
            length = write(&mut text, length, sample[index]);
            index += 1;
        }
        match text.split_at_checked(length) {
            Some((text, _)) => self.has(as_str(text)),
            None => false,
        }
    }

    /// Whether it surely has every text of the other. What isn't listed counts as more than what is.
    pub(super) const fn covers(self, other: Set<'_>) -> bool {
        match (self, other) {
            // The values that many lines have in common may be many.
            (Self::Values(ours), Set::Values(theirs)) if same(ours.text, theirs.text) => true,
            (_, Set::Values(mut values)) => {
                while let Some(value) = values.next() {
                    if !self.has(value) {
                        return false;
                    }
                }
                true
            }
            (Self::Spelled(ours), Set::Spelled(theirs)) => ours.covers(theirs),
            (Self::Values(_), Set::Spelled(_)) => false,
        }
    }

    /// The text behind its integers, if it has a range of them.
    pub(super) const fn behind_range(
        self,
        room: &'a mut [u8; LONGEST_INTEGER],
    ) -> Option<Sample<'a>> {
        if let Self::Spelled(spelled) = self
            && let Kind::Integers(integers) = spelled.kind
            && let Some(next) = integers.greatest.next(room)
        {
            return Some([spelled.prefix, next, spelled.suffix]);
        }
        None
    }

    /// Whether some text is in both.
    pub(crate) const fn overlaps(self, other: Set<'_>) -> bool {
        Shared::of(self, other).next().is_some()
    }
}

/// The texts of values, from left to right, those that they had before among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ValueTexts<'a> {
    /// As in the canonical text.
    pub(super) text: &'a str,
    /// Where the next text begins; past the end when there is none.
    pub(super) at: usize,
    /// Whether the last one is what the value before it had before.
    pub(super) is_former: bool,
}

impl<'a> ValueTexts<'a> {
    pub(crate) const fn of(text: &'a str) -> Self {
        let (at, is_former) = (0, false);
        Self {
            text,
            at,
            is_former,
        }
    }

    pub(crate) const fn next(&mut self) -> Option<&'a str> {
        const WAS: &str = " was ";
        let (bytes, start, mut end) = (self.text.as_bytes(), self.at, self.at);
        if start > bytes.len() {
            return None;
        }
        self.is_former = start >= WAS.len() && follows(self.text, start - WAS.len(), WAS);
        self.at = loop {
            if end == bytes.len() {
                break end + 1;
            }
            // A text is a segment, so a space is that of a separator.
            if bytes[end] == b' ' {
                if follows(self.text, end, " | ") {
                    break end + 3;
                }
                if follows(self.text, end, WAS) {
                    break end + WAS.len();
                }
            }
            end += 1;
        };
        Some(part(self.text, start, end))
    }

    pub(crate) const fn have(mut self, segment: &str) -> bool {
        while let Some(text) = self.next() {
            if same(text, segment) {
                return true;
            }
        }
        false
    }
}

/// Texts that are spelled by a rule, between a prefix and a suffix.
#[derive(Clone, Copy)]
pub(crate) struct Spelled<'a> {
    pub(super) prefix: &'a str,
    pub(super) kind: Kind<'a>,
    pub(super) suffix: &'a str,
}

#[derive(Clone, Copy)]
pub(crate) enum Kind<'a> {
    Any,
    Integers(Integers<'a>),
    Uuid,
    Escaped,
}

impl Kind<'_> {
    const fn has(self, text: &str) -> bool {
        match self {
            Self::Any => true,
            Self::Integers(integers) => integers.have(text),
            Self::Uuid => is_uuid(text),
            Self::Escaped => is_escaped(text),
        }
    }
}

impl Spelled<'_> {
    const fn has(self, text: &str) -> bool {
        let (begin, around) = (self.prefix.len(), self.prefix.len() + self.suffix.len());
        // Between affixes there is something.
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
                !contain(part(prefix, before, prefix.len()), b'%')
                    && !contain(part(suffix, 0, suffix.len() - after), b'%')
            }
            _ => false,
        }
    }
}

/// A text of a UUID, to stand for all of them.
const UUID: &str = "67e55044-10b1-426f-9247-bb680e5fe0c8";

const fn is_uuid(text: &str) -> bool {
    let (uuid, text, mut at) = (UUID.as_bytes(), text.as_bytes(), 0);
    while at < uuid.len() && text.len() == uuid.len() {
        match (uuid[at], text[at]) {
            (b'-', b'-') | (b'0'..=b'9' | b'a'..=b'f', b'0'..=b'9' | b'a'..=b'f') => at += 1,
            _ => return false,
        }
    }
    at == uuid.len()
}

/// Whether a text is what some text is escaped as: nothing more is escaped than a segment can't hold.
const fn is_escaped(text: &str) -> bool {
    let (text, mut at) = (text.as_bytes(), 0);
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
        let may_stay = !matches!(character, b"%") && check_segment(character).is_ok();
        if core::str::from_utf8(character).is_err() || may_stay {
            return false;
        }
    }
    true
}

const fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    }
}

/// A text, in three parts.
pub(super) type Sample<'a> = [&'a str; 3];

/// The texts that two sets share. If neither can be listed, some that stand for all: of each part that other sets may
/// have alone, there is one. Of affixes that reach into what the other set spells, some may be missing.
#[derive(Clone, Copy)]
pub(super) enum Shared<'a> {
    /// The texts of one that are listed, and the other.
    Listed(ValueTexts<'a>, Set<'a>),
    /// Both, and the index of the next sample.
    Spelled([Spelled<'a>; 2], usize),
}

impl<'a> Shared<'a> {
    /// What may stand between affixes: words, the last of which no other rule has, and parts of integers.
    const INSIDES: [&'static str; 7] = ["x", "xx", "xxx", "%x", "7", "200", "1000"];

    pub(super) const fn of(a: Set<'a>, b: Set<'a>) -> Self {
        match (a, b) {
            (Set::Values(values), other) | (other, Set::Values(values)) => {
                Self::Listed(values, other)
            }
            (Set::Spelled(a), Set::Spelled(b)) => Self::Spelled([a, b], 0),
        }
    }

    pub(super) const fn next(&mut self) -> Option<Sample<'a>> {
        match self {
            Self::Listed(values, other) => {
                while let Some(text) = values.next() {
                    if other.has(text) {
                        return Some(["", text, ""]);
                    }
                }
            }
            Self::Spelled(sets, index) => {
                let [a, b] = *sets;
                let both = [longer(a.prefix, b.prefix), longer(a.suffix, b.suffix)];
                let affixes = [both, [a.prefix, a.suffix], [b.prefix, b.suffix]];
                while let Some(inside) = Self::inside([a, b], *index / affixes.len()) {
                    let [prefix, suffix] = affixes[*index % affixes.len()];
                    let is_again = !index.is_multiple_of(affixes.len())
                        && prefix.len() == both[0].len()
                        && suffix.len() == both[1].len();
                    *index += 1;
                    let sample = [prefix, inside, suffix];
                    if !is_again
                        && Set::Spelled(a).has_sample(sample)
                        && Set::Spelled(b).has_sample(sample)
                    {
                        return Some(sample);
                    }
                }
            }
        }
        None
    }

    /// What stands between the affixes of the samples.
    const fn inside([a, b]: [Spelled<'a>; 2], index: usize) -> Option<&'a str> {
        if index < Self::INSIDES.len() {
            return Some(Self::INSIDES[index]);
        }
        let index = index - Self::INSIDES.len();
        let [own, other] = if index < 2 { [a, b] } else { [b, a] };
        match (index, own.kind) {
            (4.., _) => None,
            (0 | 2, Kind::Integers(integers)) => Some(integers.least.text),
            (_, Kind::Integers(integers)) => Some(integers.greatest.text),
            (_, Kind::Uuid) => {
                // Longer affixes take the place of what is spelled there.
                let from = other.prefix.len().saturating_sub(own.prefix.len());
                let rest = other.suffix.len().saturating_sub(own.suffix.len());
                let end = UUID.len().saturating_sub(rest);
                Some(if from < end {
                    part(UUID, from, end)
                } else {
                    UUID
                })
            }
            _ => Some("0"),
        }
    }
}

const fn longer<'a>(a: &'a str, b: &'a str) -> &'a str {
    if a.len() < b.len() { b } else { a }
}

#[cfg(test)]
mod tests;
