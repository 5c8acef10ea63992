//! `#[lock = "topics.lock"]`: the file of what the hierarchy has promised to its subscribers.

use syn::{Attribute, LitStr};
use topics_core::lock::LockType;

use crate::errors::Errors;
use crate::messages;
use crate::syntax::{take_only, text_of};

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

/// Takes the lock out of the attributes of the header: its path, relative to the folder of the crate's manifest.
pub(super) fn take(attributes: &mut Vec<Attribute>, errors: &mut Errors) -> Option<LitStr> {
    let lock = take_only(attributes, "lock", "lock", errors)?;
    let path = text_of(&lock.meta).filter(|path| !path.value().trim().is_empty());
    let path = path.cloned();
    path.or_else(|| errors.fail(&lock.meta, messages::lock_without_path()))
}
