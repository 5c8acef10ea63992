//! A crate, written to be compiled.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime};

use topics_benches::time;

/// What a crate may depend on, as lines of its `Cargo.toml`.
pub(crate) const NOTHING: &str = "";
pub(crate) const THISERROR: &str = "thiserror = \"2\"\n";
pub(crate) const TOPICS: &str = concat!(
    "topics = { path = '",
    env!("CARGO_MANIFEST_DIR"),
    "/../topics' }\n"
);

/// A library crate of one file.
pub(crate) struct Crate {
    folder: PathBuf,
}

impl Crate {
    /// Writes it; nothing of an earlier one with this name is left.
    pub(crate) fn new(name: &str, dependencies: &str, source: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        if folder.exists() {
            fs::remove_dir_all(&folder).expect("an old crate can be removed");
        }
        let manifest = format!(
            "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
             [dependencies]\n{dependencies}\n[workspace]\n"
        );
        let lock = concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.lock");
        fs::create_dir_all(folder.join("src")).expect("a folder can be made");
        fs::write(folder.join("Cargo.toml"), manifest).expect("a file can be written");
        fs::write(folder.join("src/lib.rs"), source).expect("a file can be written");
        fs::copy(lock, folder.join("Cargo.lock")).expect("the workspace has a lock file");
        Self { folder }
    }

    /// Builds it and all it depends on.
    pub(crate) fn build_anew(&self) -> Duration {
        let target = self.folder.join("target");
        if target.exists() {
            fs::remove_dir_all(target).expect("what was built can be removed");
        }
        self.cargo("build")
    }

    /// Checks it, as after an edit; not what it depends on, save for the first time.
    pub(crate) fn check_again(&self) -> Duration {
        let source = fs::File::options()
            .append(true)
            .open(self.folder.join("src/lib.rs"));
        let source = source.expect("the source is there");
        source
            .set_modified(SystemTime::now())
            .expect("a file can be touched");
        self.cargo("check")
    }

    fn cargo(&self, command: &str) -> Duration {
        let mut cargo = Command::new(env!("CARGO"));
        cargo
            .args([command, "--quiet", "--offline"])
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", self.folder.join("target"));
        time(|| assert!(cargo.status().expect("cargo runs").success()))
    }
}
