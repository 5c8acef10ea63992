//! `#[was("old.<id>.name")]` before a line: a name that its topics had before.

use syn::parse::ParseStream;
use syn::{Attribute, LitStr, Token};

use super::Path;
use crate::errors::Errors;
use crate::messages;
use crate::place::Place;

/// Takes the former names out of the attributes of a line; a faulty one is reported and left out.
pub(crate) fn take(attributes: &mut Vec<Attribute>, errors: &mut Errors) -> Vec<Path> {
    let former = attributes.extract_if(.., |attribute| is_was(attribute));
    former
        .filter_map(|attribute| match attribute.parse_args_with(text) {
            Ok(text) => Path::parse_text(&text, errors),
            Err(_) => {
                errors.add(place(&attribute), messages::was_without_text());
                None
            }
        })
        .collect()
}

/// The one text, and perhaps a comma.
fn text(input: ParseStream<'_>) -> syn::Result<LitStr> {
    let text = input.parse()?;
    input.parse::<Option<Token![,]>>()?;
    Ok(text)
}

pub(crate) fn is_was(attribute: &Attribute) -> bool {
    attribute.path().is_ident("was")
}

/// Reports a former name that is not before a line.
pub(crate) fn refuse(attribute: &Attribute, errors: &mut Errors) {
    errors.add(place(attribute), messages::was_not_on_line());
}

fn place(attribute: &Attribute) -> Place {
    Place::of_tokens(&attribute.meta, Place::at(attribute.pound_token.span))
}
