//! Writing a lock.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io::{ErrorKind, Write as _};
use std::path::Path;
use std::string::{String, ToString as _};
use std::sync::Mutex;
use std::time::Duration;
use std::{env, format, process};

use topics_core::lock::Lock;

const VARIABLE: &str = "TOPICS_LOCK";

const READ_ONLY: &str = "it is read-only; make it writable, or update it in another checkout";

/// An update takes milliseconds, so what is older than this was left by one that was killed.
const STALE: Duration = Duration::from_secs(10);

/// Two declarations may name one file by mistake, and their tests run at the same time.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

pub(super) fn is_update_asked_for() -> Result<bool, String> {
    let value = env::var_os(VARIABLE).unwrap_or_default();
    if value.is_empty() || value == "update" {
        return Ok(!value.is_empty());
    }
    let value = value.display();
    Err(format!("invalid `{VARIABLE}={value}`; expected `update`"))
}

/// Replaces what the file holds, and keeps its comments; the error says why it still holds what it did.
pub(super) fn update(path: &Path, new: &Lock) -> Result<(), String> {
    // A link stays a link.
    let path = &fs::canonicalize(path).map_err(|error| error.to_string())?;
    let metadata = fs::metadata(path).map_err(|error| error.to_string())?;
    if !metadata.is_file() {
        return Err("it is not a regular file".to_string());
    }
    let _guard = ONE_AT_A_TIME.lock();
    match text_to_write(path, new)? {
        // Where nothing changes, nothing is written: the checkout may be read-only.
        None => Ok(()),
        Some(_) if metadata.permissions().readonly() => Err(READ_ONLY.to_string()),
        Some(text) => replace(path, &text),
    }
}

/// What the file should hold, if it doesn't.
fn text_to_write(path: &Path, new: &Lock) -> Result<Option<String>, String> {
    let recorded = fs::read_to_string(path).map_err(|error| error.to_string())?;
    // The compiler has seen that nothing breaks, but perhaps not in what the file holds by now.
    let old = Lock::parse(&recorded).map_err(|error| error.to_string())?;
    if let Some(owner) = old.hierarchy()
        && old.hierarchy() != new.hierarchy()
    {
        return Err(format!(
            "it is the lock of `{owner}`; each hierarchy has a file of its own"
        ));
    }
    let changes = old.changes_to(new);
    if let Some(broken) = changes.iter().find(|change| change.is_breaking()) {
        return Err(format!("it was changed while the test ran, and {broken}"));
    }
    let text = new.clone().with_comments_of(&old).to_string();
    Ok(Some(text).filter(|text| *text != recorded))
}

/// Writes another file of the lock's, which need not be there yet.
#[cfg(feature = "schema")]
pub(super) fn write_beside(path: &Path, text: &str) -> Result<(), String> {
    let _guard = ONE_AT_A_TIME.lock();
    replace(path, text)
}

/// Writes beside the file and renames, so that at any moment there is the old file or the new one.
fn replace(path: &Path, text: &str) -> Result<(), String> {
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(".");
    remove_leftovers(path, &name);
    name.push(format!("{}.tmp", process::id()));
    let beside = path.with_file_name(name);
    let write = || {
        let mut file = File::create(&beside)?;
        if let Ok(metadata) = fs::metadata(path) {
            file.set_permissions(metadata.permissions())?;
        }
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        fs::rename(&beside, path)
    };
    write().map_err(|error| {
        // The reader needs to know why it could not be written; a file that is left says nothing more.
        let _ = fs::remove_file(&beside);
        let remedy = match error.kind() {
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
                "; make its folder writable, or update the lock in another checkout"
            }
            _ => "",
        };
        format!("cannot write `{}`: {error}{remedy}", beside.display())
    })
}

/// Removes what updates of the file have left that were killed while they wrote. What cannot be removed does no harm.
fn remove_leftovers(of: &Path, prefix: &OsStr) {
    let files = of.parent().and_then(|folder| fs::read_dir(folder).ok());
    for file in files.into_iter().flatten().flatten() {
        let name = file.file_name();
        let name = name.as_encoded_bytes();
        let is_ours = name.starts_with(prefix.as_encoded_bytes()) && name.ends_with(b".tmp");
        let modified = file.metadata().and_then(|metadata| metadata.modified());
        let age = modified.ok().and_then(|at| at.elapsed().ok());
        if is_ours && age > Some(STALE) {
            let _ = fs::remove_file(file.path());
        }
    }
}

// Miri can neither set permissions nor start a process.
#[cfg(all(test, not(miri)))]
mod tests;
