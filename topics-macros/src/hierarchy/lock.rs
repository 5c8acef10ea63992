//! `#[lock = "topics.lock"]`: the file of what the hierarchy has promised to its subscribers.

use quote::ToTokens as _;
use syn::{Attribute, Expr, ExprLit, Lit, Meta};
use topics_core::lock::LockType;

use super::conditional;
use crate::errors::Errors;
use crate::messages;
use crate::place::Place;

/// The lock that the header names.
pub(crate) struct LockFile {
    /// As written: relative to the folder of the crate's manifest.
    pub(crate) path: String,
    /// The place of the path.
    pub(crate) place: Place,
}

/// A file that the build depends on.
pub(crate) struct Tracked {
    /// As the header names it.
    pub(crate) written: String,
    /// Absolute.
    pub(crate) path: String,
    /// What the file should hold, save for what only the types themselves can tell.
    pub(crate) text: String,
    /// The lines about types that placeholders have, each under the present name of the type.
    pub(crate) types: Vec<LockType>,
}

pub(super) fn is_lock(attribute: &Attribute) -> bool {
    attribute.path().is_ident("lock")
}

/// Whether this is `#[cfg_attr(…, lock = …)]`.
fn is_conditional(attribute: &Attribute) -> bool {
    conditional::names(attribute)
        .iter()
        .any(|name| name == "lock")
}

/// Takes the lock out of the attributes of the header.
pub(super) fn take(attributes: &mut Vec<Attribute>, errors: &mut Errors) -> Option<LockFile> {
    let locks = attributes.extract_if(.., |attribute| {
        is_lock(attribute) || is_conditional(attribute)
    });
    let mut found = None;
    for attribute in locks {
        if is_conditional(&attribute) {
            errors.add(place(&attribute), messages::conditional_lock());
            continue;
        }
        if found.is_some() {
            errors.add(place(&attribute), messages::second_lock());
        } else {
            found = Some(read(&attribute, errors));
        }
    }
    found.flatten()
}

/// Reports a lock that is not on the header.
pub(super) fn refuse(attribute: &Attribute, errors: &mut Errors) {
    errors.add(place(attribute), messages::lock_not_on_header());
}

fn read(attribute: &Attribute, errors: &mut Errors) -> Option<LockFile> {
    let path = match &attribute.meta {
        Meta::NameValue(lock) => match &lock.value {
            Expr::Lit(ExprLit {
                lit: Lit::Str(path),
                ..
            }) => Some((path.value(), Place::at(path.span()))),
            _ => None,
        },
        _ => None,
    };
    match path {
        Some((path, place)) if !path.trim().is_empty() => Some(LockFile { path, place }),
        Some((_, place)) => {
            errors.add(place, messages::lock_without_path());
            None
        }
        None => {
            errors.add(place(attribute), messages::lock_without_path());
            None
        }
    }
}

fn place(attribute: &Attribute) -> Place {
    let tokens = attribute.meta.to_token_stream();
    Place::of_tokens(&tokens, Place::at(attribute.pound_token.span))
}
