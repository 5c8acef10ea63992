//! Compiles every case of `pass/` and `fail/`, and holds what the compiler says to the `.stderr` file
//! beside each failing one.
//!
//! The files are those of the compiler's version in `.ci/run`; another one words its own messages
//! differently. After a change that is meant to change a message, run this with `TRYBUILD=overwrite`
//! and read the difference.

use std::path::{Path, PathBuf};

#[test]
fn cases_compile_or_are_refused_as_expected() {
    let cases = trybuild::TestCases::new();
    cases.pass("pass/*.rs");
    cases.compile_fail("fail/*/*.rs");
}

/// The files below a folder with this extension.
fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in folder
        .read_dir()
        .expect("the folder of the cases")
        .flatten()
    {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|found| found == extension) {
            found.push(path);
        }
    }
    found
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
