//! What the macros say does not depend on the version of the compiler: their own sentences, and the places.
//!
//! The `.stderr` files are those of one version, and another one words its own messages differently, so
//! `ui.rs` compares them to the letter with that version only. With any version this compiles the failing cases,
//! and asks for each sentence of the macros at its place.

mod cases;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, str};

use cases::files;

/// The first line of an error, and where it is shown: `src/a.rs:4:9`.
type Message<'t> = (&'t str, &'t str);

#[test]
fn the_macros_say_the_same_with_any_compiler() {
    let project = Project::lay_out();
    let said = project.check();
    let mut missing = String::new();
    for (target, case) in &project.cases {
        let expected = fs::read_to_string(case.with_extension("stderr")).expect("a message");
        let said = of_the_macros(said.get(target).map_or("", String::as_str));
        for (message, place) in of_the_macros(&expected) {
            if !said.contains(&(message, place)) {
                let _ = writeln!(missing, "{place}: {message}");
            }
        }
    }
    assert!(missing.is_empty(), "these were not said:\n{missing}");
}

/// The errors that the macros wrote; those of the compiler have a code, `error[E0277]`.
fn of_the_macros(messages: &str) -> Vec<Message<'_>> {
    let lines = messages.lines().zip(messages.lines().skip(1));
    let errors = lines.filter_map(|(line, next)| {
        let message = line.strip_prefix("error: ")?;
        let place = next.trim_start().strip_prefix("--> ")?;
        Some((message, place))
    });
    errors.collect()
}

/// One crate in which each failing case is a binary.
struct Project {
    folder: PathBuf,
    /// The name of each binary, and its case.
    cases: Vec<(String, PathBuf)>,
}

impl Project {
    fn lay_out() -> Self {
        let folder = cases::target_folder().join("tests/other-compilers");
        let _ = fs::remove_dir_all(&folder);
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut manifest = format!(
            "[package]\nname = \"cases\"\nedition = \"2024\"\n[workspace]\n\
             [dependencies]\ntopics.path = '{}'\n",
            here.join("../topics").display()
        );
        let mut cases = Vec::new();
        for case in files(Path::new("fail"), "rs") {
            let target = format!("case-{}", cases.len());
            let path = case.display();
            let _ = write!(manifest, "[[bin]]\nname = '{target}'\npath = '{path}'\n");
            cases.push((target, case));
        }
        cases::copy("fail", "rs", &folder);
        cases::copy("fail", "lock", &folder);
        fs::write(folder.join("Cargo.toml"), manifest).expect("to write the manifest");
        fs::copy(here.join("../Cargo.lock"), folder.join("Cargo.lock")).expect("to copy a lock");
        Self { folder, cases }
    }

    /// What the compiler says about each binary.
    fn check(&self) -> BTreeMap<String, String> {
        let output = Command::new(env!("CARGO"))
            .args([
                "check",
                "--bins",
                "--keep-going",
                "--offline",
                "--message-format=json",
            ])
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", self.folder.join("target"))
            .output()
            .expect("cargo check");
        let mut said: BTreeMap<String, String> = BTreeMap::new();
        for line in str::from_utf8(&output.stdout).expect("text").lines() {
            let line: serde_json::Value = serde_json::from_str(line).expect("a message of cargo");
            let target = line["target"]["name"].as_str().unwrap_or_default();
            if let Some(rendered) = line["message"]["rendered"].as_str() {
                said.entry(target.to_owned())
                    .or_default()
                    .push_str(rendered);
            }
        }
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(!said.is_empty(), "{errors}");
        said
    }
}
