//! A declared topic, as data.

pub mod conflict;
mod integers;
pub mod names;
pub mod relation;
mod scan;
mod set;
pub mod shape;
#[cfg(test)]
mod tests;
pub mod texts;

use core::{fmt, iter};

use crate::bytes::part;
use crate::checked::{shows_text, try_from_text};
use crate::error::{TextError, TextType, refuse};
use crate::pattern::Pattern;
pub(crate) use relation::Relation;
use scan::Kind;
pub(crate) use scan::end_before_arrow;
pub(crate) use set::{Set, ValueTexts};
pub(crate) use shape::Position;
pub(crate) use shape::Shape;
pub use texts::Texts;

/// A declared topic: literal segments and placeholders, `system.<worker>.health`.
///
/// A template is its canonical text, so it is `Copy`, can be a `const`, and is compared, stored and
/// printed as that text:
///
/// | segment | canonical text |
/// | --- | --- |
/// | literal | the segment itself |
/// | plain placeholder | `<name>` |
/// | typed placeholder | `<name: Type>` |
/// | closed placeholder | `<name: a \| b>`, two or more values, one space around each bar; `<name: a \| b was c>` if `c` is read as `b` |
/// | tail placeholder | `<name..>`, last |
///
/// ```
/// # use topics_core as topics;
/// use topics::{PlaceholderKind, Template};
///
/// let template = Template::new("topology.<id>.mutation.<state: applied | failed>")?;
/// assert_eq!(template.pattern(), "topology.*.mutation.*");
/// assert!(template.matches("topology.t-17.mutation.failed"));
/// assert!(!template.matches("topology.t-17.mutation.undone"));
///
/// let state = template.placeholders().nth(1).unwrap();
/// assert_eq!(state.name(), "state");
/// assert!(matches!(state.kind(), PlaceholderKind::Closed(values) if values.clone().count() == 2));
/// # Ok::<(), topics_core::TextError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Template<'a>(&'a str);

impl<'a> Template<'a> {
    /// Parses a template from its canonical text.
    ///
    /// Linear in the text's length, except that the names of the placeholders are compared with each other and the
    /// values of each closed one are sorted.
    ///
    /// # Errors
    ///
    /// A [`TextError`] that says what is wrong, and at which byte.
    pub fn new(text: &'a str) -> Result<Self, TextError> {
        // Sorting allocates, which only pays if there are many values.
        let checked = match text.len() {
            ..=1024 => scan::check(text),
            _ => scan::check_sorted(text),
        };
        match checked {
            Ok(()) => Ok(Self(text)),
            Err(fault) => Err(TextError::new(text, TextType::Template, fault)),
        }
    }

    /// Parses a template while compiling, when called in a `const` or `static`.
    ///
    /// # Panics
    ///
    /// If the text is not a template. In a `const` that is a compile error, which is what this
    /// constructor is for; for text that is not known until the program runs, use
    /// [`new`](Template::new).
    ///
    /// ```
    /// # use topics_core as topics;
    /// use topics::Template;
    ///
    /// const HEALTH: Template<'static> = Template::from_static("system.<worker>.health");
    /// assert_eq!(HEALTH.pattern(), "system.*.health");
    /// ```
    ///
    /// ```compile_fail
    /// # use topics_core as topics;
    /// use topics::Template;
    ///
    /// const HEALTH: Template<'static> = Template::from_static("system.<worker..>.health");
    /// ```
    #[must_use]
    #[track_caller]
    pub const fn from_static(text: &'static str) -> Template<'static> {
        match scan::check(text) {
            Ok(()) => Template(text),
            Err(fault) => refuse(text, TextType::Template, fault),
        }
    }

    /// Takes a text that has been checked already.
    #[doc(hidden)]
    #[must_use]
    pub const fn from_checked(text: &'a str) -> Self {
        Self(text)
    }

    /// The canonical text.
    #[must_use]
    pub const fn as_str(&self) -> &'a str {
        self.0
    }

    /// The literal segments and placeholders, from left to right; at least one.
    #[must_use]
    pub fn segments(&self) -> TemplateSegments<'a> {
        TemplateSegments {
            text: self.0,
            at: Some(0),
        }
    }

    /// The placeholders, from left to right.
    pub fn placeholders(&self) -> impl Iterator<Item = Placeholder<'a>> + use<'a> {
        self.segments().filter_map(|segment| match segment {
            TemplateSegment::Literal(_) => None,
            TemplateSegment::Placeholder(placeholder) => Some(placeholder),
        })
    }

    /// The pattern that subscribes to the whole template: a `*` for each placeholder, `>` for a tail.
    #[must_use]
    pub fn pattern(&self) -> Pattern<'static> {
        let mut text = alloc::string::String::with_capacity(self.0.len());
        let mut positions = Shape::of(*self).positions();
        while let Some(position) = positions.next() {
            text.push_str(if text.is_empty() { "" } else { "." });
            text.push_str(position.in_pattern());
        }
        Pattern::from_checked(text.into())
    }

    /// Whether a topic is one of this template's: a closed placeholder takes its values only, one of a
    /// primitive integer or `bool` the texts of its type, every other takes any segment.
    ///
    /// Exact for every text: no template matches a text that is not a topic. Linear in the text's length,
    /// without allocation.
    #[must_use]
    pub const fn matches(&self, topic: &str) -> bool {
        Shape::of(*self).matches(topic)
    }

    /// Whether this template matches every topic that the other matches.
    ///
    /// A closed placeholder counts as its values, one of a primitive integer or `bool` as the texts of its
    /// type, any other as any segment. A template is more specific than another when the other covers it and it does not cover the other.
    ///
    /// ```
    /// # use topics_core as topics;
    /// use topics::Template;
    ///
    /// let any = Template::new("system.<worker>.health")?;
    /// let bus = Template::new("system.bus.health")?;
    /// assert!(any.covers(&bus) && !bus.covers(&any));
    /// # Ok::<(), topics_core::TextError>(())
    /// ```
    #[must_use]
    pub const fn covers(&self, other: &Template<'_>) -> bool {
        Relation::of(Shape::of(*self), Shape::of(*other)).covers()
    }

    /// Whether some topic is matched by both templates.
    ///
    /// ```
    /// # use topics_core as topics;
    /// use topics::Template;
    ///
    /// let left = Template::new("a.<x: b | c>")?;
    /// let right = Template::new("a.<y: d | e>")?;
    /// assert!(!left.overlaps(&right));
    /// # Ok::<(), topics_core::TextError>(())
    /// ```
    #[must_use]
    pub const fn overlaps(&self, other: &Template<'_>) -> bool {
        Relation::of(Shape::of(*self), Shape::of(*other)).overlaps()
    }

    /// Whether a pattern can match some topic of this template.
    ///
    /// A closed placeholder counts as its values, one of a primitive integer or `bool` as the texts of its
    /// type, any other as any segment. A subscription that overlaps no template of a hierarchy is silent
    /// for ever.
    ///
    /// Linear in the length of the texts, without allocation; for a closed placeholder, every value is
    /// compared.
    ///
    /// ```
    /// # use topics_core as topics;
    /// use topics::{Pattern, Template};
    ///
    /// let template = Template::new("topology.<id>.mutation.<state: applied | failed>")?;
    /// assert!(template.overlaps_pattern(&Pattern::new("topology.*.mutation.failed")?));
    /// assert!(!template.overlaps_pattern(&Pattern::new("topology.*.mutation.undone")?));
    /// # Ok::<(), topics_core::TextError>(())
    /// ```
    #[must_use]
    pub const fn overlaps_pattern(&self, pattern: &Pattern<'_>) -> bool {
        Shape::of(*self).overlaps(pattern.as_str())
    }
}

shows_text!(Template);
try_from_text!(Template: &'a str);
crate::__equals_text!([] Template<'_>: str, &str);

/// One piece of a [`Template`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TemplateSegment<'a> {
    /// This segment and no other.
    Literal(&'a str),
    /// One segment, or at the end a tail, that differs from topic to topic.
    Placeholder(Placeholder<'a>),
}

/// A placeholder of a [`Template`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placeholder<'a> {
    /// As in the canonical text.
    text: &'a str,
    name: &'a str,
    kind: PlaceholderKind<'a>,
}

impl<'a> Placeholder<'a> {
    /// The name between the angle brackets.
    #[must_use]
    pub fn name(&self) -> &'a str {
        self.name
    }

    /// What the placeholder takes.
    #[must_use]
    pub fn kind(&self) -> &PlaceholderKind<'a> {
        &self.kind
    }
}

/// As in the canonical text of the template.
impl fmt::Display for TemplateSegment<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Literal(text) | Self::Placeholder(Placeholder { text, .. }) => text,
        })
    }
}

/// As in the canonical text of the template.
impl fmt::Display for Placeholder<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text)
    }
}

/// What a [`Placeholder`] takes.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PlaceholderKind<'a> {
    /// `<name>`: any segment.
    Plain,
    /// `<name: Type>`: a segment that is a value of this type.
    Typed(&'a str),
    /// `<name: a | b>`: one of these values.
    Closed(Values<'a>),
    /// `<name..>`: one or more segments.
    Tail,
}

/// The values of a closed placeholder, in the order they were declared: the text that each is written as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Values<'a>(ValueTexts<'a>);

impl<'a> Values<'a> {
    /// The former texts of values, which are still read: each value with its former text.
    ///
    /// ```
    /// # use topics_core as topics;
    /// use topics::Texts;
    ///
    /// let texts = Texts::from_static("queued | applied was done was finished");
    /// let values = texts.values().unwrap();
    /// assert!(values.clone().eq(["queued", "applied"]));
    /// assert!(values.former().eq([("applied", "done"), ("applied", "finished")]));
    /// ```
    pub fn former(&self) -> impl Iterator<Item = (&'a str, &'a str)> + use<'a> {
        let (mut texts, mut now) = (self.0, "");
        iter::from_fn(move || {
            loop {
                let text = texts.next()?;
                if texts.is_former {
                    return Some((now, text));
                }
                now = text;
            }
        })
    }

    /// What is written and what is read besides.
    pub(crate) fn all(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        let mut texts = self.0;
        iter::from_fn(move || texts.next())
    }

    /// All of them, as in the canonical text.
    pub(crate) const fn as_str(&self) -> &'a str {
        self.0.text
    }
}

impl<'a> Iterator for Values<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        loop {
            let text = self.0.next()?;
            if !self.0.is_former {
                return Some(text);
            }
        }
    }
}

impl core::iter::FusedIterator for Values<'_> {}

/// The pieces of a [`Template`], from left to right; made by [`Template::segments`].
#[derive(Clone, Debug)]
pub struct TemplateSegments<'a> {
    text: &'a str,
    at: Option<usize>,
}

impl<'a> Iterator for TemplateSegments<'a> {
    type Item = TemplateSegment<'a>;

    fn next(&mut self) -> Option<Self::Item> {
        let start = self.at?;
        // The text was checked, so the scan does not fail; if it did, the iteration would end.
        let found = scan::segment(self.text, start).ok()?;
        let (kind, _, end) = found;
        self.at = (end < self.text.len()).then_some(end + 1);
        let text = part(self.text, start, end);
        let kind = match kind {
            Kind::Literal => return Some(TemplateSegment::Literal(text)),
            Kind::Plain => PlaceholderKind::Plain,
            Kind::Tail => PlaceholderKind::Tail,
            Kind::Typed => PlaceholderKind::Typed(scan::spec(self.text, found)),
            Kind::Closed => {
                PlaceholderKind::Closed(Values(ValueTexts::of(scan::spec(self.text, found))))
            }
        };
        let name = scan::name(self.text, start, found);
        Some(TemplateSegment::Placeholder(Placeholder {
            text,
            name,
            kind,
        }))
    }
}

impl core::iter::FusedIterator for TemplateSegments<'_> {}
