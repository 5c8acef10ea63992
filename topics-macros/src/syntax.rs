//! What was written: the declaration as a tree, every part with its place.
//!
//! Made from tokens by [`Declaration::parse`], which recovers after each fault and drops the line it
//! is in; read by `hierarchy`, which makes the checked model from it. Nothing here knows what a
//! declaration means.

mod attributes;
mod declaration;
mod header;
mod line;
mod notation;
mod options;
mod path;
mod placeholder;
mod sorted_attributes;
mod text;
mod tokens;
mod topic_attribute;
mod types;

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use syn::ext::IdentExt as _;
use syn::{Attribute, Type, Visibility};

use crate::few;
use crate::place::Place;
use crate::source_text::source_text;

pub(crate) use line::Suffix;
pub(crate) use notation::foreign;
pub(crate) use options::{Options, split};
pub(crate) use sorted_attributes::{Attributes, take_only, text_of};
pub(crate) use text::{former_names, literal_path};
pub(crate) use topic_attribute::TopicAttribute;
pub(crate) use types::{has_lifetime, is_text};

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

/// `system.<worker>.health as WorkerHealth => Ping -> Heartbeat;`
pub(crate) struct Line {
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) path: Path,
    pub(crate) suffix: Suffix,
}

/// `decky.<id> { … }`
pub(crate) struct Group {
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) path: Path,
    pub(crate) items: Vec<Item>,
}

/// Segments joined by dots; at least one.
#[derive(Clone)]
pub(crate) struct Path {
    pub(crate) segments: Vec<Segment>,
    pub(crate) place: Place,
}

#[derive(Clone)]
pub(crate) enum Segment {
    Literal(Literal),
    Placeholder(Placeholder),
}

/// The canonical text of segments: that of a template, if they are all the segments of one.
pub(crate) fn path_text(path: &[Segment]) -> String {
    let segments = path.iter().map(|segment| match segment {
        Segment::Literal(literal) => literal.text.clone(),
        Segment::Placeholder(placeholder) => placeholder.text(),
    });
    segments.collect::<Vec<_>>().join(".")
}

impl Segment {
    pub(crate) fn literal(&self) -> Option<&Literal> {
        match self {
            Self::Literal(literal) => Some(literal),
            Self::Placeholder(_) => None,
        }
    }

    pub(crate) fn placeholder(&self) -> Option<&Placeholder> {
        match self {
            Self::Literal(_) => None,
            Self::Placeholder(placeholder) => Some(placeholder),
        }
    }

    pub(crate) fn placeholder_mut(&mut self) -> Option<&mut Placeholder> {
        match self {
            Self::Literal(_) => None,
            Self::Placeholder(placeholder) => Some(placeholder),
        }
    }
}

/// A literal segment, or a text of a value; it has been checked.
#[derive(Clone)]
pub(crate) struct Literal {
    pub(crate) text: String,
    pub(crate) place: Place,
}

/// A placeholder, and the field that holds its value.
#[derive(Clone)]
pub(crate) struct Placeholder {
    /// The field; raw if the name is a keyword.
    pub(crate) name: Ident,
    pub(crate) kind: Kind,
    /// Whether the field is text that is never borrowed, `Segment<'static>`.
    pub(crate) is_owned: bool,
    pub(crate) place: Place,
}

impl Placeholder {
    pub(crate) fn text(&self) -> String {
        let name = self.name.unraw();
        match &self.kind {
            Kind::Plain => format!("<{name}>"),
            Kind::Tail => format!("<{name}..>"),
            Kind::Typed(of) => format!("<{name}: {}>", source_text(of)),
            Kind::Written(of) => format!("<{name}: {of}>"),
            Kind::Closed(closed) => {
                let values = closed.values.iter().map(|value| &value.texts[..]);
                format!("<{name}: {}>", few::description(values))
            }
        }
    }

    /// The text without a type or values.
    pub(crate) fn bare(&self) -> String {
        let name = self.name.unraw();
        match self.kind {
            Kind::Tail => format!("<{name}..>"),
            _ => format!("<{name}>"),
        }
    }

    /// Whether this is the name of another one too.
    pub(crate) fn is(&self, name: &Ident) -> bool {
        self.name.unraw() == name.unraw()
    }
}

#[derive(Clone)]
pub(crate) enum Kind {
    Plain,
    Typed(Box<Type>),
    Closed(Box<Closed>),
    Tail,
    /// In a text: what stands behind the colon. Types and values are those of a line or of a field, which it
    /// may repeat. There is none in the model.
    Written(String),
}

impl Kind {
    pub(crate) fn is_text(&self) -> bool {
        matches!(self, Self::Plain | Self::Tail)
    }

    /// The type that the user named.
    pub(crate) fn typed(&self) -> Option<&Type> {
        match self {
            Self::Typed(of) => Some(of),
            _ => None,
        }
    }

    pub(crate) fn closed(&self) -> Option<&Closed> {
        match self {
            Self::Closed(closed) => Some(closed),
            _ => None,
        }
    }
}

/// The enum of a closed placeholder.
#[derive(Clone)]
pub(crate) struct Closed {
    /// That of the placeholder, as long as it is not known what the type of the line is called.
    pub(crate) name: Ident,
    pub(crate) attributes: Attributes,
    pub(crate) values: Vec<Value>,
}

#[derive(Clone)]
pub(crate) struct Value {
    pub(crate) attributes: Attributes,
    /// What it is written as, and behind that what else is read as it: `applied was done`.
    pub(crate) texts: Vec<String>,
    pub(crate) variant: Ident,
}

impl Value {
    pub(crate) fn text(&self) -> &str {
        self.texts.first().map_or("", String::as_str)
    }
}

/// The identifier with this name, if there can be one, as there can't for a keyword.
pub(crate) fn identifier(name: &str, span: Span) -> Option<Ident> {
    word(name, span).filter(is_name)
}

/// The identifier of a variable with this name, raw if it is a keyword.
pub(crate) fn variable(name: &str, span: Span) -> Option<Ident> {
    placeholder::field(&word(name, span)?)
}

/// An identifier or a keyword, if the text is one.
fn word(name: &str, span: Span) -> Option<Ident> {
    let mut letters = name.chars();
    let is_word = letters
        .next()
        .is_some_and(|first| first == '_' || unicode_ident::is_xid_start(first))
        && letters.all(unicode_ident::is_xid_continue);
    if !is_word {
        return None;
    }
    // A compiler may be older than the table of characters here, and `Ident::new` panics at what it does not
    // know; its lexer does not.
    match syn::parse_str(name) {
        Ok(TokenTree::Ident(mut identifier)) => {
            identifier.set_span(span);
            Some(identifier)
        }
        _ => None,
    }
}

/// Whether a word can name a type or an enum, as keywords can't.
fn is_name(word: &Ident) -> bool {
    syn::parse2::<Ident>(TokenTree::Ident(word.clone()).into()).is_ok()
}

/// The path to the runtime crate, which stands in brackets before all else, and what follows it.
pub(crate) fn split_crate(tokens: TokenStream) -> (TokenStream, TokenStream) {
    let mut tokens = tokens.into_iter();
    let krate = match tokens.next() {
        Some(TokenTree::Group(krate)) => krate.stream(),
        _ => quote::quote!(::topics),
    };
    (krate, tokens.collect())
}
