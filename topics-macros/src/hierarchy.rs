//! The checked model: what a declaration means.
//!
//! Made from `syntax` by [`Hierarchy::build`]: groups are merged into their lines, attributes sorted,
//! names chosen. Every topic in it is sound by itself; how topics get along with each other is for
//! `analysis` to say.

mod attributes;
mod build;
mod derived;
mod former;
mod lock;
mod message_enum;
mod name;
mod names;
mod own;

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens as _;
use syn::ext::IdentExt as _;
use syn::{Attribute, Generics, Type, Visibility};
use topics_core::Template;

use crate::place::Place;

pub(crate) use attributes::Attributes;
pub(crate) use former::Former;
pub(crate) use lock::{LockFile, Tracked};
pub(crate) use message_enum::MessageEnum;
pub(crate) use name::{Name, NameId, names};
pub(crate) use names::shared_pattern_name;

pub(crate) struct Hierarchy {
    pub(crate) name: Ident,
    pub(crate) visibility: Visibility,
    pub(crate) attributes: Attributes,
    pub(crate) origin: Origin,
    pub(crate) lock: Option<LockFile>,
    /// In the order of the declaration.
    pub(crate) topics: Vec<Topic>,
    /// What an enum of the user's holds besides: topics that are declared elsewhere.
    pub(crate) wrapped: Vec<Wrapped>,
    /// Whether nothing was left out that an enum of the user's nevertheless has.
    pub(crate) is_whole: bool,
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
    /// Whether another variant is around the same type, under other segments.
    pub(crate) is_one_of_many: bool,
}

/// One line, with the segments of the groups around it.
pub(crate) struct Topic {
    /// The path of the line itself.
    pub(crate) place: Place,
    pub(crate) segments: Vec<Segment>,
    /// The canonical text of the template; a [`Template`] in all but its lifetime.
    text: String,
    /// The name of the struct and of the variant.
    pub(crate) name: Ident,
    /// Whether the line says `as Name`.
    pub(crate) is_named: bool,
    pub(crate) origin: Origin,
    pub(crate) attributes: Attributes,
    pub(crate) payload: Option<Type>,
    /// What answers the payload; there is none without a payload.
    pub(crate) reply: Option<Type>,
    /// The names it had before.
    pub(crate) former: Vec<Former>,
}

impl Topic {
    pub(crate) fn template(&self) -> Template<'_> {
        Template::from_checked(&self.text)
    }

    /// What gives the topic its name: the word after `as`, or else its path.
    pub(crate) fn name_place(&self) -> Place {
        if self.is_named {
            Place::at(self.name.span())
        } else {
            self.place
        }
    }

    /// The parameters, each with the index of its segment.
    pub(crate) fn parameters(&self) -> impl Iterator<Item = (usize, &Parameter)> {
        parameters(&self.segments)
    }

    /// Whether a parameter is text, which has to be checked.
    pub(crate) fn has_text(&self) -> bool {
        self.parameters()
            .any(|(_, parameter)| parameter.kind.is_text())
    }

    /// Whether a parameter is text that may be borrowed, and so the type has a lifetime.
    pub(crate) fn borrows(&self) -> bool {
        self.parameters()
            .any(|(_, parameter)| parameter.kind.is_text() && !parameter.is_owned)
    }

    /// Whether the struct has a value of a type that the user named.
    pub(crate) fn is_typed(&self) -> bool {
        self.parameters()
            .any(|(_, parameter)| matches!(parameter.kind, Kind::Typed(_)))
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
        let former = self.former.iter().map(|former| former.segments.len());
        former.fold(self.segments.len(), usize::max)
    }
}

/// The parameters of a template, each with the index of its segment.
pub(crate) fn parameters(segments: &[Segment]) -> impl Iterator<Item = (usize, &Parameter)> {
    segments
        .iter()
        .enumerate()
        .filter_map(|(index, segment)| match segment {
            Segment::Literal(_) => None,
            Segment::Parameter(parameter) => Some((index, parameter)),
        })
}

pub(crate) fn ends_with_tail(segments: &[Segment]) -> bool {
    matches!(segments.last(), Some(Segment::Parameter(last)) if matches!(last.kind, Kind::Tail))
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

#[derive(Clone)]
pub(crate) enum Segment {
    Literal(String),
    Parameter(Parameter),
}

impl Segment {
    /// Whether it is the parameter of this name.
    fn is(&self, name: &Ident) -> bool {
        matches!(self, Self::Parameter(own) if own.field.unraw() == name.unraw())
    }
}

/// A placeholder, and the field that holds its value.
#[derive(Clone)]
pub(crate) struct Parameter {
    pub(crate) field: Ident,
    pub(crate) kind: Kind,
    /// Whether the field is text that is never borrowed, `Segment<'static>`.
    pub(crate) is_owned: bool,
}

#[derive(Clone)]
pub(crate) enum Kind {
    Plain,
    Typed(Box<Type>),
    Closed(Box<Closed>),
    Tail,
}

impl Kind {
    pub(crate) fn is_text(&self) -> bool {
        matches!(self, Self::Plain | Self::Tail)
    }

    /// The type of the parameter, if it is not text.
    pub(crate) fn value_type(&self) -> Option<Type> {
        match self {
            Self::Plain | Self::Tail => None,
            Self::Typed(of) => Some((**of).clone()),
            Self::Closed(closed) => Some(Type::Verbatim(closed.name.to_token_stream())),
        }
    }
}

/// The generated enum of a closed placeholder.
#[derive(Clone)]
pub(crate) struct Closed {
    pub(crate) name: Ident,
    pub(crate) attributes: Attributes,
    pub(crate) values: Vec<Value>,
}

#[derive(Clone)]
pub(crate) struct Value {
    pub(crate) attributes: Attributes,
    /// What it is written as, and what else is read as it.
    pub(crate) texts: Vec<String>,
    pub(crate) variant: Ident,
}

impl Value {
    pub(crate) fn text(&self) -> &str {
        self.texts.first().map_or("", String::as_str)
    }
}

/// The conditions under which something exists: the arguments of its `#[cfg]` attributes.
pub(crate) type Conditions = Vec<TokenStream>;

/// Attributes as written.
pub(crate) type Written = Vec<Attribute>;
