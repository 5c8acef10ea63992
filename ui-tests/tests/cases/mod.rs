//! The files of the cases.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Copies the files with this extension from a folder of cases to the same path below another folder.
pub(crate) fn copy(cases: &str, extension: &str, below: &Path) {
    for file in files(Path::new(cases), extension) {
        let copy = below.join(&file);
        fs::create_dir_all(copy.parent().expect("a folder")).expect("to make a folder");
        fs::copy(&file, copy).expect("to copy a file");
    }
}

/// What trybuild takes for the target folder: the answer to the same question.
pub(crate) fn target_folder() -> PathBuf {
    let metadata = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--offline", "--format-version=1"])
        .output()
        .expect("cargo metadata");
    let metadata: serde_json::Value =
        serde_json::from_slice(&metadata.stdout).expect("the metadata of the workspace");
    let folder = metadata["target_directory"].as_str();
    PathBuf::from(folder.expect("the target folder"))
}

/// The files below a folder with this extension.
pub(crate) fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
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
