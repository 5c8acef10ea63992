//! A crate, written to be compiled.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime};

use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::{TimeVal, TimeValLike as _};
use object::read::archive::ArchiveFile;
use object::{File, Object as _, ObjectSection as _, SectionKind};
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
    name: &'static str,
    folder: PathBuf,
}

/// What a run of cargo takes, with all the compilers that it starts.
pub(crate) struct Cost {
    pub(crate) wall: Duration,
    pub(crate) cpu: Duration,
}

/// How a library is built.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    Debug,
    Release,
}

impl Crate {
    /// Writes it; nothing of an earlier one with this name is left.
    pub(crate) fn new(name: &'static str, dependencies: &str, source: &str) -> Self {
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
        fs::copy(lock, folder.join("Cargo.lock")).expect("the workspace has a lock file");
        let written = Self { name, folder };
        fs::write(written.source(), source).expect("a file can be written");
        written
    }

    /// Builds it and all it depends on, as crates from a registry are built: not incrementally.
    pub(crate) fn build_anew(&self) -> Cost {
        let target = self.target();
        if target.exists() {
            fs::remove_dir_all(target).expect("what was built can be removed");
        }
        self.cargo(&["build"], "0")
    }

    /// Builds it alone; what it depends on, only the first time.
    pub(crate) fn build_again(&self, profile: Profile) -> Cost {
        self.touch();
        match profile {
            Profile::Debug => self.cargo(&["build"], "0"),
            Profile::Release => self.cargo(&["build", "--release"], "0"),
        }
    }

    /// Checks it after it was touched, when nothing has changed.
    pub(crate) fn check_after_touch(&self) -> Cost {
        self.touch();
        self.cargo(&["check"], "1")
    }

    /// Checks it after an edit that moves every line: a comment at the top of the file.
    pub(crate) fn check_after_edit(&self) -> Cost {
        let source = fs::read_to_string(self.source()).expect("the source is there");
        fs::write(self.source(), format!("// One more.\n{source}")).expect("it can be written");
        self.cargo(&["check"], "1")
    }

    /// The bytes of machine code in the library, as it was built last.
    pub(crate) fn code_size(&self, profile: Profile) -> u64 {
        let folder = match profile {
            Profile::Debug => "debug",
            Profile::Release => "release",
        };
        let file = format!("{folder}/lib{}.rlib", self.name.replace('-', "_"));
        let library = fs::read(self.target().join(file)).expect("the library was built");
        let archive = ArchiveFile::parse(&*library).expect("a library is an archive");
        archive
            .members()
            .filter_map(|member| File::parse(member.ok()?.data(&*library).ok()?).ok())
            .map(|object| {
                object
                    .sections()
                    .filter(|section| section.kind() == SectionKind::Text)
                    .map(|section| section.size())
                    .sum::<u64>()
            })
            .sum()
    }

    fn source(&self) -> PathBuf {
        self.folder.join("src/lib.rs")
    }

    fn target(&self) -> PathBuf {
        self.folder.join("target")
    }

    fn touch(&self) {
        let source = fs::File::options().append(true).open(self.source());
        source
            .expect("the source is there")
            .set_modified(SystemTime::now())
            .expect("a file can be touched");
    }

    fn cargo(&self, arguments: &[&str], incremental: &str) -> Cost {
        let mut cargo = Command::new(env!("CARGO"));
        cargo
            .args(arguments)
            .args(["--quiet", "--offline"])
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", self.target())
            .env("CARGO_INCREMENTAL", incremental);
        let before = cpu_of_children();
        let wall = time(|| assert!(cargo.status().expect("cargo runs").success()));
        Cost {
            wall,
            cpu: cpu_of_children().saturating_sub(before),
        }
    }
}

/// The time on any core, in user and system mode, of all processes that this one waited for.
fn cpu_of_children() -> Duration {
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).expect("the system counts");
    let micros = |time: TimeVal| u64::try_from(time.num_microseconds()).unwrap_or_default();
    Duration::from_micros(micros(usage.user_time()) + micros(usage.system_time()))
}
