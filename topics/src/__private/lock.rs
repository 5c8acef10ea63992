//! The generated test of a lock: what is declared must have been recorded.

#[cfg(feature = "std")]
mod file;

use alloc::string::String;
use core::fmt::Write as _;
use core::str;

use topics_core::lock::Lock;

pub use core::include_bytes;
pub use core::prelude::v1::test;
pub use core::primitive::u8;

/// Compares the file, as it was when the test was compiled, with what is declared; or, where the
/// environment asks for it, writes the file.
///
/// # Panics
///
/// If they differ, or if the file cannot be written; that is what fails the test.
#[track_caller]
pub fn check(path: &str, recorded: &[u8], declared: &str) {
    if let Err(failure) = compare_or_write(path, recorded, declared) {
        panic!("{failure}");
    }
}

fn compare_or_write(path: &str, recorded: &[u8], declared: &str) -> Result<(), String> {
    let new = Lock::parse(declared).map_err(|error| in_file(path, &error))?;
    #[cfg(feature = "std")]
    if file::is_update_asked_for()? {
        return file::update(path.as_ref(), declared, &new)
            .map_err(|why| alloc::format!("`{path}` is left as it was: {why}"));
    }
    let recorded = str::from_utf8(recorded).map_err(|error| in_file(path, &error))?;
    let old = Lock::parse(recorded).map_err(|error| in_file(path, &error))?;
    if old == new {
        return Ok(());
    }
    Err(unrecorded(path, &old, &new))
}

fn in_file(path: &str, error: &dyn core::error::Error) -> String {
    alloc::format!("`{path}` cannot be read: {error}")
}

fn unrecorded(path: &str, old: &Lock, new: &Lock) -> String {
    let name = new.hierarchy().unwrap_or_default();
    let mut text = alloc::format!("`{path}` has not recorded all of `{name}`:\n\n");
    for change in old.changes_to(new) {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "    {change}");
    }
    text.push_str("\nto record it, run `TOPICS_LOCK=update cargo test`");
    if cfg!(not(feature = "std")) {
        text.push_str(" with the feature `std` of `topics`, which writes the file");
    }
    text
}
