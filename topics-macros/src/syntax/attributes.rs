//! The attributes and doc comments before an item.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::Attribute;
use syn::parse::Parser as _;

use super::tokens::Tokens;
use crate::errors::Errors;
use crate::messages;
use crate::place::Place;

/// Reads the attributes before an item; a faulty one is reported and left out.
pub(super) fn parse(tokens: &mut Tokens, errors: &mut Errors) -> Vec<Attribute> {
    let mut attributes = Vec::new();
    loop {
        let start = tokens.start();
        let hash = tokens.is_punct('#').then(|| tokens.next()).flatten();
        let is_inner = hash.is_some() && tokens.eat('!').is_some();
        let brackets = tokens.group_at(0, Delimiter::Bracket).is_some();
        let brackets = if brackets { tokens.next() } else { None };
        match (hash, brackets) {
            (None, None) => return attributes,
            (Some(hash), Some(brackets)) if !is_inner => {
                let attribute = TokenStream::from_iter([hash, brackets]);
                if errors.shallow(attribute.clone()).is_some() {
                    let parsed = errors.ok(Attribute::parse_outer.parse2(attribute));
                    attributes.extend(parsed.into_iter().flatten());
                }
            }
            _ => errors.add(start.to(tokens.last()), messages::not_an_attribute()),
        }
    }
}

/// Reads the attributes before a part of a line.
pub(super) fn parse_inside(tokens: &mut Tokens, errors: &mut Errors) -> Vec<Attribute> {
    if tokens.attributes_ahead() == 0 {
        return Vec::new();
    }
    let attributes = parse(tokens, errors);
    for name in ["cfg", "first"] {
        errors.refuse(&attributes, name, messages::attribute_of_line(name));
    }
    errors.refuse(&attributes, "was", messages::was_inside());
    attributes
}

/// Reports attributes that no item follows.
pub(super) fn refuse_dangling(attributes: &[Attribute], errors: &mut Errors) {
    // However many there are, it is one line that is missing.
    if let (Some(first), Some(last)) = (attributes.first(), attributes.last()) {
        let place = Place::of(first).to(Place::of(last));
        errors.add(place, messages::dangling_attribute());
    }
}

/// The place of a visibility that stands before a line, once it has been read.
pub(super) fn eat_visibility(tokens: &mut Tokens) -> Option<Place> {
    let is_visibility = match tokens.peek_at(1) {
        Some(TokenTree::Ident(word)) => word != "as",
        Some(TokenTree::Literal(_)) => true,
        Some(TokenTree::Group(group)) => group.delimiter() == Delimiter::Parenthesis,
        Some(TokenTree::Punct(punct)) => punct.as_char() == '<',
        None => false,
    };
    if !is_visibility || !tokens.is_word_at(0, "pub") {
        return None;
    }
    let start = tokens.here();
    tokens.visibility();
    Some(start.to(tokens.last()))
}
