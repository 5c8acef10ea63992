//! Where a lock is, and what is in it.

use std::io::ErrorKind;
use std::path::Path;

use crate::messages;

/// A file that has been read.
pub(super) struct File {
    /// Absolute, for `include_bytes!`.
    pub(super) path: String,
    pub(super) text: String,
}

/// Reads a file whose path is relative to the folder of the crate's manifest; the error is a message.
pub(super) fn read(path: &str) -> Result<File, String> {
    let folder = std::env::var("CARGO_MANIFEST_DIR")
        .map_err(|error| messages::lock_without_manifest(path, error))?;
    let whole_path = Path::new(&folder).join(path);
    let unreadable = |error: std::io::Error| match error.kind() {
        ErrorKind::NotFound => messages::lock_missing(path),
        _ => messages::lock_unreadable(path, error),
    };
    // To open a pipe would wait for somebody to write into it.
    let metadata = std::fs::metadata(&whole_path).map_err(unreadable)?;
    if !metadata.is_file() {
        return Err(messages::lock_unreadable(path, "it is not a regular file"));
    }
    let text = std::fs::read_to_string(&whole_path).map_err(unreadable)?;
    let path = whole_path.display().to_string();
    Ok(File { path, text })
}

#[cfg(test)]
mod tests;
