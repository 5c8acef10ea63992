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
mod text;
mod tokens;
mod topic_attribute;
mod types;

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use syn::ext::IdentExt as _;
use syn::{Attribute, Type, Visibility};

use crate::place::Place;
use crate::source_text::source_text;

pub(crate) use attributes::refuse;
pub(crate) use notation::foreign;
pub(crate) use options::{Given, options, split};
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
    pub(crate) name: Option<Ident>,
    pub(crate) payload: Option<Type>,
    /// What answers the payload.
    pub(crate) reply: Option<Type>,
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

impl Path {
    /// A path below this one.
    pub(crate) fn join(&self, path: &Self) -> Self {
        Self {
            segments: [&self.segments[..], &path.segments].concat(),
            place: self.place,
        }
    }
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

/// A literal segment, or a text of a value; it has been checked.
#[derive(Clone)]
pub(crate) struct Literal {
    /// Those of a value.
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) text: String,
    pub(crate) place: Place,
}

#[derive(Clone)]
pub(crate) struct Placeholder {
    /// Those of the enum of its values.
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) name: Ident,
    pub(crate) kind: PlaceholderKind,
    pub(crate) place: Place,
}

impl Placeholder {
    pub(crate) fn text(&self) -> String {
        let name = self.name.unraw();
        match &self.kind {
            PlaceholderKind::Plain => format!("<{name}>"),
            PlaceholderKind::Tail => format!("<{name}..>"),
            PlaceholderKind::Typed(of) => format!("<{name}: {}>", source_text(of)),
            PlaceholderKind::Written(of) => format!("<{name}: {of}>"),
            PlaceholderKind::Closed(values) => {
                let values = values.iter().map(|texts| {
                    let texts = texts.iter().map(|literal| literal.text.as_str());
                    texts.collect::<Vec<_>>().join(" was ")
                });
                format!("<{name}: {}>", values.collect::<Vec<_>>().join(" | "))
            }
        }
    }
}

#[derive(Clone)]
pub(crate) enum PlaceholderKind {
    Plain,
    Typed(Box<Type>),
    /// For each value what it is written as, and behind that what it was, `applied was done`.
    Closed(Vec<Vec<Literal>>),
    Tail,
    /// In a text: what stands behind the colon. Types and values are those of a line or of a field, which it
    /// may repeat.
    Written(String),
}

/// The identifier with this name, if there can be one, as there can't for a keyword.
pub(crate) fn identifier(name: &str, span: Span) -> Option<Ident> {
    word(name, span).filter(is_name)
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
