//! What follows the path of a line: a name, a payload type, the semicolon.

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use syn::parse::{ParseStream, Parser as _};
use syn::{Attribute, Type};

use super::tokens::Tokens;
use super::{Line, Path};
use crate::errors::Errors;
use crate::messages;
use crate::place::Place;

impl Line {
    /// Reads the rest of a line; `None` if the path or the rest was faulty.
    pub(super) fn parse(
        attributes: Vec<Attribute>,
        path: Option<Path>,
        tokens: &mut Tokens,
        errors: &mut Errors,
    ) -> Option<Self> {
        let mut sound = path.is_some();
        let mut name = None;
        if tokens.is_word("as") {
            name = parse_name(tokens, errors);
            sound &= name.is_some();
        }
        let mut payload = None;
        if tokens.is_fat_arrow() {
            payload = parse_payload(tokens, errors);
            sound &= payload.is_some();
        }
        sound &= parse_end(tokens, errors);
        let line = Self {
            attributes,
            path: path?,
            name,
            payload,
        };
        sound.then_some(line)
    }
}

/// Reads `as Name`.
fn parse_name(tokens: &mut Tokens, errors: &mut Errors) -> Option<Ident> {
    tokens.next();
    let keyword = tokens.last();
    let Some(name) = tokens.word_at(0).cloned() else {
        errors.add(keyword, messages::missing_name());
        return None;
    };
    tokens.next();
    // What rustc reads as an identifier can name a type; a keyword can't.
    if syn::parse2::<Ident>(TokenTree::Ident(name.clone()).into()).is_err() {
        errors.add(tokens.last(), messages::name_is_keyword(&name));
        return None;
    }
    Some(name)
}

/// Reads `=> Payload`.
fn parse_payload(tokens: &mut Tokens, errors: &mut Errors) -> Option<Type> {
    tokens.next();
    let arrow = tokens.last();
    tokens.next();
    let arrow = arrow.to(tokens.last());
    let payload = tokens.until_semicolon();
    if payload.is_empty() {
        errors.add(arrow, messages::missing_payload());
        return None;
    }
    let split =
        |input: ParseStream<'_>| Ok((input.parse::<Type>()?, input.parse::<TokenStream>()?));
    let stream: TokenStream = payload.iter().cloned().collect();
    match split.parse2(stream) {
        Ok((payload, rest)) => {
            // What follows the type is the concern of the end of the line.
            tokens.give_back(rest.into_iter().count());
            Some(payload)
        }
        Err(_) => {
            let place = Place::of_all(&payload, arrow);
            errors.add(place, messages::payload_is_no_type());
            None
        }
    }
}

/// Reads the semicolon, or reports what stands in its place; `false` if the line cannot be trusted.
fn parse_end(tokens: &mut Tokens, errors: &mut Errors) -> bool {
    if tokens.eat(';').is_some() {
        return true;
    }
    if tokens.is_empty() || tokens.is_on_later_line() {
        errors.add(
            tokens.last(),
            messages::missing_semicolon(&tokens.last_text()),
        );
        return true;
    }
    if let Some(comma) = tokens.eat(',') {
        errors.add(comma, messages::comma_after_line());
        return true;
    }
    let place = tokens.here();
    if tokens.is_group(Delimiter::Brace) {
        errors.add(place, messages::name_on_group());
        tokens.next();
        return false;
    }
    let message = match tokens.peek() {
        Some(TokenTree::Ident(word)) if word == "as" => messages::name_after_payload().to_owned(),
        Some(token) => messages::unexpected_after_line(&token.to_string()),
        None => return true,
    };
    errors.add(place, message);
    tokens.skip_line();
    false
}
