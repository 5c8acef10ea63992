//! A template as a set of topics: from left to right, the texts that each position takes.
//!
//! A pattern is read as one too: no literal of a template is `*` or `>`.

use super::scan::{self, Kind};
use super::set::{Set, ValueTexts};
use super::{Relation, Template, Texts};
use crate::bytes::{part, same};
use crate::text::segment_end;

/// What the types of typed placeholders tell of themselves, by the names of the placeholders.
pub type Types<'a> = &'a [(&'a str, Texts<'a>)];

/// A template, and what is known of the types in it.
///
/// Where a type tells nothing, its name says which texts it has, if it is that of a primitive integer or of `bool`. A
/// type of which nothing is known counts as any segment.
#[derive(Clone, Copy, Debug)]
pub struct Shape<'a> {
    text: &'a str,
    types: Types<'a>,
}

impl<'a> Shape<'a> {
    /// A template of whose types nothing is told.
    #[must_use]
    pub const fn of(template: Template<'a>) -> Self {
        Self::with_types(template, &[])
    }

    /// A template, and what its types tell of themselves.
    #[must_use]
    pub const fn with_types(template: Template<'a>, types: Types<'a>) -> Self {
        Self {
            text: template.0,
            types,
        }
    }

    /// Whether a text is a topic that it takes.
    #[must_use]
    pub const fn matches(&self, topic: &str) -> bool {
        let (mut positions, mut start) = (self.positions(), 0);
        while let Ok(end) = segment_end(topic.as_bytes(), start) {
            match positions.next_segment() {
                Some(position) if position.takes.has(part(topic, start, end)) => {}
                _ => return false,
            }
            if end == topic.len() {
                return positions.may_end();
            }
            start = end + 1;
        }
        false
    }

    /// Whether a pattern, a checked one, can match some topic that it takes.
    #[must_use]
    pub const fn overlaps(&self, pattern: &str) -> bool {
        Relation::of(*self, Shape::of_pattern(pattern)).overlaps()
    }

    /// A pattern, of which the text is checked.
    #[must_use]
    pub const fn of_pattern(text: &'a str) -> Self {
        Self { text, types: &[] }
    }

    pub(crate) const fn text(&self) -> &'a str {
        self.text
    }

    pub(crate) const fn positions(&self) -> Positions<'a> {
        Positions {
            text: self.text,
            at: 0,
            types: self.types,
            is_tail: false,
        }
    }
}

/// One position of a template.
#[derive(Clone, Copy)]
pub(crate) struct Position<'a> {
    /// As in the canonical text.
    pub(crate) text: &'a str,
    pub(crate) takes: Set<'a>,
    /// A type that may refuse some of the texts, for nothing is known of it; else empty.
    pub(crate) of: &'a str,
    /// What a type tells of itself beyond its name; else empty.
    pub(crate) told: &'a str,
    /// Whether it takes one or more segments.
    pub(crate) is_tail: bool,
}

impl<'a> Position<'a> {
    pub(crate) const NONE: Self = Self {
        text: "",
        takes: Set::ANY,
        of: "",
        told: "",
        is_tail: false,
    };

    /// The literal, if it is one.
    pub(crate) const fn literal(self) -> Option<&'a str> {
        match self.takes {
            // The only value that stands for itself.
            Set::Values(values) if same(values.text, self.text) => Some(self.text),
            _ => None,
        }
    }

    /// What stands for it in a pattern.
    pub(crate) const fn in_pattern(self) -> &'a str {
        match self.literal() {
            Some(literal) => literal,
            None if self.is_tail => ">",
            None => "*",
        }
    }
}

/// The positions from left to right; at least one.
#[derive(Clone, Copy)]
pub(crate) struct Positions<'a> {
    text: &'a str,
    /// Where the next one begins; past the end when there is none.
    at: usize,
    types: Types<'a>,
    /// Whether the topic may go on for as long as it likes.
    pub(super) is_tail: bool,
}

impl<'a> Positions<'a> {
    pub(crate) const fn next(&mut self) -> Option<Position<'a>> {
        if self.at >= self.text.len() {
            return None;
        }
        let Ok(found) = scan::segment(self.text, self.at) else {
            return None;
        };
        let (kind, _, end) = found;
        let mut position = Position {
            text: part(self.text, self.at, end),
            ..Position::NONE
        };
        match kind {
            Kind::Literal => match position.text.as_bytes() {
                b"*" => {}
                b">" if end == self.text.len() => position.is_tail = true,
                _ => position.takes = Set::Values(ValueTexts::of(position.text)),
            },
            Kind::Plain => {}
            Kind::Typed => {
                let written = scan::spec(self.text, found);
                let by_name = match Texts::of_type(written) {
                    Some(texts) => texts,
                    None => Texts::UNKNOWN,
                };
                let texts = match self.told(scan::name(self.text, self.at, found)) {
                    Some(texts) => texts,
                    None => by_name,
                };
                if !same(texts.as_str(), by_name.as_str()) {
                    position.told = texts.as_str();
                }
                let is_unknown;
                (position.takes, is_unknown) = texts.read();
                if is_unknown {
                    position.of = written;
                }
            }
            Kind::Closed => {
                position.takes = Set::Values(ValueTexts::of(scan::spec(self.text, found)));
            }
            Kind::Tail => position.is_tail = true,
        }
        // In a text that is no template, a placeholder may be followed by anything, of which nothing is skipped.
        let is_followed =
            end < self.text.len() && !matches!(self.text.as_bytes()[end], b'.' | b' ');
        self.at = if is_followed { end } else { end + 1 };
        Some(position)
    }

    /// The position for the next segment of a topic, if the topic may have one: a tail takes all there are.
    pub(super) const fn next_segment(&mut self) -> Option<Position<'a>> {
        let at = self.at;
        let next = self.next();
        if let Some(Position { is_tail: true, .. }) = next {
            (self.at, self.is_tail) = (at, true);
        }
        next
    }

    /// Whether the topic may end here.
    pub(super) const fn may_end(&self) -> bool {
        self.is_tail || self.at >= self.text.len()
    }

    /// What the type of a placeholder tells of itself.
    const fn told(&self, placeholder: &str) -> Option<Texts<'a>> {
        let mut index = 0;
        while index < self.types.len() {
            let (name, texts) = self.types[index];
            if same(name, placeholder) {
                return Some(texts);
            }
            index += 1;
        }
        None
    }
}
