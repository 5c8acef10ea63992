//! What was written: the declaration as a tree, every part with its place.
//!
//! Made from tokens by [`Declaration::parse`], which recovers after each fault and drops the line it
//! is in; read by `hierarchy`, which makes the checked model from it. Nothing here knows what a
//! declaration means.

mod attributes;
mod declaration;
mod header;
mod line;
mod path;
mod placeholder;
mod template_text;
mod tokens;
mod topic_attribute;

use proc_macro2::Ident;
use syn::{Attribute, Type, Visibility};

use crate::place::Place;

pub(crate) use topic_attribute::TopicAttribute;

/// A whole `topics!` declaration.
pub(crate) struct Declaration {
    pub(crate) header: Header,
    pub(crate) items: Vec<Item>,
}

/// `pub enum BusTopic;`, or what stands for it where it was left out.
pub(crate) struct Header {
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) visibility: Visibility,
    pub(crate) name: Ident,
}

pub(crate) enum Item {
    Line(Box<Line>),
    Group(Group),
}

/// `system.<worker>.health as WorkerHealth => Heartbeat;`
pub(crate) struct Line {
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) path: Path,
    pub(crate) name: Option<Ident>,
    pub(crate) payload: Option<Type>,
}

/// `decky.<id> { … }`
pub(crate) struct Group {
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) path: Path,
    pub(crate) items: Vec<Item>,
}

/// Segments joined by dots; at least one.
pub(crate) struct Path {
    pub(crate) segments: Vec<Segment>,
    pub(crate) place: Place,
}

#[derive(Clone)]
pub(crate) enum Segment {
    Literal(Literal),
    Placeholder(Placeholder),
}

/// A literal segment, or a value of a closed placeholder; its text has been checked.
#[derive(Clone)]
pub(crate) struct Literal {
    pub(crate) text: String,
    pub(crate) place: Place,
}

#[derive(Clone)]
pub(crate) struct Placeholder {
    pub(crate) name: Ident,
    pub(crate) kind: PlaceholderKind,
    pub(crate) place: Place,
}

#[derive(Clone)]
pub(crate) enum PlaceholderKind {
    Plain,
    Typed(Box<Type>),
    Closed(Vec<Literal>),
    Tail,
}
