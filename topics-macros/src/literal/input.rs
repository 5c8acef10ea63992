//! What stands in the parentheses of a literal macro: `"text"`, or `Hierarchy, "text"`.

use proc_macro2::{TokenStream, TokenTree};
use syn::{LitStr, Path};

use super::Kind;
use crate::errors::Errors;
use crate::messages;
use crate::place::Place;
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
        errors.shallow(tokens.clone())?;
        match read(kind, &split(tokens, ',')) {
            Ok((hierarchy, literal)) => Some(Self {
                krate,
                hierarchy,
                literal,
            }),
            Err(wrong) => {
                let message = match kind {
                    Kind::Segment => messages::segment_arguments(),
                    Kind::Topic => messages::topic_arguments(),
                    Kind::Pattern => messages::pattern_arguments(),
                };
                errors.fail(Place::of_all(wrong), message)
            }
        }
    }
}

/// The hierarchy, if there is one, and the text; or the tokens that are something else.
fn read(kind: Kind, arguments: &[Vec<TokenTree>]) -> Result<(Option<Path>, LitStr), &[TokenTree]> {
    let (hierarchy, text) = match arguments {
        [text] if kind != Kind::Topic => (None, text),
        [hierarchy, text] if kind != Kind::Segment => (Some(hierarchy), text),
        [_, _, wrong, ..] | [wrong, ..] => return Err(wrong),
        [] => return Err(&[]),
    };
    let literal = syn::parse2::<LitStr>(stream(text)).ok();
    let literal = literal.filter(|literal| literal.suffix().is_empty());
    let literal = literal.ok_or(&text[..])?;
    let hierarchy = hierarchy.map(|of| {
        let path = syn::parse2::<Path>(stream(of)).ok();
        path.filter(|path| !path.is_ident("Self")).ok_or(&of[..])
    });
    Ok((hierarchy.transpose()?, literal))
}

fn stream(tokens: &[TokenTree]) -> TokenStream {
    tokens.iter().cloned().collect()
}
