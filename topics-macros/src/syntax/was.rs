//! `#[was("old.<id>.name")]` before a line, or before a struct or a variant of the user's: a name that its
//! topics had before.

use syn::parse::ParseStream;
use syn::{Attribute, LitStr, Token};

use super::Path;
use crate::errors::Errors;
use crate::messages;
use crate::place::Place;

/// Takes the former names out of the attributes of a line; a faulty one is reported and left out.
pub(crate) fn take(attributes: &mut Vec<Attribute>, errors: &mut Errors) -> Vec<Path> {
    let former: Vec<Attribute> = attributes
        .extract_if(.., |attribute| is_was(attribute))
        .collect();
    parse(&former, errors)
}

/// The former names among some attributes; a faulty one is reported and left out.
pub(crate) fn parse(attributes: &[Attribute], errors: &mut Errors) -> Vec<Path> {
    let former = attributes.iter().filter(|attribute| is_was(attribute));
    former
        .filter_map(|attribute| match attribute.parse_args_with(text) {
            Ok(text) => Path::parse_text(&text, errors),
            Err(_) => {
                errors.add(place(attribute), messages::was_without_text());
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

/// Reports every former name among attributes that can have none.
pub(crate) fn refuse(attributes: &[Attribute], message: &str, errors: &mut Errors) {
    for attribute in attributes.iter().filter(|attribute| is_was(attribute)) {
        errors.add(place(attribute), message);
    }
}

fn place(attribute: &Attribute) -> Place {
    Place::of_tokens(&attribute.meta, Place::at(attribute.pound_token.span))
}
