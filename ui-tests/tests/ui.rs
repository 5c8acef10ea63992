//! Compiles every case of `pass/` and `fail/`, and holds what the compiler says to the `.stderr` file
//! beside each failing one.
//!
//! The files are those of Rust 1.95. Another version words its own messages differently, so with another one
//! only the passing cases are compiled here, and `other_compilers.rs` holds what the macros say. After a change that is meant to change a message, run this with `TRYBUILD=overwrite`
//! and read the difference.

mod cases;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use cases::files;

#[test]
fn cases_compile_or_are_refused_as_expected() {
    lay_out_locks();
    let cases = trybuild::TestCases::new();
    cases.pass("pass/*.rs");
    if is_the_version_of_the_messages() {
        cases.compile_fail("fail/*/*.rs");
    } else {
        eprintln!("the messages are those of Rust 1.95 and are not compared");
    }
}

/// A case names its lock relative to the manifest of its crate, and that crate is one that trybuild
/// generates below the target folder. So the locks are copied there first, to the same relative path.
fn lay_out_locks() {
    let generated = cases::target_folder()
        .join("tests/trybuild")
        .join(env!("CARGO_PKG_NAME"));
    for folder in ["fail", "pass"] {
        // What was left by a case that is no more would hide that a lock is missing.
        let _ = fs::remove_dir_all(generated.join(folder));
        cases::copy(folder, "lock", &generated);
    }
}

fn is_the_version_of_the_messages() -> bool {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let version = Command::new(rustc).arg("--version").output();
    version.is_ok_and(|version| version.stdout.starts_with(b"rustc 1.95."))
}

#[test]
fn every_expected_message_belongs_to_a_case() {
    let orphans: Vec<PathBuf> = files(Path::new("fail"), "stderr")
        .into_iter()
        .filter(|message| !message.with_extension("rs").exists())
        .collect();
    assert!(orphans.is_empty(), "no case for {orphans:?}");
}

#[test]
fn every_failing_case_has_its_expected_message() {
    let silent: Vec<PathBuf> = files(Path::new("fail"), "rs")
        .into_iter()
        .filter(|case| !case.with_extension("stderr").exists())
        .collect();
    assert!(silent.is_empty(), "no message for {silent:?}");
}

/// An error that underlines a whole declaration says nothing about where the fault is.
#[test]
fn no_message_underlines_a_whole_declaration() {
    for message in files(Path::new("fail"), "stderr") {
        let text = std::fs::read_to_string(&message).expect("a message");
        let underlined = text.lines().any(|line| {
            let line = line.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
            let line = line.trim_start_matches("| ").trim_start_matches(['/', ' ']);
            line.starts_with("topics::topics! {") || line.starts_with("topics! {")
        });
        assert!(!underlined, "{}", message.display());
    }
}
