//! What follows the path of a line: a name, the types of payload and reply, the semicolon.

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use syn::parse::{ParseStream, Parser as _};
use syn::{Attribute, Type};

use super::tokens::Tokens;
use super::{Line, Path, path_text, types};
use crate::errors::Errors;
use crate::messages;
use crate::nesting;
use crate::place::Place;
use crate::source_text::{source_text, token_text};

/// What the enum has besides its variants, and would be told apart from a variant by no one.
const ASSOCIATED: [&str; 4] = ["TEMPLATES", "into_owned", "parse", "template"];

/// `as Name => Payload -> Reply`, each part of which may be left out.
#[derive(Default)]
pub(crate) struct Suffix {
    pub(crate) name: Option<Ident>,
    pub(crate) payload: Option<Type>,
    /// What answers the payload.
    pub(crate) reply: Option<Type>,
    /// Where it is, if there is any of it.
    place: Option<Place>,
    /// Whether a part is there, but faulty.
    is_faulty: bool,
}

impl Suffix {
    pub(super) fn parse(tokens: &mut Tokens, errors: &mut Errors) -> Self {
        let start = tokens.here();
        let mut suffix = Self::default();
        let payload = messages::missing_message("payload", "=>", "=> Heartbeat");
        let reply = messages::missing_message("reply", "->", "=> Ping -> Pong");
        if tokens.is_word_at(0, "as") {
            suffix.name = parse_name(tokens, errors);
            suffix.is_faulty |= suffix.name.is_none();
            suffix.place = Some(start.to(tokens.last()));
        }
        if tokens.is_arrow('=') {
            suffix.payload = parse_type(tokens, &payload, errors);
            if suffix.payload.is_some() && tokens.is_arrow('-') {
                suffix.reply = parse_type(tokens, &reply, errors);
                suffix.is_faulty |= suffix.reply.is_none();
            }
            suffix.is_faulty |= suffix.payload.is_none();
            suffix.place = Some(start.to(tokens.last()));
        }
        suffix
    }

    /// Reads the end of the line; `None` if any part of the line was faulty.
    pub(super) fn end(
        self,
        attributes: Vec<Attribute>,
        path: Option<Path>,
        tokens: &mut Tokens,
        errors: &mut Errors,
    ) -> Option<Box<Line>> {
        let ends = parse_end(path.as_ref(), &self, tokens, errors);
        let (path, suffix) = (path.filter(|_| ends && !self.is_faulty)?, self);
        Some(Box::new(Line {
            attributes,
            path,
            suffix,
        }))
    }

    /// Reports a name or a payload that stands before the braces of a group.
    pub(super) fn refuse_before_group(&self, errors: &mut Errors) {
        // One report is enough for what is being typed.
        if let Some(place) = self.place.filter(|_| !self.is_faulty) {
            errors.add(place, messages::name_on_group());
        }
    }

    /// Reads and reports a name or a payload that follows the braces of a group, if there is one.
    pub(super) fn refuse_after_group(tokens: &mut Tokens, errors: &mut Errors) {
        // The segment `as` is not mistaken for one.
        if tokens.is_arrow('=') || tokens.is_word_at(0, "as") && tokens.word_at(1).is_some() {
            let start = tokens.here();
            tokens.until_semicolon();
            errors.add(start.to(tokens.last()), messages::name_on_group());
            tokens.eat(';');
        }
    }
}

/// Reads `as Name`.
fn parse_name(tokens: &mut Tokens, errors: &mut Errors) -> Option<Ident> {
    tokens.next();
    // A word that a path goes on behind begins the next line.
    let name = tokens.word_at(0).cloned();
    let Some(name) = name.filter(|_| tokens.mark_at(1) != '.') else {
        if let Some(TokenTree::Literal(_)) = tokens.peek() {
            tokens.next();
        }
        return errors.fail(tokens.last(), messages::missing_name());
    };
    tokens.next();
    let mut place = tokens.last();
    let message = if matches!(tokens.mark_at(0), ':' | '<') && !tokens.begins_line() {
        tokens.until(|tokens, _, _| tokens.is_punct(';') || tokens.is_arrow('='));
        place = place.to(tokens.last());
        messages::name_is_no_word(&name)
    } else if !super::is_name(&name) {
        messages::name_is_keyword(&name, "a type")
    } else if ASSOCIATED.iter().any(|taken| name == taken) {
        messages::name_is_associated(&name)
    } else {
        return Some(name);
    };
    errors.fail(place, message)
}

/// Reads an arrow and the type behind it, `=> Payload` or `-> Reply`.
fn parse_type(tokens: &mut Tokens, missing: &str, errors: &mut Errors) -> Option<Type> {
    tokens.next();
    let arrow = tokens.last();
    tokens.next();
    let arrow = arrow.to(tokens.last());
    let mut read = tokens.until_end_of_type();
    errors.shallow(read.iter().cloned())?;
    let split =
        |input: ParseStream<'_>| Ok((input.parse::<Type>()?, input.parse::<TokenStream>()?));
    let parsed = split.parse2(read.iter().cloned().collect());
    let is_of_type = |token: &&TokenTree| match token {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => false,
        token => !Place::at(token.span()).is_below(arrow),
    };
    let rest = match &parsed {
        Ok((_, rest)) => rest.clone().into_iter().count(),
        // It may be half of a type, and the next line or the lines of a group be in it.
        Err(_) => read.iter().skip_while(is_of_type).count(),
    };
    // What follows the type is the concern of the end of the line.
    tokens.give_back(rest);
    read.truncate(read.len().saturating_sub(rest));
    if read.is_empty() || tokens.is_punct('.') {
        // A type that a path goes on behind is the next line.
        tokens.give_back(read.len());
        return errors.fail(arrow, missing);
    }
    let is_unknown = || nesting::mentions(read.iter().cloned(), &["_", "Self"]);
    let message = match parsed {
        Ok((of, _)) if types::has_lifetime(&of) => messages::payload_has_lifetime(),
        Ok((of, _)) if !is_unknown() && !matches!(of, Type::ImplTrait(_)) => return Some(of),
        _ => messages::payload_is_no_type(),
    };
    errors.fail(Place::of_all(&read), message)
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
    // A line can't begin with a reply.
    if tokens.is_empty() || tokens.begins_line() && !tokens.is_arrow('-') {
        let last = suffix.reply.as_ref().or(suffix.payload.as_ref());
        let text = match (last, suffix.place, path) {
            // What is missing has been reported.
            _ if suffix.is_faulty => return false,
            (Some(last), _, _) => source_text(last),
            (None, None, Some(path)) => path_text(&path.segments),
            _ => tokens.last_text(),
        };
        errors.add(tokens.end(), messages::missing_semicolon(text));
        return true;
    }
    if let Some(comma) = tokens.eat(',') {
        errors.add(comma, messages::ends_with_comma("a line"));
        // One report is enough for a comma before a semicolon.
        tokens.eat(';');
        return true;
    }
    let mut place = tokens.here();
    let mut text = tokens.peek().map(token_text).unwrap_or_default();
    if tokens.is_arrow('=') || tokens.is_arrow('-') {
        tokens.next();
        place = place.to(tokens.here());
        text = text.trim().to_owned() + ">";
    }
    errors.add(place, messages::unexpected_in_line(text));
    tokens.skip_line();
    false
}
