//! Writing a lock.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::string::{String, ToString as _};
use std::time::Duration;
use std::{env, format, process, thread};

use topics_core::lock::Lock;

const VARIABLE: &str = "TOPICS_LOCK";

/// An update takes milliseconds, so what is older than this was left by one that was killed.
const STALE: Duration = Duration::from_secs(10);
const READ_ONLY: &str = "it is read-only; make it writable, or update it in another checkout";
const POLL: Duration = Duration::from_millis(5);

pub(super) fn is_update_asked_for() -> Result<bool, String> {
    match env::var_os(VARIABLE) {
        None => Ok(false),
        Some(value) if value.is_empty() => Ok(false),
        Some(value) if value == "update" => Ok(true),
        Some(value) => Err(format!(
            "invalid `{VARIABLE}={}`; expected `update`",
            value.display()
        )),
    }
}

/// Replaces what the file holds, and keeps its comments; the error says why it still holds what it did.
pub(super) fn update(path: &Path, new: &Lock) -> Result<(), String> {
    // A link stays a link.
    let path = &fs::canonicalize(path).map_err(|error| error.to_string())?;
    let metadata = fs::metadata(path).map_err(|error| error.to_string())?;
    if !metadata.is_file() {
        return Err("it is not a regular file".to_string());
    }
    // Where nothing changes, nothing is written: the checkout may be read-only.
    if text_to_write(path, new)?.is_none() {
        return Ok(());
    }
    if metadata.permissions().readonly() {
        return Err(READ_ONLY.to_string());
    }
    // Two declarations may name one file by mistake, and their tests run at the same time.
    let _guard = Guard::of(path)?;
    match text_to_write(path, new)? {
        Some(text) => replace(path, &text),
        None => Ok(()),
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
pub(super) fn write_beside(lock: &Path, path: &Path, text: &str) -> Result<(), String> {
    let _guard = Guard::of(lock)?;
    if !path.exists() {
        File::create(path).map_err(|error| cannot_write(path, &error))?;
    }
    replace(path, text)
}

/// Keeps other updates of the same file waiting, whichever process they are in.
struct Guard(PathBuf);

impl Guard {
    fn of(path: &Path) -> Result<Self, String> {
        let guard = beside(path, "updating");
        let mut waited = Duration::ZERO;
        loop {
            let Err(error) = File::create_new(&guard) else {
                break;
            };
            if error.kind() != ErrorKind::AlreadyExists {
                return Err(cannot_write(&guard, &error));
            }
            if is_stale(&guard) {
                let _ = fs::remove_file(&guard);
            } else if waited > 2 * STALE {
                let guard = guard.display();
                return Err(format!(
                    "another update runs; if none does, remove `{guard}`"
                ));
            }
            thread::sleep(POLL);
            waited += POLL;
        }
        let guard = Self(guard);
        guard.remove_leftovers(path);
        Ok(guard)
    }

    /// Removes what updates have left that were killed while they wrote.
    fn remove_leftovers(&self, path: &Path) {
        let first = beside(path, "").into_os_string();
        let files = self.0.parent().and_then(|folder| fs::read_dir(folder).ok());
        for file in files.into_iter().flatten().flatten() {
            let file = file.path();
            let is_ours = file.as_os_str().as_encoded_bytes();
            let is_ours =
                is_ours.starts_with(first.as_encoded_bytes()) && is_ours.ends_with(b".tmp");
            if is_ours {
                // One that cannot be removed does no harm.
                let _ = fs::remove_file(file);
            }
        }
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        // If it stays, it is stale in some seconds.
        let _ = fs::remove_file(&self.0);
    }
}

/// Writes beside the file and renames, so that at any moment there is the old file or the new one.
fn replace(path: &Path, text: &str) -> Result<(), String> {
    let beside = beside(path, &format!("{}.tmp", process::id()));
    let write = || {
        let mut file = File::create(&beside)?;
        file.set_permissions(fs::metadata(path)?.permissions())?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        fs::rename(&beside, path)
    };
    let written = write();
    if written.is_err() {
        // The reader needs to know why it could not be written; a file that is left says nothing more.
        let _ = fs::remove_file(&beside);
    }
    written.map_err(|error| cannot_write(&beside, &error))
}

/// `.topics.lock.tmp` beside `topics.lock`.
fn beside(path: &Path, extension: &str) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(".");
    name.push(extension);
    path.with_file_name(name)
}

fn is_stale(file: &Path) -> bool {
    let modified = fs::metadata(file).and_then(|metadata| metadata.modified());
    let age = modified.ok().and_then(|at| at.elapsed().ok());
    age.is_some_and(|age| age > STALE)
}

fn cannot_write(file: &Path, error: &std::io::Error) -> String {
    let remedy = match error.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            "; make its folder writable, or update the lock in another checkout"
        }
        _ => "",
    };
    format!("cannot write `{}`: {error}{remedy}", file.display())
}

#[cfg(test)]
mod tests;
