//! `pub enum BusTopic;`

use proc_macro2::{Delimiter, Group, Ident, Span, TokenTree};
use syn::parse::Parser as _;
use syn::{Attribute, Token, Visibility};

use super::Header;
use super::tokens::Tokens;
use crate::errors::Errors;
use crate::messages;
use crate::nesting;
use crate::place::Place;

impl Header {
    /// What stands for a header that was left out: `pub enum AnyTopic;`.
    ///
    /// What the compiler says about it is shown where the declaration begins, not at all of it.
    pub(super) fn default(attributes: Vec<Attribute>, start: Place) -> Self {
        let name = unnamed(start);
        Self {
            attributes,
            visibility: Visibility::Public(Token![pub](name.span())),
            name,
        }
    }

    /// Whether a header is next. A lone `enum` may also be a segment, so it takes a name after it, or a
    /// visibility before it.
    pub(super) fn is_next(tokens: &Tokens) -> bool {
        let mut ahead = 0;
        if tokens.is_word("pub") {
            ahead += 1;
            if tokens.group_at(1, Delimiter::Parenthesis).is_some() {
                ahead += 1;
            }
        }
        let is_any_of = |words: &[&str]| words.iter().any(|word| tokens.is_word_at(ahead, word));
        let is_named = tokens.word_at(ahead + 1).is_some_and(|name| name != "as");
        if ahead == 0 {
            // Two words are no segment either, but a path goes on after them.
            return is_any_of(&["enum", "struct"]) && is_named && !tokens.is_punct_at(2, '.');
        }
        let is_unnamed = tokens.is_punct_at(ahead + 1, ';')
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
        let keyword = tokens.last();
        if tokens.last_text() != "enum" {
            errors.add(keyword, messages::header_is_enum());
        }
        let header = Self {
            attributes,
            visibility,
            name: parse_name(tokens, errors),
        };
        refuse_generics(&header.name, tokens, errors);
        let body = parse_end(&header.name, tokens, errors);
        (header, body)
    }
}

/// The name of an enum that has none.
fn unnamed(place: Place) -> Ident {
    Ident::new("AnyTopic", Span::call_site().located_at(place.first()))
}

fn parse_name(tokens: &mut Tokens, errors: &mut Errors) -> Ident {
    let keyword = tokens.last();
    if let Some(name) = tokens.word_at(0).cloned() {
        tokens.next();
        // What rustc reads as an identifier can name an enum; a keyword can't.
        if syn::parse2::<Ident>(TokenTree::Ident(name.clone()).into()).is_ok() {
            return name;
        }
        errors.add(tokens.last(), messages::header_name_is_keyword(&name));
        return unnamed(tokens.last());
    }
    if let Some(TokenTree::Literal(_)) = tokens.peek() {
        tokens.next();
        errors.add(tokens.last(), messages::header_without_name());
    } else {
        errors.add(keyword, messages::header_without_name());
    }
    unnamed(tokens.last())
}

fn refuse_generics(name: &Ident, tokens: &mut Tokens, errors: &mut Errors) {
    if !tokens.is_punct('<') {
        return;
    }
    let start = tokens.here();
    let mut open = 0;
    while !tokens.is_empty() && !tokens.is_punct(';') {
        if tokens.is_punct('<') {
            open += 1;
        }
        if tokens.is_punct('>') {
            open -= 1;
        }
        tokens.next();
        if open == 0 {
            break;
        }
    }
    errors.add(start.to(tokens.last()), messages::header_generics(name));
}

/// Reads the semicolon, or reports what stands in its place.
fn parse_end(name: &Ident, tokens: &mut Tokens, errors: &mut Errors) -> Option<Group> {
    if tokens.eat(';').is_some() {
        return None;
    }
    if let Some(body) = tokens.group_at(0, Delimiter::Brace).cloned() {
        // The lines are read nevertheless, as if the braces were not there.
        errors.add(
            Place::at(body.span_open()),
            messages::header_with_body(name),
        );
        tokens.next();
        return Some(body);
    }
    if let Some(comma) = tokens.eat(',') {
        errors.add(comma, messages::comma_after_header());
        return None;
    }
    if begins_line(tokens) {
        errors.add(
            tokens.last(),
            messages::missing_semicolon(&tokens.last_text()),
        );
        return None;
    }
    let start = tokens.here();
    if tokens.is_group(Delimiter::Parenthesis) || tokens.is_group(Delimiter::Bracket) {
        tokens.next();
    } else {
        tokens.until_semicolon();
    }
    errors.add(start.to(tokens.last()), messages::header_goes_on(name));
    tokens.eat(';');
    None
}

/// Whether what follows a header may as well be the first line, or nothing at all.
fn begins_line(tokens: &Tokens) -> bool {
    if tokens.is_on_later_line() {
        return true;
    }
    match tokens.peek() {
        None | Some(TokenTree::Literal(_)) => true,
        Some(TokenTree::Ident(word)) => word != "where",
        Some(TokenTree::Punct(punct)) => matches!(punct.as_char(), '#' | '$' | '-'),
        Some(TokenTree::Group(_)) => false,
    }
}

fn visibility(tokens: &mut Tokens, errors: &mut Errors) -> Visibility {
    if !tokens.is_word("pub") {
        return Visibility::Inherited;
    }
    let mut visibility: Vec<TokenTree> = tokens.next().into_iter().collect();
    if tokens.is_group(Delimiter::Parenthesis) {
        visibility.extend(tokens.next());
    }
    if let Some(place) = nesting::too_deep(visibility.iter().cloned()) {
        errors.add(place, messages::nested_too_deep());
        return Visibility::Inherited;
    }
    let parse = <Visibility as syn::parse::Parse>::parse;
    parse
        .parse2(visibility.into_iter().collect())
        .unwrap_or_else(|_| {
            errors.add(tokens.last(), messages::not_a_visibility());
            Visibility::Inherited
        })
}
