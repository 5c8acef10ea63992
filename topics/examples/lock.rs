//! Did this change of a lock break a subscriber?
//!
//! `cargo run --example lock -- OLD NEW` compares two locks, for example that of the main branch with that
//! of a pull request, and tells what is new and what is broken:
//!
//! ```text
//! git show main:topics.lock > /tmp/old.lock
//! cargo run --example lock -- /tmp/old.lock topics.lock
//! ```
//!
//! The exit code is 0 if nothing is broken, 1 if something is, and 2 if a file cannot be read.

use std::fmt::Write as _;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, Result};
use clap::Parser;
use topics::lock::{Change, Lock};

/// Tells what is new and what is broken from one lock to another.
#[derive(Parser)]
#[command(name = "lock")]
struct Arguments {
    /// The lock that subscribers rely on
    old: PathBuf,

    /// The lock that is to replace it
    new: PathBuf,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(is_broken) => ExitCode::from(u8::from(is_broken)),
        Err(error) => {
            eprintln!("lock: {error:#}");
            ExitCode::from(2)
        }
    }
}

/// Prints the comparison; whether something is broken.
fn run(arguments: &Arguments) -> Result<bool> {
    let (old, new) = (read(&arguments.old)?, read(&arguments.new)?);
    let changes = old.changes_to(&new);
    let report = report(&changes, &arguments.old);
    match io::stdout().write_all(report.as_bytes()) {
        // Whoever read the output has seen enough; the exit code says the rest.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {}
        written => written.context("cannot write")?,
    }
    Ok(changes.iter().any(Change::is_breaking))
}

fn read(path: &Path) -> Result<Lock> {
    let cannot_read = || format!("cannot read `{}`", path.display());
    let text = fs::read_to_string(path).with_context(cannot_read)?;
    Lock::parse(&text).with_context(cannot_read)
}

/// What is broken first, each with its line in the old file, then all the rest.
fn report(changes: &[Change<'_>], old: &Path) -> String {
    let (broken, compatible): (Vec<_>, Vec<_>) =
        changes.iter().partition(|change| change.is_breaking());
    let mut text = String::new();
    // Writing to a string cannot fail.
    if !broken.is_empty() {
        let _ = writeln!(text, "Broken");
    }
    for change in &broken {
        let line = change.line().unwrap_or_default();
        let _ = writeln!(text, "  {}:{line}: {change}", old.display());
    }
    if !compatible.is_empty() {
        let _ = writeln!(text, "Compatible");
    }
    for change in &compatible {
        let _ = writeln!(text, "  {change}");
    }
    let (broken, compatible) = (broken.len(), compatible.len());
    let _ = writeln!(text, "{broken} broken, {compatible} compatible");
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_broken_comes_first_and_has_its_line() {
        let old = Lock::parse("topics-lock 1 Bus\na.<x>\nb.c => P\n").unwrap();
        let new = Lock::parse("topics-lock 1 Bus\na.<y>\nb.c => Q\n").unwrap();
        assert_eq!(
            report(&old.changes_to(&new), Path::new("old.lock")),
            "Broken\n  \
               old.lock:3: the payload of `b.c` was `P` and is `Q`\n\
             Compatible\n  \
               `<x>` of `a.<y>` is now named `<y>`\n\
             1 broken, 1 compatible\n"
        );
    }

    #[test]
    fn nothing_is_said_of_what_is_the_same() {
        let lock = Lock::parse("topics-lock 1 Bus\na.<x>\n").unwrap();
        let report = report(&lock.changes_to(&lock), Path::new("old.lock"));
        assert_eq!(report, "0 broken, 0 compatible\n");
    }
}
