//! `#[messages]`: the enum of the topics with their payloads, which the header asks for.

use syn::punctuated::Punctuated;
use syn::{Attribute, Ident, Meta, Token};

use crate::errors::Errors;
use crate::messages;
use crate::syntax::take_only;

/// What `#[messages]` says.
#[derive(Clone, Default)]
pub(crate) struct MessageEnum {
    /// The name of the enum, if it is given.
    pub(crate) name: Option<Ident>,
    /// `derive(…)`, as it is written.
    pub(crate) derives: Vec<Meta>,
}

/// Takes the attribute out of those of the header.
pub(super) fn take(attributes: &mut Vec<Attribute>, errors: &mut Errors) -> Option<MessageEnum> {
    let first = take_only(attributes, "messages", "enum of messages", errors)?;
    read(&first).or_else(|| errors.fail(&first.meta, messages::malformed_messages()))
}

/// `None` if it is malformed.
fn read(attribute: &Attribute) -> Option<MessageEnum> {
    let mut read = MessageEnum::default();
    if let Meta::Path(_) = attribute.meta {
        return Some(read);
    }
    let parse = Punctuated::<Meta, Token![,]>::parse_terminated;
    for option in attribute.parse_args_with(parse).ok()? {
        match option {
            Meta::Path(path) if read.name.is_none() => {
                read.name = Some(path.require_ident().ok()?.clone());
            }
            Meta::List(list) if list.path.is_ident("derive") => {
                read.derives.push(Meta::List(list));
            }
            _ => return None,
        }
    }
    Some(read)
}
