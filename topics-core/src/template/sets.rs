//! Templates as sets of topics: position by position, a set of segments.

use crate::template::{PlaceholderKind, Template, TemplateSegment, Values};
use crate::text;

/// The segments that one position of a template takes.
enum Set<'a> {
    One(&'a str),
    Values(Values<'a>),
    Any,
    /// Any, and one or more.
    Tail,
}

impl<'a> Set<'a> {
    fn of(segment: TemplateSegment<'a>) -> Self {
        match segment {
            TemplateSegment::Literal(text) => Self::One(text),
            TemplateSegment::Placeholder(placeholder) => match placeholder.kind {
                PlaceholderKind::Plain | PlaceholderKind::Typed(_) => Self::Any,
                PlaceholderKind::Closed(values) => Self::Values(values),
                PlaceholderKind::Tail => Self::Tail,
            },
        }
    }

    fn has(&self, segment: &str) -> bool {
        match self {
            Self::One(text) => *text == segment,
            Self::Values(values) => values.clone().any(|value| value == segment),
            Self::Any | Self::Tail => true,
        }
    }

    fn covers(&self, other: &Set<'_>) -> bool {
        match other {
            Set::One(text) => self.has(text),
            Set::Values(values) => values.clone().all(|value| self.has(value)),
            // Finitely many values never add up to any segment.
            Set::Any | Set::Tail => matches!(self, Self::Any | Self::Tail),
        }
    }

    fn overlaps(&self, other: &Set<'_>) -> bool {
        match self {
            Self::One(text) => other.has(text),
            Self::Values(values) => values.clone().any(|value| other.has(value)),
            Self::Any | Self::Tail => true,
        }
    }
}

pub(super) fn matches(template: &Template<'_>, topic: &str) -> bool {
    let mut segments = template.segments().map(Set::of);
    let mut rest = Some(topic);
    loop {
        match (segments.next(), rest) {
            (None, None) => return true,
            (Some(Set::Tail), Some(rest)) => return text::check_topic(rest.as_bytes()).is_ok(),
            (Some(set), Some(text)) => {
                let (segment, next) = match text.split_once('.') {
                    Some((segment, next)) => (segment, Some(next)),
                    None => (text, None),
                };
                if !set.has(segment) || text::check_segment(segment.as_bytes()).is_err() {
                    return false;
                }
                rest = next;
            }
            _ => return false,
        }
    }
}

pub(super) fn covers(a: &Template<'_>, b: &Template<'_>) -> bool {
    let mut ours = a.segments().map(Set::of);
    let mut theirs = b.segments().map(Set::of);
    loop {
        match (ours.next(), theirs.next()) {
            (None, None) | (Some(Set::Tail), Some(_)) => return true,
            (Some(_), Some(Set::Tail)) => return false,
            (Some(our), Some(their)) if our.covers(&their) => {}
            _ => return false,
        }
    }
}

pub(super) fn overlaps(a: &Template<'_>, b: &Template<'_>) -> bool {
    let mut ours = a.segments().map(Set::of);
    let mut theirs = b.segments().map(Set::of);
    loop {
        match (ours.next(), theirs.next()) {
            (None, None) | (Some(Set::Tail), Some(_)) | (Some(_), Some(Set::Tail)) => return true,
            (Some(our), Some(their)) if our.overlaps(&their) => {}
            _ => return false,
        }
    }
}
