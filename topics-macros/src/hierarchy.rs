//! The checked model: what a declaration means.
//!
//! Made from `syntax` by [`Hierarchy::build`]: groups are merged into their lines, and names chosen. Its segments and
//! placeholders are those that were read. Every topic in it is sound by itself; how topics get along with each other is
//! for `analysis` to say.

mod build;
mod derived;
mod former;
mod lock;
mod message_enum;
mod name;
mod names;
mod own;

use proc_macro2::Ident;
use syn::{Generics, LitStr, Type, Visibility};
use topics_core::Template;

use crate::place::Place;
use crate::syntax::path_text;

pub(crate) use crate::syntax::{Attributes, Kind, Path, Placeholder, Segment, Value};
pub(crate) use lock::Tracked;
pub(crate) use message_enum::MessageEnum;
pub(crate) use name::{Name, NameId, names};
pub(crate) use names::shared_pattern_name;

pub(crate) struct Hierarchy {
    pub(crate) name: Ident,
    pub(crate) visibility: Visibility,
    pub(crate) attributes: Attributes,
    pub(crate) origin: Origin,
    /// `#[lock = "…"]`.
    pub(crate) lock: Option<LitStr>,
    /// `#[messages]`.
    pub(crate) messages: Option<MessageEnum>,
    /// In the order of the declaration.
    pub(crate) topics: Vec<Topic>,
    /// What an enum of the user's holds besides: topics that are declared elsewhere.
    pub(crate) wrapped: Vec<Wrapped>,
}

impl Hierarchy {
    /// A hierarchy without topics.
    fn new(name: Ident, visibility: Visibility, origin: Origin) -> Self {
        Self {
            name,
            visibility,
            attributes: Attributes::default(),
            origin,
            lock: None,
            messages: None,
            topics: Vec::new(),
            wrapped: Vec::new(),
        }
    }
}

/// A variant around the struct of a topic or the enum of a hierarchy, whose templates are not known here.
pub(crate) struct Wrapped {
    /// The index of the variant.
    pub(crate) index: usize,
    pub(crate) name: Ident,
    pub(crate) of: Type,
    /// Whether the type borrows nothing, `Health<'static>`.
    pub(crate) is_owned: bool,
    /// The literal segments that stand before all of its names.
    pub(crate) under: Option<String>,
    /// Whether its topics are read before those of other variants where neither is more specific.
    pub(crate) is_first: bool,
}

/// One line, with the segments of the groups around it.
pub(crate) struct Topic {
    /// The template of the line.
    pub(crate) present: TopicTemplate,
    /// Those it had before.
    pub(crate) former: Vec<TopicTemplate>,
    /// The name of the struct and of the variant.
    pub(crate) name: Ident,
    /// Whether the line says `as Name`.
    pub(crate) is_named: bool,
    pub(crate) origin: Origin,
    pub(crate) attributes: Attributes,
    pub(crate) payload: Option<Type>,
    /// What answers the payload; there is none without a payload.
    pub(crate) reply: Option<Type>,
}

/// A template that names a topic.
pub(crate) struct TopicTemplate {
    /// The path of the line itself, or the literal of a former name.
    pub(crate) place: Place,
    pub(crate) segments: Vec<Segment>,
    /// The canonical text; a [`Template`] in all but its lifetime.
    text: String,
}

impl TopicTemplate {
    fn new(path: Path) -> Self {
        Self {
            place: path.place,
            text: path_text(&path.segments),
            segments: path.segments,
        }
    }

    pub(crate) fn template(&self) -> Template<'_> {
        Template::from_checked(&self.text)
    }
}

impl Topic {
    pub(crate) fn template(&self) -> Template<'_> {
        self.present.template()
    }

    /// Its templates: the present one, and behind it the former ones.
    pub(crate) fn templates(&self) -> impl Iterator<Item = &TopicTemplate> {
        std::iter::once(&self.present).chain(&self.former)
    }

    /// What gives the topic its name: the word after `as`, or else its path.
    pub(crate) fn name_place(&self) -> Place {
        if self.is_named {
            Place::at(self.name.span())
        } else {
            self.present.place
        }
    }

    pub(crate) fn parameters(&self) -> impl Iterator<Item = &Placeholder> {
        self.present
            .segments
            .iter()
            .filter_map(Segment::placeholder)
    }

    /// Whether a parameter is text, which has to be checked.
    pub(crate) fn has_text(&self) -> bool {
        self.parameters().any(|parameter| parameter.kind.is_text())
    }

    /// Whether a parameter is text that may be borrowed, and so the type has a lifetime.
    pub(crate) fn borrows(&self) -> bool {
        self.parameters()
            .any(|parameter| parameter.kind.is_text() && !parameter.is_owned)
    }

    /// Whether the struct has a value of a type that the user named.
    pub(crate) fn is_typed(&self) -> bool {
        self.parameters()
            .any(|parameter| parameter.kind.typed().is_some())
    }

    /// Whether the struct can be, and so is, `Copy`.
    pub(crate) fn is_copy(&self) -> bool {
        !self.is_typed() && !self.has_text()
    }

    /// Whether the struct has but one value.
    pub(crate) fn is_unit(&self) -> bool {
        self.parameters().next().is_none()
    }

    /// How many segments the longest of its names has.
    pub(crate) fn most_segments(&self) -> usize {
        let lengths = self.templates().map(|of| of.segments.len());
        lengths.max().unwrap_or(0)
    }
}

/// The index of the segment that is the placeholder of this name.
pub(crate) fn place_of(name: &Ident, segments: &[Segment]) -> Option<usize> {
    let is_it = |own: &Placeholder| own.is(name);
    let mut segments = segments.iter();
    segments.position(|segment| segment.placeholder().is_some_and(is_it))
}

pub(crate) fn ends_with_tail(segments: &[Segment]) -> bool {
    let last = segments.last().and_then(Segment::placeholder);
    last.is_some_and(|last| matches!(last.kind, Kind::Tail))
}

/// Where the type of a topic comes from.
pub(crate) enum Origin {
    /// The expansion declares a struct.
    Declared,
    /// The type is the user's, with these generics.
    Own(Box<Generics>),
    /// The variant at this index of an enum of the user's; there is no type of its own.
    Variant(usize),
}
