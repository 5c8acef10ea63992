//! The locks of the cases.
//!
//! A case names its lock relative to the manifest of its crate, and that crate is one that trybuild
//! generates below the target folder. So the locks are copied there first, to the same relative path.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::files;

/// Copies every lock beside a case to where the case will find it.
pub(crate) fn lay_out() {
    let generated = target_folder()
        .join("tests/trybuild")
        .join(env!("CARGO_PKG_NAME"));
    // What was left by a case that is no more would hide that a lock is missing.
    for folder in ["fail", "pass"] {
        let _ = fs::remove_dir_all(generated.join(folder));
        for lock in files(Path::new(folder), "lock") {
            let copy = generated.join(&lock);
            fs::create_dir_all(copy.parent().expect("a folder")).expect("to make a folder");
            fs::copy(&lock, copy).expect("to copy a lock");
        }
    }
}

/// What trybuild takes for the target folder: the answer to the same question.
fn target_folder() -> PathBuf {
    let metadata = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--offline", "--format-version=1"])
        .output()
        .expect("cargo metadata");
    let metadata: serde_json::Value =
        serde_json::from_slice(&metadata.stdout).expect("the metadata of the workspace");
    let folder = metadata["target_directory"].as_str();
    PathBuf::from(folder.expect("the target folder"))
}
