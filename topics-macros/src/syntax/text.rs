//! Templates in the string literals of attributes: `#[topic("system.<worker>.health")]`, and
//! `#[was("old.<id>.name")]`.
//!
//! Rust's lexer is not asked: what it does not know, such as `it's`, it reports by itself. Nor is there a
//! need to, for in a text a literal segment takes no quotes.

use proc_macro2::Ident;
use syn::ext::IdentExt as _;
use syn::{Attribute, LitStr};

use super::{Kind, Options, Path, Placeholder, Segment, notation, placeholder};
use crate::braces;
use crate::errors::Errors;
use crate::messages;
use crate::place::Place;

/// The templates in `#[was("…")]` among some attributes; a faulty one is reported and left out.
pub(crate) fn former_names(attributes: &[Attribute], errors: &mut Errors) -> Vec<Path> {
    let expected = messages::was_without_text();
    let mut paths = Vec::new();
    for attribute in attributes {
        let attribute = std::slice::from_ref(attribute);
        let mut given = Options::of(attribute, "was", &expected, errors);
        let text = given.take_unnamed();
        let text = text.and_then(|text| text.value(&expected, errors));
        paths.extend(text.and_then(|text| Path::parse_text(&text, errors)));
        given.refuse_rest(&expected, errors);
    }
    paths
}

/// The text of a path that has literal segments only; what it has besides is reported.
pub(crate) fn literal_path(literal: &LitStr, errors: &mut Errors) -> Option<String> {
    let path = Path::parse_text(literal, errors)?;
    if let Some(placeholder) = path.segments.iter().find_map(Segment::placeholder) {
        let message = messages::placeholder_in_under(placeholder.text());
        return errors.fail(path.place, message);
    }
    Some(super::path_text(&path.segments))
}

impl Path {
    /// Reads a path from the text of a literal, all of which is underlined where something is wrong.
    pub(super) fn parse_text(literal: &LitStr, errors: &mut Errors) -> Option<Self> {
        let place = Place::at(literal.span());
        let (text, before) = (literal.value(), errors.count());
        if text.is_empty() {
            return errors.fail(place, messages::missing_path());
        }
        let mut segments = Vec::new();
        for piece in pieces(&text) {
            let segment = segment(piece, place);
            segments.extend(segment.map_err(|fault| errors.add(place, fault)));
        }
        (errors.count() == before).then_some(Self { segments, place })
    }
}

/// What stands between the dots that are not in a placeholder.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut open = 0_usize;
    text.split(move |c: char| {
        match c {
            '<' | '{' => open += 1,
            '>' | '}' => open = open.saturating_sub(1),
            _ => {}
        }
        c == '.' && open == 0
    })
}

fn segment(piece: &str, place: Place) -> Result<Segment, String> {
    if piece.is_empty() {
        return Err(messages::empty_segment());
    }
    if let Some(inner) = notation::placeholder(piece) {
        return Ok(Segment::Placeholder(parse_placeholder(inner, place)?));
    }
    if let Some(fault) = notation::fault(piece) {
        return Err(fault);
    }
    Segment::of_text(braces::unescape(piece)?, place)
}

fn parse_placeholder(inner: &str, place: Place) -> Result<Placeholder, String> {
    let (name, kind) = match (inner.split_once(':'), inner.strip_suffix("..")) {
        (Some((name, of)), _) => (name, Kind::Written(of.trim().to_owned())),
        (None, Some(name)) => (name, Kind::Tail),
        (None, None) => (inner, Kind::Plain),
    };
    let name: Option<Ident> = super::word(name.trim(), place.first());
    let field = name.as_ref().and_then(placeholder::field);
    match (field, name) {
        (Some(name), _) => Ok(Placeholder {
            name,
            kind,
            is_owned: false,
            place,
        }),
        (None, Some(name)) => Err(messages::name_is_reserved(name.unraw())),
        (None, None) => Err(notation::placeholder_fault(inner)),
    }
}
