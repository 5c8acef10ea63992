//! What stands in the parentheses of a literal macro: `"text"`, or `Hierarchy, "text"`.

use proc_macro2::{TokenStream, TokenTree};
use syn::{LitStr, Path};

use super::Kind;
use crate::errors::Errors;
use crate::messages;
use crate::nesting;
use crate::place::Place;
use crate::source_text::text_of_all;
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
    let (name, example, constructor) = kind.words();
    let path = |argument: &[TokenTree]| syn::parse2::<Path>(stream(argument)).ok();
    let read: Vec<Option<LitStr>> = arguments.iter().map(|of| string(of)).collect();
    let (wrong, message) = match (&read[..], arguments) {
        ([Some(literal)], [only]) if kind == Kind::Topic => {
            let text = literal.value();
            (
                &only[..],
                messages::topic_of_what(topics_core::Excerpt(&text)),
            )
        }
        ([Some(literal)], _) => return Ok((None, literal.clone())),
        ([Some(_), ..], [_, more, ..]) | ([_, Some(_), _, ..], [_, _, more, ..]) => {
            (&more[..], messages::text_is_last())
        }
        ([None, Some(literal)], [first, _]) => match path(first) {
            _ if kind == Kind::Segment => (&first[..], messages::segment_of_hierarchy()),
            None => (&first[..], messages::not_a_hierarchy(example)),
            Some(path) if path.is_ident("Self") => (&first[..], messages::hierarchy_is_self()),
            path => return Ok((path, literal.clone())),
        },
        ([None], [only]) => match &only[..] {
            [before @ .., last]
                if !before.is_empty() && string(std::slice::from_ref(last)).is_some() =>
            {
                (
                    std::slice::from_ref(last),
                    messages::comma_missing(text_of_all(before)),
                )
            }
            _ if kind != Kind::Segment && path(only).is_some() => {
                (&only[..], messages::text_missing(name, text_of_all(only)))
            }
            _ => (&only[..], messages::not_a_literal(constructor)),
        },
        (_, [_, second, ..]) => (&second[..], messages::not_a_literal(constructor)),
        _ => (&[][..], messages::literal_missing(example)),
    };
    Err((Place::of_all(wrong), message))
}

fn string(argument: &[TokenTree]) -> Option<LitStr> {
    let literal = syn::parse2::<LitStr>(stream(argument)).ok()?;
    literal.suffix().is_empty().then_some(literal)
}

fn stream(tokens: &[TokenTree]) -> TokenStream {
    tokens.iter().cloned().collect()
}
