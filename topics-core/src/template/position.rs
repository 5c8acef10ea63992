//! One position of a template and the segments it takes, as `const fn` over bytes.

use super::scan::{self, Scanned};
use crate::bytes::same;

/// Where a template is being read.
#[derive(Clone, Copy)]
pub(super) struct Position<'t> {
    template: &'t [u8],
    end: usize,
    pub(super) set: Set<'t>,
    /// Whether this is a tail that has taken a segment already, so that the topic may end here.
    is_repeated: bool,
}

/// The segments that one position takes.
#[derive(Clone, Copy)]
pub(super) enum Set<'t> {
    One(&'t [u8]),
    /// Joined by ` | `.
    Values(&'t [u8]),
    /// Any; with the placeholder's name.
    Any(&'t [u8]),
    /// Any, and one or more; with the placeholder's name.
    Tail(&'t [u8]),
}

impl<'t> Position<'t> {
    pub(super) const fn first(template: &'t [u8]) -> Self {
        Self::at(template, 0)
    }

    const fn at(template: &'t [u8], start: usize) -> Self {
        // Constants are evaluated slowly, so what has been checked is not checked again.
        if start < template.len() && template[start] != b'<' {
            let end = literal_end(template, start);
            return Self {
                template,
                end,
                set: Set::One(slice(template, start, end)),
                is_repeated: false,
            };
        }
        let (set, end) = match scan::segment(template, start) {
            Ok((scanned, end)) => {
                let set = match scanned {
                    Scanned::Literal => Set::One(slice(template, start, end)),
                    Scanned::Plain { name } | Scanned::Typed { name, .. } => {
                        Set::Any(slice(template, name.0, name.1))
                    }
                    Scanned::Closed { values, .. } => {
                        Set::Values(slice(template, values.0, values.1))
                    }
                    Scanned::Tail { name } => Set::Tail(slice(template, name.0, name.1)),
                };
                (set, end)
            }
            // The text of a template has been checked.
            Err(_) => (Set::One(b""), template.len()),
        };
        Self {
            template,
            end,
            set,
            is_repeated: false,
        }
    }

    /// The position after this one in the template.
    pub(super) const fn next(self) -> Option<Self> {
        if self.end >= self.template.len() {
            return None;
        }
        Some(Self::at(self.template, self.end + 1))
    }

    /// The position that takes the next segment of a topic: a tail takes all there are.
    pub(super) const fn advance(self) -> Option<Self> {
        match self.set {
            Set::Tail(_) => Some(Self {
                is_repeated: true,
                ..self
            }),
            _ => self.next(),
        }
    }

    /// Whether a topic may end where this position, if there is one, would take its next segment.
    pub(super) const fn may_end(position: Option<Self>) -> bool {
        match position {
            None => true,
            Some(position) => position.is_repeated,
        }
    }

    /// How many segments it takes, as far as one can be compared with another.
    pub(super) const fn rank(self) -> usize {
        match self.set {
            Set::One(_) => 1,
            Set::Values(values) => {
                let mut count = 0;
                let mut rest = Some(values);
                while let Some(values) = rest {
                    (_, rest) = first_value(values);
                    count += 1;
                }
                count
            }
            Set::Any(_) => usize::MAX - 1,
            Set::Tail(_) => usize::MAX,
        }
    }

    /// Whether it takes a segment.
    pub(super) const fn has(self, segment: &[u8]) -> bool {
        match self.set {
            Set::One(text) => same(text, segment),
            Set::Values(values) => {
                let mut rest = Some(values);
                while let Some(values) = rest {
                    let value;
                    (value, rest) = first_value(values);
                    if same(value, segment) {
                        return true;
                    }
                }
                false
            }
            Set::Any(_) | Set::Tail(_) => true,
        }
    }

    /// Whether it takes all segments there are.
    pub(super) const fn has_any(self) -> bool {
        matches!(self.set, Set::Any(_) | Set::Tail(_))
    }

    /// The segments it takes, if they are finitely many: joined by ` | `.
    pub(super) const fn values(self) -> Option<&'t [u8]> {
        match self.set {
            Set::One(values) | Set::Values(values) => Some(values),
            Set::Any(_) | Set::Tail(_) => None,
        }
    }

    /// Whether it takes every segment that the other takes.
    pub(super) const fn covers(self, other: Position<'_>) -> bool {
        // Finitely many values never add up to any segment.
        let mut rest = match other.values() {
            None => return self.has_any(),
            values => values,
        };
        while let Some(values) = rest {
            let value;
            (value, rest) = first_value(values);
            if !self.has(value) {
                return false;
            }
        }
        true
    }

    /// Whether there is a segment that both take.
    pub(super) const fn overlaps(self, other: Position<'_>) -> bool {
        let mut rest = match self.values() {
            None => return true,
            values => values,
        };
        while let Some(values) = rest {
            let value;
            (value, rest) = first_value(values);
            if other.has(value) {
                return true;
            }
        }
        false
    }
}

/// The first of some values, and the others. A literal holds no space, so it is all of one value.
pub(super) const fn first_value(values: &[u8]) -> (&[u8], Option<&[u8]>) {
    let end = scan::value_end(values, 0, values.len());
    let (value, rest) = values.split_at(end);
    if rest.is_empty() {
        return (value, None);
    }
    let (_, rest) = rest.split_at(b" | ".len());
    (value, Some(rest))
}

const fn literal_end(template: &[u8], mut at: usize) -> usize {
    while at < template.len() && template[at] != b'.' {
        at += 1;
    }
    at
}

const fn slice(bytes: &[u8], start: usize, end: usize) -> &[u8] {
    let (before_end, _) = bytes.split_at(end);
    let (_, slice) = before_end.split_at(start);
    slice
}
