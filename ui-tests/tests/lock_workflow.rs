//! A lock from its first day to a rename, in a crate of its own, by the commands that the docs give.
//!
//! Most of all: an edit of the file, and of nothing else, compiles the crate again.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The generated test has to find its way without a prelude too, and past names that shadow its own.
const SOURCE: &str = r#"
#![no_implicit_prelude]
#![allow(dead_code, non_camel_case_types)]

struct u8;
struct test;
mod core {}

::topics::topics! {
    #[lock = "topics.lock"]
    pub enum BusTopic;

    system.<worker>.health;
    system.log;
}
"#;

const RECORDED: &str = "\
topics-lock 1 BusTopic
# What subscribers of `BusTopic` rely on: a line that is no longer declared does not compile.
# `TOPICS_LOCK=update cargo test` writes this file and adds what is new; to retire a topic on
# purpose, delete its line.
system.<worker>.health
system.log
";

/// A crate below the target folder.
struct Crate(PathBuf);

impl Crate {
    fn new(name: &str) -> Self {
        Self::with(name, "", "")
    }

    /// With these features of `topics` and these dependencies beside it.
    fn with(name: &str, features: &str, dependencies: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let topics = workspace.join("topics");
        let manifest = format!(
            "[package]\nname = \"bus\"\nedition = \"2024\"\n[lib]\ndoctest = false\n\
             [dependencies]\ntopics = {{ path = '{}', features = [{features}] }}\n{dependencies}[workspace]\n",
            topics.display()
        );
        fs::create_dir_all(folder.join("src")).expect("a folder");
        let this = Self(folder);
        this.write("Cargo.toml", &manifest);
        this.write("src/lib.rs", SOURCE);
        fs::copy(workspace.join("Cargo.lock"), this.0.join("Cargo.lock")).expect("the lock file");
        for file in ["topics.lock", "topics.schemas.json"] {
            let _ = fs::remove_file(this.0.join(file));
        }
        this
    }

    fn write(&self, path: &str, text: &str) {
        fs::write(self.0.join(path), text).expect("to write a file");
    }

    fn lock(&self) -> String {
        fs::read_to_string(self.0.join("topics.lock")).expect("the lock")
    }

    /// Whether cargo succeeds, and all that it says.
    fn cargo(&self, command: &str, update: Option<&str>) -> (bool, String) {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.arg(command).arg("--offline").arg("--target-dir");
        cargo.arg(self.0.join("target")).current_dir(&self.0);
        cargo.env_remove("TOPICS_LOCK");
        cargo.envs(update.map(|value| ("TOPICS_LOCK", value)));
        let output = cargo.output().expect("cargo");
        let said = [output.stdout, output.stderr].concat();
        (
            output.status.success(),
            String::from_utf8_lossy(&said).into_owned(),
        )
    }

    #[track_caller]
    fn succeeds(&self, command: &str, update: Option<&str>) {
        let (success, said) = self.cargo(command, update);
        assert!(success, "{said}");
    }

    #[track_caller]
    fn fails(&self, command: &str, update: Option<&str>, why: &[&str]) {
        let (success, said) = self.cargo(command, update);
        assert!(!success, "{said}");
        for why in why {
            assert!(said.contains(why), "{why}: {said}");
        }
    }
}

#[test]
fn a_lock_from_its_first_day_to_a_rename() {
    let bus = Crate::new("lock-workflow");
    let missing = "there is no `topics.lock` in the folder of this crate's `Cargo.toml`";
    bus.fails("check", None, &[missing]);

    bus.write("topics.lock", "");
    bus.succeeds("check", None);
    let unrecorded = [
        "test bus_topic_is_recorded_in_its_lock ... FAILED",
        "topics.lock` has not recorded all of `BusTopic`:",
        "`system.<worker>.health` is new",
        "`system.log` is new",
        "to record it, run `TOPICS_LOCK=update cargo test`",
    ];
    bus.fails("test", None, &unrecorded);
    bus.fails(
        "test",
        Some("yes"),
        &["invalid `TOPICS_LOCK=yes`; expected `update`"],
    );
    assert_eq!(bus.lock(), "");
    bus.succeeds("test", Some("update"));
    assert_eq!(bus.lock(), RECORDED);
    bus.succeeds("test", None);

    // From here on only the lock is edited, or only the source.
    bus.write("topics.lock", &format!("{RECORDED}system.alarm\n"));
    let broken = "no longer declared: `system.alarm` (line 7";
    bus.fails("check", None, &[broken]);
    bus.write("topics.lock", RECORDED);
    bus.succeeds("check", None);

    bus.write("src/lib.rs", &SOURCE.replace("system.log", "system.logs"));
    let renamed = "no longer declared: `system.log` (line 6, the nearest is `system.logs`)";
    bus.fails("check", None, &[renamed]);
    bus.fails("test", Some("update"), &[renamed]);
    assert_eq!(bus.lock(), RECORDED);

    // The new name beside the old one.
    let both = SOURCE.replace("system.log;", "#[was(\"system.log\")] system.logs;");
    bus.write("src/lib.rs", &both);
    bus.succeeds("check", None);
    bus.fails("test", None, &["`system.logs` is new"]);
    bus.succeeds("test", Some("update"));
    let former = "former system.log => system.logs\n";
    assert_eq!(bus.lock(), format!("{RECORDED}system.logs\n{former}"));
    bus.write("src/lib.rs", &SOURCE.replace("system.log", "system.logs"));
    bus.fails(
        "check",
        None,
        &["`system.log` (line 6", "name each in `#[was(\"…\")]`"],
    );

    // On purpose.
    bus.write("topics.lock", &RECORDED.replace("system.log\n", ""));
    bus.fails("test", None, &["`system.logs` is new"]);
    bus.succeeds("test", Some("update"));
    assert_eq!(bus.lock(), RECORDED.replace("system.log", "system.logs"));
}

/// A type, of which the macro sees the name and no more.
const REGIONS: &str = r#"
#[derive(topics::SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
pub enum Region {
    Eu,
    Us,
}

topics::topics! {
    #[lock = "topics.lock"]
    pub enum BusTopic;

    metrics.<region: Region>;
}
"#;

#[test]
fn a_type_from_its_first_text_to_its_last() {
    let bus = Crate::new("lock-of-types");
    bus.write("src/lib.rs", REGIONS);
    bus.write(
        "topics.lock",
        "topics-lock 1 BusTopic\nmetrics.<region: Region>\n",
    );
    bus.fails(
        "test",
        None,
        &["the texts of a type are now recorded: `type Region => Eu | Us`"],
    );
    bus.succeeds("test", Some("update"));
    assert!(
        bus.lock()
            .ends_with("metrics.<region: Region>\ntype Region => Eu | Us\n")
    );
    bus.succeeds("test", None);

    bus.write("src/lib.rs", &REGIONS.replace("Us,", "Us,\n    Asia,"));
    bus.succeeds("check", None);
    bus.fails("test", None, &["`Region` also takes `Asia`"]);
    bus.succeeds("test", Some("update"));
    assert!(bus.lock().ends_with("type Region => Asia | Eu | Us\n"));

    bus.write("src/lib.rs", REGIONS);
    let broken = "line 6 of `topics.lock` promises that `Region` can be `Asia`";
    bus.fails("check", None, &[broken]);
    bus.fails("test", Some("update"), &[broken]);

    // On purpose.
    let without = bus.lock().replace("type Region => Asia | Eu | Us\n", "");
    bus.write("topics.lock", &without);
    bus.succeeds("check", None);
    bus.succeeds("test", Some("update"));
    assert_eq!(bus.lock(), without + "type Region => Eu | Us\n");
}

/// A payload with a shape, one without, and one that is not there under each configuration.
const SHAPES: &str = r#"
#[derive(schemars::JsonSchema)]
pub struct Heartbeat {
    pub uptime: u64,
    pub state: State,
}

#[derive(schemars::JsonSchema)]
#[schemars(rename_all = "snake_case")]
pub enum State {
    Up,
    Down,
}

pub struct Opaque;

topics::topics! {
    #[lock = "topics.lock"]
    pub enum BusTopic;

    system.<worker>.health => Heartbeat;
    system.<worker>.ask => Opaque -> Vec<State>;
    #[cfg(windows)]
    system.registry => NotHere;
}
"#;

#[test]
fn a_shape_from_its_first_day_to_a_break() {
    let bus = Crate::with("lock-of-shapes", "'schema'", "schemars = '1'\n");
    bus.write("src/lib.rs", SHAPES);
    bus.write(
        "topics.lock",
        "topics-lock 1 BusTopic\nsystem.<worker>.health => Heartbeat\nsystem.<worker>.ask => Opaque -> Vec<State>\n\
         system.registry => NotHere\n",
    );
    bus.fails(
        "test",
        None,
        &[
            "the shape of `Heartbeat` is now recorded",
            "the shape of `Vec<State>` is now recorded",
            "to record it, run `TOPICS_LOCK=update cargo test`",
        ],
    );
    bus.succeeds("test", Some("update"));
    let recorded = || fs::read_to_string(bus.0.join("topics.schemas.json")).expect("the shapes");
    let first = recorded();
    assert!(first.contains("\"Heartbeat\": {") && first.contains("\"uptime\": {"));
    bus.succeeds("test", None);
    // Where nothing changes, nothing is written: the checkout may be read-only.
    let written = || fs::metadata(bus.0.join("topics.schemas.json")).and_then(|of| of.modified());
    let before = written().expect("a time");
    bus.succeeds("test", Some("update"));
    assert_eq!(written().expect("a time"), before);

    // Compatible: it has to be recorded.
    bus.write(
        "src/lib.rs",
        &SHAPES.replace("pub state", "pub note: Option<String>,\n    pub state"),
    );
    bus.fails("test", None, &["breaks nobody: `note`"]);
    bus.succeeds("test", Some("update"));
    bus.succeeds("test", None);

    // A value of an enum is gone.
    bus.write("src/lib.rs", &SHAPES.replace("    Down,\n", ""));
    let broken = "`Heartbeat.state` may be `\"down\"` in messages of the old shape, and readers now refuse that";
    let remedy = "delete the payload from that file to break them on purpose";
    bus.fails("test", None, &[broken, remedy]);
    bus.fails("test", Some("update"), &[broken, remedy]);

    // On purpose.
    bus.write("topics.schemas.json", "");
    bus.succeeds("test", Some("update"));
    assert!(!recorded().contains("down"));
    bus.succeeds("test", None);
}
