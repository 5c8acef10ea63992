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
    let folder = std::env::var_os("CARGO_MANIFEST_DIR")
        .ok_or_else(|| messages::lock_without_manifest(path))?;
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
    let bytes = std::fs::read(&whole_path).map_err(unreadable)?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let sound = error
            .as_bytes()
            .iter()
            .take(error.utf8_error().valid_up_to());
        let line = sound.filter(|byte| **byte == b'\n').count() + 1;
        messages::lock_is_no_text(path, line)
    })?;
    match whole_path.into_os_string().into_string() {
        Ok(path) => Ok(File { path, text }),
        Err(_) => Err(messages::lock_path_is_no_text(path)),
    }
}

#[cfg(test)]
mod tests;
