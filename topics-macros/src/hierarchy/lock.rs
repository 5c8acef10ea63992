//! `#[lock = "topics.lock"]`: the file of what the hierarchy has promised to its subscribers.

use syn::{Attribute, Meta};
use topics_core::lock::LockType;

use crate::errors::Errors;
use crate::messages;
use crate::place::Place;
use crate::syntax::{take_only, text_of};

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

/// Takes the lock out of the attributes of the header.
pub(super) fn take(attributes: &mut Vec<Attribute>, errors: &mut Errors) -> Option<LockFile> {
    let lock = take_only(
        attributes,
        "lock",
        &messages::has_one("a hierarchy", "lock"),
        errors,
    )?;
    let path = text_of(&lock.meta).filter(|path| !path.trim().is_empty());
    match (path, &lock.meta) {
        (Some(path), Meta::NameValue(lock)) => Some(LockFile {
            path,
            place: Place::of(&lock.value),
        }),
        (_, whole) => errors.fail(whole, messages::lock_without_path()),
    }
}
