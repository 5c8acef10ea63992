//! Templates as sets of topics: position by position, a set of segments.
//!
//! All of it is `const`, so that a literal macro asks the compiler the same questions that a running
//! service asks.

use crate::bytes::{Pieces, part, same};
use crate::template::scan::{self, Scanned};
use crate::template::values::ValueTexts;
use crate::text;

/// The segments that one position of a template takes.
#[derive(Clone, Copy)]
pub(crate) enum Set<'a> {
    One(&'a [u8]),
    Values(ValueTexts<'a>),
    Any,
    /// Any, and one or more.
    Tail,
}

impl Set<'_> {
    pub(crate) const fn has(self, segment: &[u8]) -> bool {
        match self {
            Self::One(text) => same(text, segment),
            Self::Values(values) => values.have(segment),
            Self::Any | Self::Tail => true,
        }
    }

    const fn covers(self, other: Set<'_>) -> bool {
        match other {
            Set::One(text) => self.has(text),
            Set::Values(mut values) => {
                while let Some(value) = values.next() {
                    if !self.has(value) {
                        return false;
                    }
                }
                true
            }
            // Finitely many values never add up to any segment.
            Set::Any | Set::Tail => matches!(self, Self::Any | Self::Tail),
        }
    }

    const fn overlaps(self, other: Set<'_>) -> bool {
        match self {
            Self::One(text) => other.has(text),
            Self::Values(mut values) => {
                while let Some(value) = values.next() {
                    if other.has(value) {
                        return true;
                    }
                }
                false
            }
            Self::Any | Self::Tail => true,
        }
    }
}

/// One position of a template.
#[derive(Clone, Copy)]
pub(crate) struct Position<'a> {
    /// As in the canonical text.
    pub(crate) text: &'a [u8],
    pub(crate) takes: Set<'a>,
}

/// The positions of a checked template, from left to right; at least one.
pub(crate) struct Positions<'a> {
    template: &'a [u8],
    /// Where the next one begins; past the end when there is none.
    at: usize,
}

impl<'a> Positions<'a> {
    pub(crate) const fn of(template: &'a [u8]) -> Self {
        Self { template, at: 0 }
    }

    pub(crate) const fn next(&mut self) -> Option<Position<'a>> {
        if self.at >= self.template.len() {
            return None;
        }
        let Some((scanned, end)) = scan::checked(self.template, self.at) else {
            return None;
        };
        let text = part(self.template, self.at, end);
        let takes = match scanned {
            Scanned::Literal => Set::One(text),
            Scanned::Plain { .. } | Scanned::Typed { .. } => Set::Any,
            Scanned::Closed { values, .. } => {
                Set::Values(ValueTexts::of(part(self.template, values.0, values.1)))
            }
            Scanned::Tail { .. } => Set::Tail,
        };
        self.at = end + 1;
        Some(Position { text, takes })
    }

    const fn next_set(&mut self) -> Option<Set<'a>> {
        match self.next() {
            Some(position) => Some(position.takes),
            None => None,
        }
    }
}

pub(super) const fn matches(template: &[u8], topic: &[u8]) -> bool {
    let mut sets = Positions::of(template);
    let mut segments = Pieces::new(topic);
    loop {
        match (sets.next_set(), segments.start()) {
            (None, None) => return true,
            (Some(Set::Tail), Some(start)) => {
                return text::check_topic(part(topic, start, topic.len())).is_ok();
            }
            (Some(set), Some(_)) => {
                let Some(segment) = segments.next() else {
                    return false;
                };
                if !set.has(segment) || text::check_segment(segment).is_err() {
                    return false;
                }
            }
            _ => return false,
        }
    }
}

pub(super) const fn covers(a: &[u8], b: &[u8]) -> bool {
    let mut ours = Positions::of(a);
    let mut theirs = Positions::of(b);
    loop {
        match (ours.next_set(), theirs.next_set()) {
            (None, None) | (Some(Set::Tail), Some(_)) => return true,
            (Some(_), Some(Set::Tail)) => return false,
            (Some(our), Some(their)) if our.covers(their) => {}
            _ => return false,
        }
    }
}

pub(super) const fn overlaps(a: &[u8], b: &[u8]) -> bool {
    let mut ours = Positions::of(a);
    let mut theirs = Positions::of(b);
    loop {
        match (ours.next_set(), theirs.next_set()) {
            (None, None) | (Some(Set::Tail), Some(_)) | (Some(_), Some(Set::Tail)) => return true,
            (Some(our), Some(their)) if our.overlaps(their) => {}
            _ => return false,
        }
    }
}

/// The pattern is a checked one.
///
/// Asked of every template of a hierarchy for every pattern that is written down, while compiling; so
/// two literals are compared in place, and most templates are told apart at the first byte.
pub(crate) const fn overlaps_pattern(template: &[u8], pattern: &[u8]) -> bool {
    let (mut t, mut p) = (0, 0);
    loop {
        // Both have a segment left, so a tail on either side can take all that the other has.
        if pattern[p] == b'>' {
            return true;
        }
        if template[t] != b'<' && pattern[p] != b'*' {
            while t < template.len() && template[t] != b'.' {
                if p == pattern.len() || pattern[p] != template[t] {
                    return false;
                }
                t += 1;
                p += 1;
            }
            if p < pattern.len() && pattern[p] != b'.' {
                return false;
            }
        } else {
            let Some((scanned, end)) = scan::checked(template, t) else {
                return false;
            };
            let start = p;
            while p < pattern.len() && pattern[p] != b'.' {
                p += 1;
            }
            let takes = match scanned {
                Scanned::Tail { .. } => return true,
                _ if pattern[start] == b'*' => true,
                Scanned::Plain { .. } | Scanned::Typed { .. } => true,
                Scanned::Literal => same(part(template, t, end), part(pattern, start, p)),
                Scanned::Closed { values, .. } => {
                    let values = ValueTexts::of(part(template, values.0, values.1));
                    values.have(part(pattern, start, p))
                }
            };
            if !takes {
                return false;
            }
            t = end;
        }
        match (t == template.len(), p == pattern.len()) {
            (true, true) => return true,
            (false, false) => {
                t += 1;
                p += 1;
            }
            _ => return false,
        }
    }
}
