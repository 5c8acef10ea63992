//! `#[messages]`: the enum of the topics with their payloads, which the header asks for.

use quote::ToTokens as _;
use syn::punctuated::Punctuated;
use syn::{Attribute, Ident, Meta, Token};

use super::conditional;
use crate::errors::Errors;
use crate::messages;
use crate::place::Place;

/// What `#[messages]` says.
#[derive(Clone, Default)]
pub(crate) struct MessageEnum {
    /// The name of the enum, if it is given.
    pub(crate) name: Option<Ident>,
    /// `derive(…)`, as it is written.
    pub(crate) derives: Vec<Meta>,
}

fn is_messages(attribute: &Attribute) -> bool {
    attribute.path().is_ident("messages")
}

fn is_conditional(attribute: &Attribute) -> bool {
    let names = conditional::names(attribute);
    names.iter().any(|name| name == "messages")
}

/// Takes the attribute out of those of the header.
pub(super) fn take(attributes: &mut Vec<Attribute>, errors: &mut Errors) -> Option<MessageEnum> {
    let found = attributes.extract_if(.., |attribute| {
        is_messages(attribute) || is_conditional(attribute)
    });
    let mut asked_for = None;
    for attribute in found {
        let read = if is_conditional(&attribute) {
            Err(messages::conditional_messages())
        } else if asked_for.is_some() {
            Err(messages::second_messages())
        } else {
            read(&attribute)
        };
        match read {
            Ok(read) => asked_for = Some(read),
            Err(message) => errors.add(place(&attribute), message),
        }
    }
    asked_for
}

/// Reports the attribute where it is not on the header; tells whether it was this one.
pub(super) fn refuse(attribute: &Attribute, errors: &mut Errors) -> bool {
    let is_refused = is_messages(attribute);
    if is_refused {
        errors.add(place(attribute), messages::messages_not_on_header());
    }
    is_refused
}

fn read(attribute: &Attribute) -> Result<MessageEnum, &'static str> {
    let malformed = |_: syn::Error| messages::malformed_messages();
    let mut read = MessageEnum::default();
    if let Meta::Path(_) = attribute.meta {
        return Ok(read);
    }
    let parse = Punctuated::<Meta, Token![,]>::parse_terminated;
    for option in attribute.parse_args_with(parse).map_err(malformed)? {
        match option {
            Meta::Path(path) if read.name.is_none() => {
                read.name = Some(path.require_ident().map_err(malformed)?.clone());
            }
            Meta::List(list) if list.path.is_ident("derive") => {
                read.derives.push(Meta::List(list));
            }
            _ => return Err(messages::malformed_messages()),
        }
    }
    Ok(read)
}

fn place(attribute: &Attribute) -> Place {
    let tokens = attribute.meta.to_token_stream();
    Place::of_tokens(&tokens, Place::at(attribute.pound_token.span))
}
