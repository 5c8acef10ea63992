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
        errors.shallow(all.iter().cloned())?;
        match read(kind, &split(all, ',')) {
            Ok((hierarchy, literal)) => Some(Self {
                krate,
                hierarchy,
                literal,
            }),
            Err((place, message)) => errors.fail(place, message),
        }
    }
}

/// The hierarchy, if there is one, and the text; or what is wrong with the arguments.
fn read(
    kind: Kind,
    arguments: &[Vec<TokenTree>],
) -> Result<(Option<Path>, LitStr), (Place, String)> {
    let (_, example, constructor) = kind.words();
    let at = |argument: &[TokenTree], message| Err((Place::of_all(argument), message));
    let surplus = |argument: &Vec<_>| at(argument, messages::text_is_last());
    let [first, others @ ..] = arguments else {
        return at(&[], messages::literal_missing(example));
    };
    match (string(first), others) {
        (Some(literal), []) if kind == Kind::Topic => {
            let text = literal.value();
            at(first, messages::topic_of_what(topics_core::Excerpt(&text)))
        }
        (Some(literal), []) => Ok((None, literal)),
        (Some(_), [more, ..]) => surplus(more),
        (None, []) => Err(without_literal(kind, first)),
        (None, [second, more @ ..]) => {
            let path = syn::parse2::<Path>(stream(first));
            match (string(second), more, path) {
                (None, ..) => at(second, messages::not_a_literal(constructor)),
                (_, [more, ..], _) => surplus(more),
                _ if kind == Kind::Segment => at(first, messages::segment_of_hierarchy()),
                (_, _, Err(_)) => at(first, messages::not_a_hierarchy(example)),
                (_, _, Ok(path)) if path.is_ident("Self") => {
                    at(first, messages::hierarchy_is_self())
                }
                (Some(literal), [], Ok(path)) => Ok((Some(path), literal)),
            }
        }
    }
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
