//! What stands in the parentheses of a literal macro: `"text"`, or `Hierarchy, "text"`.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::quote;
use syn::{Lit, LitStr, Path};

use super::Kind;
use crate::errors::Errors;
use crate::messages;
use crate::nesting;
use crate::place::Place;

pub(super) struct Input {
    /// The path to the runtime crate.
    pub(super) krate: TokenStream,
    pub(super) hierarchy: Option<Path>,
    pub(super) literal: LitStr,
}

impl Input {
    pub(super) fn parse(kind: Kind, tokens: TokenStream, errors: &mut Errors) -> Option<Self> {
        let mut tokens = tokens.into_iter();
        let krate = match tokens.next() {
            Some(TokenTree::Group(krate)) => krate.stream(),
            _ => quote!(::topics),
        };
        // A `macro_rules!` that forwards a path or a literal puts an invisible group around it.
        let all = nesting::open_invisible_groups(tokens.collect());
        if let Some(place) = nesting::too_deep(all.iter().cloned()) {
            errors.add(place, messages::nested_too_deep());
            return None;
        }
        let mut arguments = arguments(all).into_iter();
        let everything = Place::at(Span::call_site());
        let Some(first) = arguments.next() else {
            errors.add(everything, messages::literal_missing(kind));
            return None;
        };
        let (hierarchy, literal) = match (string(&first), arguments.next()) {
            (Some(literal), None) => (None, literal),
            (Some(_), Some(surplus)) => {
                let place = Place::of_all(&surplus, everything);
                errors.add(place, messages::literal_is_last(kind));
                return None;
            }
            (None, second) => {
                let literal = after_hierarchy(kind, &first, second.as_deref(), errors)?;
                (Some(first), literal)
            }
        };
        if let Some(surplus) = arguments.next() {
            let place = Place::of_all(&surplus, everything);
            errors.add(place, messages::literal_is_last(kind));
            return None;
        }
        let hierarchy = match hierarchy {
            Some(tokens) => Some(path(kind, tokens, errors)?),
            None => None,
        };
        if hierarchy.is_none() && kind == Kind::Topic {
            let text = literal.value();
            errors.add(Place::at(literal.span()), messages::topic_of_what(&text));
            return None;
        }
        Some(Self {
            krate,
            hierarchy,
            literal,
        })
    }
}

/// The literal that follows a hierarchy; reports what stands there instead.
fn after_hierarchy(
    kind: Kind,
    first: &[TokenTree],
    second: Option<&[TokenTree]>,
    errors: &mut Errors,
) -> Option<LitStr> {
    let place = Place::of_all(first, Place::at(Span::call_site()));
    let Some(second) = second else {
        match first {
            [before @ .., last] if !before.is_empty() && string_token(last).is_some() => {
                let hierarchy = text(before);
                errors.add(Place::of(last), messages::comma_missing(&hierarchy));
            }
            _ if kind != Kind::Segment && syn::parse2::<Path>(stream(first)).is_ok() => {
                errors.add(place, messages::text_missing(kind, &text(first)));
            }
            _ => errors.add(place, messages::not_a_literal(kind)),
        }
        return None;
    };
    let literal = string(second);
    if literal.is_none() {
        let place = Place::of_all(second, place);
        errors.add(place, messages::not_a_literal(kind));
    }
    literal
}

fn path(kind: Kind, tokens: Vec<TokenTree>, errors: &mut Errors) -> Option<Path> {
    let place = Place::of_all(&tokens, Place::at(Span::call_site()));
    if kind == Kind::Segment {
        errors.add(place, messages::segment_of_hierarchy());
        return None;
    }
    match syn::parse2::<Path>(tokens.into_iter().collect()) {
        Ok(path) if path.is_ident("Self") => {
            errors.add(place, messages::hierarchy_is_self());
            None
        }
        Ok(path) => Some(path),
        Err(_) => {
            errors.add(place, messages::not_a_hierarchy(kind));
            None
        }
    }
}

/// What stands between the commas; those in angle brackets belong to a type.
fn arguments(tokens: Vec<TokenTree>) -> Vec<Vec<TokenTree>> {
    let mut arguments = Vec::new();
    let mut argument = Vec::new();
    let mut depth = 0_usize;
    for token in tokens {
        if let TokenTree::Punct(punct) = &token {
            match punct.as_char() {
                '<' => depth += 1,
                '>' => depth = depth.saturating_sub(1),
                ',' if depth == 0 => {
                    arguments.push(std::mem::take(&mut argument));
                    continue;
                }
                _ => {}
            }
        }
        argument.push(token);
    }
    if !argument.is_empty() {
        arguments.push(argument);
    }
    arguments
}

fn string(argument: &[TokenTree]) -> Option<LitStr> {
    match argument {
        [token] => string_token(token),
        _ => None,
    }
}

fn string_token(token: &TokenTree) -> Option<LitStr> {
    match token {
        TokenTree::Literal(literal) => match Lit::new(literal.clone()) {
            Lit::Str(text) if text.suffix().is_empty() => Some(text),
            _ => None,
        },
        _ => None,
    }
}

fn stream(tokens: &[TokenTree]) -> TokenStream {
    tokens.iter().cloned().collect()
}

/// The tokens as a person would write them: a path has no spaces in it.
fn text(tokens: &[TokenTree]) -> String {
    stream(tokens).to_string().replace(" :: ", "::")
}
