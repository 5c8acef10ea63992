//! Writing a lock.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;
use std::string::{String, ToString as _};
use std::sync::{Mutex, PoisonError};
use std::{env, format, process};

use topics_core::lock::Lock;

const VARIABLE: &str = "TOPICS_LOCK";

pub(super) fn is_update_asked_for() -> Result<bool, String> {
    match env::var_os(VARIABLE) {
        None => Ok(false),
        Some(value) if value.is_empty() => Ok(false),
        Some(value) if value == "update" => Ok(true),
        Some(value) => Err(format!(
            "`{VARIABLE}` is `{}`, which means nothing; `update` is what it can be",
            value.display()
        )),
    }
}

/// Two declarations may name one file by mistake, and their tests run at the same time.
static WRITING: Mutex<()> = Mutex::new(());

/// Replaces what the file holds; the error says why it still holds what it did.
pub(super) fn update(path: &Path, declared: &str, new: &Lock) -> Result<(), String> {
    let _writing = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
    // A link stays a link.
    let path = &fs::canonicalize(path).map_err(|error| error.to_string())?;
    let recorded = fs::read_to_string(path).map_err(|error| error.to_string())?;
    if recorded == declared {
        return Ok(());
    }
    // The compiler has seen that nothing breaks, but perhaps not in what the file holds by now.
    let old = Lock::parse(&recorded).map_err(|error| error.to_string())?;
    if let Some(owner) = old.hierarchy()
        && old.hierarchy() != new.hierarchy()
    {
        return Err(format!(
            "it is the lock of `{owner}`; each hierarchy has a file of its own"
        ));
    }
    if let Some(broken) = old
        .changes_to(new)
        .iter()
        .find(|change| change.is_breaking())
    {
        return Err(format!("it was changed while the test ran, and {broken}"));
    }
    replace(path, declared).map_err(|error| error.to_string())
}

/// Writes beside the file and renames, so that at any moment there is the old file or the new one.
fn replace(path: &Path, text: &str) -> io::Result<()> {
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(format!(".{}.tmp", process::id()));
    let beside = path.with_file_name(name);
    let written = write(&beside, path, text).and_then(|()| fs::rename(&beside, path));
    if written.is_err() {
        // What matters is why it could not be written; a file that is left says nothing more.
        let _ = fs::remove_file(&beside);
    }
    written
}

fn write(beside: &Path, path: &Path, text: &str) -> io::Result<()> {
    let mut file = File::create(beside)?;
    file.set_permissions(fs::metadata(path)?.permissions())?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}
