//! What stands in the parentheses of a literal macro: `"text"`, or `Hierarchy, "text"`.

use proc_macro2::{TokenStream, TokenTree};
use syn::{LitStr, Path};

use super::Kind;
use crate::errors::Errors;
use crate::messages;
use crate::nesting;
use crate::place::Place;
use crate::source_text::source_text;
use crate::syntax::split;

pub(super) struct Input {
    /// The path to the runtime crate.
    pub(super) krate: TokenStream,
    pub(super) hierarchy: Option<Path>,
    pub(super) literal: LitStr,
}

impl Input {
    pub(super) fn parse(kind: Kind, tokens: TokenStream, errors: &mut Errors) -> Option<Self> {
        let (krate, tokens) = crate::syntax::split_crate(tokens);
        // A `macro_rules!` that forwards a path or a literal puts an invisible group around it.
        let all = nesting::open_invisible_groups(tokens);
        if let Some(place) = nesting::too_deep(all.iter().cloned()) {
            errors.add(place, messages::nested_too_deep());
            return None;
        }
        let everything = Place::of(&TokenStream::new());
        let (_, example, constructor) = kind.words();
        let arguments = split(all, ',');
        let (fault, message) = match &arguments[..] {
            [] => (everything, messages::literal_missing(example)),
            [first] => match string(first) {
                Some(literal) if kind == Kind::Topic => {
                    let text = literal.value();
                    (
                        Place::of(&literal),
                        messages::topic_of_what(topics_core::Excerpt(&text)),
                    )
                }
                Some(literal) => {
                    return Some(Self {
                        krate,
                        hierarchy: None,
                        literal,
                    });
                }
                None => without_literal(kind, first),
            },
            [first, surplus, ..] if string(first).is_some() => surplus_fault(kind, surplus),
            [first, second, rest @ ..] => match (string(second), rest) {
                (None, _) => (Place::of_all(second), messages::not_a_literal(constructor)),
                (Some(_), [surplus, ..]) => surplus_fault(kind, surplus),
                (Some(literal), []) => {
                    let path = syn::parse2::<Path>(stream(first));
                    let message = match path {
                        _ if kind == Kind::Segment => messages::segment_of_hierarchy(),
                        Ok(path) if path.is_ident("Self") => messages::hierarchy_is_self(),
                        Err(_) => messages::not_a_hierarchy(example),
                        Ok(path) => {
                            return Some(Self {
                                krate,
                                hierarchy: Some(path),
                                literal,
                            });
                        }
                    };
                    (Place::of_all(first), message)
                }
            },
        };
        errors.add(fault, message);
        None
    }
}

fn surplus_fault(kind: Kind, surplus: &[TokenTree]) -> (Place, String) {
    let message = match kind {
        Kind::Pattern => messages::pattern_is_last(),
        Kind::Segment | Kind::Topic => messages::literal_is_last(),
    };
    (Place::of_all(surplus), message)
}

/// What is wrong with the only argument, which is no literal.
fn without_literal(kind: Kind, only: &[TokenTree]) -> (Place, String) {
    let (name, _, constructor) = kind.words();
    let place = Place::of_all(only);
    match only {
        [before @ .., last]
            if !before.is_empty() && string(std::slice::from_ref(last)).is_some() =>
        {
            (Place::of(last), messages::comma_missing(text(before)))
        }
        _ if kind != Kind::Segment && syn::parse2::<Path>(stream(only)).is_ok() => {
            (place, messages::text_missing(name, text(only)))
        }
        _ => (place, messages::not_a_literal(constructor)),
    }
}

fn string(argument: &[TokenTree]) -> Option<LitStr> {
    let literal = syn::parse2::<LitStr>(stream(argument)).ok()?;
    literal.suffix().is_empty().then_some(literal)
}

fn stream(tokens: &[TokenTree]) -> TokenStream {
    tokens.iter().cloned().collect()
}

fn text(tokens: &[TokenTree]) -> String {
    source_text(&stream(tokens))
}
