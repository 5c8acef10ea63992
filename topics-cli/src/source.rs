//! Where locks come from: a file, standard input, or an earlier revision of a file.

use std::fs;
use std::io::{self, ErrorKind, StdinLock};
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::{Context, Result, bail};
use topics::lock::Lock;
use topics_schema::Shapes;

/// Standard input, which is there once.
pub(crate) fn standard_input() -> Result<StdinLock<'static>> {
    static IS_TAKEN: AtomicBool = AtomicBool::new(false);
    if IS_TAKEN.swap(true, Ordering::Relaxed) {
        bail!("standard input, `-`, can be read only once");
    }
    Ok(io::stdin().lock())
}

/// Reads the lock in a file, or for `-` in standard input.
pub(crate) fn lock(path: &str) -> Result<Lock> {
    let text = match path {
        "-" => io::read_to_string(standard_input()?),
        path => fs::read_to_string(path),
    };
    let text = text.with_context(|| format!("cannot read `{path}`"))?;
    Lock::parse(&text).with_context(|| format!("cannot read `{path}`"))
}

/// Reads an older lock: a file as above, or for `git:REV` the file `new` at that revision. A file that was not there then had
/// recorded nothing.
pub(crate) fn old_lock(old: &str, new: &str) -> Result<Lock> {
    let Some(revision) = old.strip_prefix("git:") else {
        return lock(old);
    };
    let text = at_revision(revision, new)?;
    Lock::parse(&text).with_context(|| format!("cannot read `{new}` at `{revision}`"))
}

/// Reads the shapes of the payloads of a lock, from the file beside it; there may be none.
pub(crate) fn shapes(lock: &str) -> Result<Shapes> {
    let path = Shapes::beside(Path::new(lock));
    let text = match fs::read_to_string(&path) {
        Err(error) if lock == "-" || error.kind() == ErrorKind::NotFound => {
            return Ok(Shapes::default());
        }
        text => text.with_context(|| format!("cannot read `{}`", path.display()))?,
    };
    Shapes::parse(&text).with_context(|| format!("cannot read `{}`", path.display()))
}

/// Reads the shapes that belong to an older lock.
pub(crate) fn old_shapes(old: &str, new: &str) -> Result<Shapes> {
    let Some(revision) = old.strip_prefix("git:") else {
        return shapes(old);
    };
    let path = Shapes::beside(Path::new(new));
    let text = at_revision(revision, &path.to_string_lossy())?;
    Shapes::parse(&text)
        .with_context(|| format!("cannot read `{}` at `{revision}`", path.display()))
}

/// The text of a file at an earlier revision; empty if it was not there.
fn at_revision(revision: &str, file: &str) -> Result<String> {
    let path = Path::new(file);
    let Some(name) = path.file_name().filter(|_| file != "-") else {
        bail!("`git:{revision}` needs the path of the other lock, and `{file}` is not a path");
    };
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let name = name.to_string_lossy();
    let git = |arguments: &[&str]| {
        let output = Command::new("git")
            .args(arguments)
            .current_dir(folder)
            .output();
        let output = output.context("cannot run `git`")?;
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr);
            let advice = match revision.split_once(':') {
                Some((alone, _)) if !alone.is_empty() => format!(
                    ": the path comes from `{file}`, so write only the revision, `git:{alone}`"
                ),
                _ => String::new(),
            };
            bail!(
                "cannot read `{file}` at `{revision}`{advice}; git says: {}",
                said.trim()
            );
        }
        let text = String::from_utf8(output.stdout);
        text.with_context(|| format!("cannot read `{file}` at `{revision}`"))
    };
    if git(&["ls-tree", "--end-of-options", revision, "--", &name])?.is_empty() {
        return Ok(String::new());
    }
    git(&["show", "--end-of-options", &format!("{revision}:./{name}")])
}
