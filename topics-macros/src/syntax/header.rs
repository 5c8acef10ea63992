//! `pub enum BusTopic;`

use proc_macro2::{Delimiter, Ident, Span, TokenTree};
use syn::parse::Parser as _;
use syn::{Attribute, Visibility};

use super::Header;
use super::tokens::Tokens;
use crate::errors::Errors;
use crate::messages;

impl Header {
    /// What stands for a header that was left out: `pub enum AnyTopic;`.
    pub(super) fn default(attributes: Vec<Attribute>) -> Self {
        Self {
            attributes,
            visibility: Visibility::Public(syn::token::Pub::default()),
            name: Ident::new("AnyTopic", Span::call_site()),
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
        let is_item = ["enum", "struct"]
            .iter()
            .any(|keyword| tokens.is_word_at(ahead, keyword));
        let is_named = tokens.word_at(ahead + 1).is_some_and(|name| name != "as");
        is_item && (is_named || (ahead > 0 && tokens.is_punct_at(ahead + 1, ';')))
    }

    /// Reads a header, of which [`is_next`](Header::is_next) is true.
    ///
    /// Whatever else it holds is reported; what can be understood of it is kept.
    pub(super) fn parse(
        attributes: Vec<Attribute>,
        tokens: &mut Tokens,
        errors: &mut Errors,
    ) -> Self {
        let mut header = Self::default(attributes);
        header.visibility = visibility(tokens, errors);
        tokens.next();
        let keyword = tokens.last();
        if tokens.last_text() == "struct" {
            errors.add(keyword, messages::header_is_enum());
        }
        if let Some(name) = tokens.word_at(0).cloned() {
            tokens.next();
            header.name = name;
        } else {
            errors.add(keyword, messages::header_without_name());
        }
        if tokens.is_punct('<') {
            let start = tokens.here();
            while !tokens.is_empty() && !tokens.is_punct(';') && !tokens.is_punct('>') {
                tokens.next();
            }
            tokens.eat('>');
            errors.add(
                start.to(tokens.last()),
                messages::header_generics(&header.name),
            );
        }
        if let Some(body) = tokens.group_at(0, Delimiter::Brace) {
            // The lines are read nevertheless, as if the braces were not there.
            let brace = body.span_open();
            errors.add(
                crate::place::Place::at(brace),
                messages::header_with_body(&header.name),
            );
        } else if tokens.eat(';').is_none() {
            errors.add(
                tokens.last(),
                messages::missing_semicolon(&tokens.last_text()),
            );
        }
        header
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
    let parse = <Visibility as syn::parse::Parse>::parse;
    match parse.parse2(visibility.into_iter().collect()) {
        Ok(visibility) => visibility,
        Err(error) => {
            errors.add_parsed(error);
            Visibility::Inherited
        }
    }
}
