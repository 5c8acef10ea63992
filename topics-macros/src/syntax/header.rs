//! `pub enum BusTopic;`

use proc_macro2::{Delimiter, Group, Ident, Span, TokenTree};
use syn::parse::{Parse as _, Parser as _};
use syn::{Attribute, Token, Visibility};

use super::Header;
use super::tokens::Tokens;
use crate::errors::Errors;
use crate::messages;
use crate::place::Place;

impl Header {
    /// What stands for a header that was left out: `pub enum AnyTopic;`.
    ///
    /// What the compiler says about it is shown where the declaration begins, not at all of it.
    pub(super) fn default(start: Place) -> Self {
        let name = unnamed(start);
        Self {
            attributes: Vec::new(),
            visibility: Visibility::Public(Token![pub](name.span())),
            name,
        }
    }

    /// Whether a header is next. A lone `enum` may also be a segment, so it takes a name after it, or a
    /// visibility before it.
    pub(super) fn is_next(tokens: &Tokens) -> bool {
        let ahead = tokens.visibility_ahead();
        let is_any_of = |words: &[&str]| words.iter().any(|word| tokens.is_word_at(ahead, word));
        let is_named = tokens.word_at(ahead + 1).is_some_and(|name| name != "as");
        if ahead == 0 {
            // Two words are no segment either, but a path goes on after them.
            return is_any_of(&["enum", "struct"]) && is_named && tokens.mark_at(2) != '.';
        }
        let is_unnamed = tokens.mark_at(ahead + 1) == ';'
            || matches!(tokens.peek_at(ahead + 1), Some(TokenTree::Literal(_)));
        is_any_of(&["enum", "struct", "union", "type", "mod", "trait"]) && is_named
            || is_any_of(&["enum", "struct"]) && is_unnamed
    }

    /// Reads a header, of which [`is_next`](Header::is_next) is true, and the braces that should not
    /// follow it, in which the lines may be.
    ///
    /// Whatever else it holds is reported; what can be understood of it is kept.
    pub(super) fn parse(
        attributes: Vec<Attribute>,
        tokens: &mut Tokens,
        errors: &mut Errors,
    ) -> (Self, Option<Group>) {
        let visibility = visibility(tokens, errors);
        tokens.next();
        if tokens.last_text() != "enum" {
            errors.add(tokens.last(), messages::header_is_enum());
        }
        let name = parse_name(tokens, errors);
        if let Some(start) = tokens.eat('<') {
            if tokens.until_closed().is_none() {
                tokens.until_semicolon();
            }
            errors.add(start.to(tokens.last()), messages::header_generics(&name));
        }
        let body = parse_end(&name, tokens, errors);
        let header = Self {
            attributes,
            visibility,
            name,
        };
        (header, body)
    }
}

/// The name of an enum that has none.
fn unnamed(place: Place) -> Ident {
    Ident::new("AnyTopic", Span::call_site().located_at(place.first()))
}

fn parse_name(tokens: &mut Tokens, errors: &mut Errors) -> Ident {
    let message = match tokens.peek() {
        Some(TokenTree::Ident(name)) if super::is_name(name) => {
            let name = name.clone();
            tokens.next();
            return name;
        }
        Some(TokenTree::Ident(name)) => messages::name_is_keyword(name, "an enum"),
        _ => messages::header_without_name(),
    };
    if let Some(TokenTree::Ident(_) | TokenTree::Literal(_)) = tokens.peek() {
        tokens.next();
    }
    errors.add(tokens.last(), message);
    unnamed(tokens.last())
}

/// Reads the semicolon, or reports what stands in its place.
fn parse_end(name: &Ident, tokens: &mut Tokens, errors: &mut Errors) -> Option<Group> {
    if tokens.eat(';').is_some() {
        return None;
    }
    if let Some(body) = tokens.group_at(0, Delimiter::Brace).cloned() {
        // The lines are read nevertheless, as if the braces were not there.
        errors.add(body.span_open(), messages::header_with_body(name));
        tokens.next();
        return Some(body);
    }
    // Whether what follows may as well be the first line, or nothing at all.
    let begins_line = match tokens.peek() {
        _ if tokens.begins_line() => true,
        None | Some(TokenTree::Literal(_)) => true,
        Some(TokenTree::Ident(word)) => word != "where",
        Some(TokenTree::Punct(punct)) => matches!(punct.as_char(), '#' | '$' | '-'),
        Some(TokenTree::Group(_)) => false,
    };
    let start = tokens.here();
    if let Some(comma) = tokens.eat(',') {
        errors.add(comma, messages::ends_with_comma("the header"));
    } else if begins_line {
        let message = messages::missing_semicolon(tokens.last_text());
        errors.add(tokens.last(), message);
    } else {
        match tokens.peek() {
            Some(TokenTree::Group(_)) => drop(tokens.next()),
            _ => tokens.until_semicolon(),
        }
        errors.add(start.to(tokens.last()), messages::header_goes_on(name));
        tokens.eat(';');
    }
    None
}

fn visibility(tokens: &mut Tokens, errors: &mut Errors) -> Visibility {
    let visibility = tokens.visibility();
    if errors.shallow(visibility.iter().cloned()).is_none() {
        return Visibility::Inherited;
    }
    let parsed = Visibility::parse.parse2(visibility.into_iter().collect());
    parsed.unwrap_or_else(|_| {
        errors.add(tokens.last(), messages::not_a_visibility());
        Visibility::Inherited
    })
}
