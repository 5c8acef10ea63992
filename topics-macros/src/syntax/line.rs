//! What follows the path of a line: a name, the types of payload and reply, the semicolon.

use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::parse::{ParseStream, Parser as _};
use syn::{Attribute, Type};

use super::tokens::Tokens;
use super::{Line, Path, types};
use crate::errors::Errors;
use crate::messages;
use crate::nesting;
use crate::place::Place;
use crate::source_text::{source_text, token_text};

/// What the enum has besides its variants, and would be told apart from a variant by no one.
const ASSOCIATED: [&str; 4] = ["TEMPLATES", "into_owned", "parse", "template"];

/// `as Name => Payload -> Reply`, each part of which may be left out.
pub(super) struct Suffix {
    name: Option<Ident>,
    payload: Option<Type>,
    reply: Option<Type>,
    /// Where it is, if there is any of it.
    place: Option<Place>,
    sound: bool,
}

impl Suffix {
    /// Whether a name or a payload is next; the segment `as` is not mistaken for one.
    pub(super) fn is_next(tokens: &Tokens) -> bool {
        tokens.is_fat_arrow() || (tokens.is_word("as") && tokens.word_at(1).is_some())
    }

    pub(super) fn parse(tokens: &mut Tokens, errors: &mut Errors) -> Self {
        let start = tokens.here();
        let mut suffix = Self {
            name: None,
            payload: None,
            reply: None,
            place: None,
            sound: true,
        };
        if tokens.is_word("as") {
            suffix.name = parse_name(tokens, errors);
            suffix.sound &= suffix.name.is_some();
            suffix.place = Some(start.to(tokens.last()));
        }
        if tokens.is_fat_arrow() {
            suffix.payload = parse_type(tokens, messages::missing_payload(), errors);
            suffix.sound &= suffix.payload.is_some();
            if suffix.sound && tokens.is_thin_arrow() {
                suffix.reply = parse_type(tokens, messages::missing_reply(), errors);
                suffix.sound &= suffix.reply.is_some();
            }
            suffix.place = Some(start.to(tokens.last()));
        }
        suffix
    }

    /// Reports a name or a payload that stands before the braces of a group.
    pub(super) fn refuse_before_group(&self, errors: &mut Errors) {
        if let Some(place) = self.place {
            errors.add(place, messages::name_on_group());
        }
    }

    /// Reads and reports a name or a payload that follows the braces of a group.
    pub(super) fn refuse_after_group(tokens: &mut Tokens, errors: &mut Errors) {
        let start = tokens.here();
        tokens.until_semicolon();
        errors.add(start.to(tokens.last()), messages::name_on_group());
        tokens.eat(';');
    }
}

impl Line {
    /// Reads the end of a line; `None` if any part of it was faulty.
    pub(super) fn parse(
        attributes: Vec<Attribute>,
        path: Option<Path>,
        suffix: Suffix,
        tokens: &mut Tokens,
        errors: &mut Errors,
    ) -> Option<Self> {
        let ends = parse_end(path.as_ref(), &suffix, tokens, errors);
        let line = Self {
            attributes,
            path: path?,
            name: suffix.name,
            payload: suffix.payload,
            reply: suffix.reply,
        };
        (suffix.sound && ends).then_some(line)
    }
}

/// Reads `as Name`.
fn parse_name(tokens: &mut Tokens, errors: &mut Errors) -> Option<Ident> {
    tokens.next();
    let keyword = tokens.last();
    let Some(name) = tokens.word_at(0).cloned() else {
        let place = match tokens.peek() {
            Some(TokenTree::Literal(_)) => {
                tokens.next();
                tokens.last()
            }
            _ => keyword,
        };
        errors.add(place, messages::missing_name());
        return None;
    };
    tokens.next();
    let place = tokens.last();
    if (tokens.is_punct(':') || tokens.is_punct('<')) && !tokens.is_on_later_line() {
        while !tokens.is_empty() && !tokens.is_punct(';') && !tokens.is_fat_arrow() {
            tokens.next();
        }
        let message = messages::name_is_no_word(&name);
        errors.add(place.to(tokens.last()), message);
        return None;
    }
    // What rustc reads as an identifier can name a type; a keyword can't.
    if syn::parse2::<Ident>(TokenTree::Ident(name.clone()).into()).is_err() {
        errors.add(place, messages::name_is_keyword(&name));
        return None;
    }
    if ASSOCIATED.iter().any(|taken| name == taken) {
        errors.add(place, messages::name_is_associated(&name));
        return None;
    }
    Some(name)
}

/// Reads an arrow and the type behind it, `=> Payload` or `-> Reply`.
fn parse_type(tokens: &mut Tokens, missing: &str, errors: &mut Errors) -> Option<Type> {
    tokens.next();
    let arrow = tokens.last();
    tokens.next();
    let arrow = arrow.to(tokens.last());
    let payload = tokens.until_end_of_type();
    if payload.is_empty() {
        errors.add(arrow, missing);
        return None;
    }
    if let Some(place) = nesting::too_deep(payload.iter().cloned()) {
        errors.add(place, messages::nested_too_deep());
        return None;
    }
    let split =
        |input: ParseStream<'_>| Ok((input.parse::<Type>()?, input.parse::<TokenStream>()?));
    let stream: TokenStream = payload.iter().cloned().collect();
    let Ok((of, rest)) = split.parse2(stream) else {
        let place = Place::of_all(&payload, arrow);
        errors.add(place, messages::payload_is_no_type());
        return None;
    };
    // What follows the type is the concern of the end of the line.
    let rest = rest.into_iter().count();
    tokens.give_back(rest);
    let read = payload.get(..payload.len().saturating_sub(rest));
    let read = read.unwrap_or(&payload);
    let place = Place::of_all(read, arrow);
    if matches!(of, Type::Infer(_) | Type::ImplTrait(_))
        || nesting::mentions(read.iter().cloned(), "Self")
    {
        errors.add(place, messages::payload_is_no_type());
        return None;
    }
    if types::has_lifetime(read) {
        errors.add(place, messages::payload_has_lifetime());
        return None;
    }
    Some(of)
}

/// Reads the semicolon, or reports what stands in its place; `false` if the line cannot be trusted.
fn parse_end(
    path: Option<&Path>,
    suffix: &Suffix,
    tokens: &mut Tokens,
    errors: &mut Errors,
) -> bool {
    if tokens.eat(';').is_some() {
        return true;
    }
    if tokens.is_empty() || tokens.is_on_later_line() {
        let last = suffix.reply.as_ref().or(suffix.payload.as_ref());
        let text = match (last, suffix.place, path) {
            (Some(payload), _, _) => source_text(payload),
            (None, None, Some(path)) => path.text(),
            _ => tokens.last_text(),
        };
        errors.add(tokens.end(), messages::missing_semicolon(&text));
        return true;
    }
    if let Some(comma) = tokens.eat(',') {
        errors.add(comma, messages::comma_after_line());
        // One report is enough for a comma before a semicolon.
        tokens.eat(';');
        return true;
    }
    let mut place = tokens.here();
    let message = match tokens.peek() {
        Some(TokenTree::Ident(word)) if word == "as" => match suffix.payload {
            Some(_) => messages::name_after_payload().to_owned(),
            None => messages::second_name().to_owned(),
        },
        Some(_) if tokens.is_fat_arrow() => {
            tokens.next();
            place = place.to(tokens.here());
            messages::second_payload().to_owned()
        }
        Some(_) if tokens.is_thin_arrow() => {
            tokens.next();
            place = place.to(tokens.here());
            let message = match suffix.reply {
                Some(_) => messages::second_reply(),
                None => messages::reply_without_payload(),
            };
            message.to_owned()
        }
        Some(token) => messages::unexpected_after_line(&token_text(token)),
        None => return true,
    };
    errors.add(place, message);
    tokens.skip_line();
    false
}
