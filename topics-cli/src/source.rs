//! Where locks come from: a file, standard input, or an earlier revision of a file.

use std::fs;
use std::io;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};
use topics::lock::Lock;

/// Reads the lock in a file, or for `-` in standard input.
pub(crate) fn lock(path: &str) -> Result<Lock> {
    let text = match path {
        "-" => io::read_to_string(io::stdin()),
        path => fs::read_to_string(path),
    };
    let text = text.with_context(|| format!("cannot read `{path}`"))?;
    Lock::parse(&text).with_context(|| format!("cannot read `{path}`"))
}

/// Reads an older lock: a file as above, or for `git:REV` the file `new` at that revision.
pub(crate) fn old_lock(old: &str, new: &str) -> Result<Lock> {
    let Some(revision) = old.strip_prefix("git:") else {
        return lock(old);
    };
    let path = Path::new(new);
    let Some(name) = path.file_name().filter(|_| new != "-") else {
        bail!("`{old}` needs the path of a file beside it, and `{new}` is none");
    };
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let object = format!("{revision}:./{}", name.to_string_lossy());
    let output = Command::new("git")
        .args(["show", "--end-of-options", &object])
        .current_dir(folder)
        .output()
        .context("cannot run `git`")?;
    if !output.status.success() {
        let message = String::from_utf8_lossy(&output.stderr);
        bail!("cannot read `{new}` at `{revision}`: {}", message.trim());
    }
    let text = String::from_utf8(output.stdout)
        .with_context(|| format!("cannot read `{new}` at `{revision}`"))?;
    Lock::parse(&text).with_context(|| format!("cannot read `{new}` at `{revision}`"))
}
