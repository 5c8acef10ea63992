//! What `topics` costs at compile time: a clean build beside thiserror; `cargo check` after a touch and after an
//! edit, and the build of a library, beside code written by hand.
//!
//! The crates are generated below the target directory, and built offline with the versions of the
//! workspace's `Cargo.lock`.

mod by_hand;
mod declared;
mod generated;
mod line;

use std::time::Duration;

use generated::{Cost, Crate, NOTHING, Profile, THISERROR, TOPICS};
use topics_benches::{Beside, Figure, Race, Report};

/// So often everything is built anew.
const BUILDS: usize = 5;

/// So often everything is checked, or a library built, again.
const AGAIN: usize = 9;

/// What is done to a crate, and then cargo checks it.
type Check = fn(&Crate) -> Cost;

fn main() {
    let mut report = Report::new("Compile times");
    if report.wants("build") {
        clean_build(&mut report);
    }
    if report.wants("check") {
        check(&mut report);
    }
    if report.wants("library") {
        library(&mut report);
    }
}

fn clean_build(report: &mut Report) {
    let ours = Crate::new("build-topics", TOPICS, &declared::hierarchy(12));
    let theirs = Crate::new("build-thiserror", THISERROR, ONE_ERROR);
    let rival = "the same with thiserror, one error";
    Race::new("clean debug build of a crate, 12 templates", 1, || {
        ours.build_anew().wall
    })
    .rounds(BUILDS)
    .rival(rival, || theirs.build_anew().wall)
    .within(1.5)
    .run(report);
    Race::new("CPU of that build", 1, || ours.build_anew().cpu)
        .rounds(BUILDS)
        .rival(rival, || theirs.build_anew().cpu)
        .run(report);
}

/// Each time is less what a crate takes that is empty, so that it is the templates that are compared.
fn check(report: &mut Report) {
    let empty = Crate::new("check-empty", TOPICS, "//! Empty.\n");
    let [hundred, ours, thousand] = [
        ("check-100", 100),
        ("check-300", 300),
        ("check-1000", 1_000),
    ]
    .map(|(name, count)| Crate::new(name, TOPICS, &declared::hierarchy(count)));
    let theirs = Crate::new("check-by-hand", NOTHING, &by_hand::hierarchy(300));
    let structs = Crate::new("check-structs", NOTHING, &by_hand::structs(300));

    let ways: [(&str, f64, Check); 2] = [
        ("a touch", 2.2, Crate::check_after_touch),
        ("an edit", 1.6, Crate::check_after_edit),
    ];
    for (change, goal, check) in ways {
        let net = |krate: &Crate| check(krate).wall.saturating_sub(check(&empty).wall);
        let work = format!("`cargo check` after {change}, 300 templates of 120 shapes");
        Race::new(format!("{work}, per template"), 300, || net(&ours))
            .rounds(AGAIN)
            .rival(BY_HAND, || net(&theirs))
            .within(goal)
            .rival(STRUCTS, || net(&structs))
            .run(report);
    }

    let net = |krate: &Crate| -> Duration {
        let lap = krate.check_after_touch().wall;
        lap.saturating_sub(empty.check_after_touch().wall)
    };
    Race::new(
        "`cargo check` after a touch, 1,000 templates of 400 shapes, per template",
        1_000,
        || net(&thousand),
    )
    .rounds(AGAIN)
    .rival("itself, 100 templates of 40 shapes", || net(&hundred) * 10)
    .within(1.2)
    .run(report);
}

/// A library alone, without what it depends on, and less what an empty one takes.
fn library(report: &mut Report) {
    let empty = Crate::new("library-empty", TOPICS, "//! Empty.\n");
    let ours = Crate::new("library-topics", TOPICS, &declared::hierarchy(60));
    let theirs = Crate::new("library-by-hand", NOTHING, &by_hand::hierarchy(60));
    let structs = Crate::new("library-structs", NOTHING, &by_hand::structs(60));
    for (name, profile) in [("debug", Profile::Debug), ("release", Profile::Release)] {
        let net = |library: &Crate| {
            let lap = library.build_again(profile).cpu;
            lap.saturating_sub(empty.build_again(profile).cpu)
        };
        let work = format!("CPU of the {name} build of a library, 60 templates");
        Race::new(work, 1, || net(&ours))
            .rounds(AGAIN)
            .rival(BY_HAND, || net(&theirs))
            .rival(STRUCTS, || net(&structs))
            .within(2.5)
            .run(report);
        report.figure(&Figure {
            work: &format!("code in that {name} library"),
            unit: "bytes",
            ours: bytes(&ours, profile),
            goal: None,
            rivals: &[
                Beside::new(BY_HAND, bytes(&theirs, profile)),
                Beside::new(STRUCTS, bytes(&structs, profile)).within(4.0),
            ],
        });
    }
}

fn bytes(library: &Crate, profile: Profile) -> f64 {
    u32::try_from(library.code_size(profile)).map_or(f64::INFINITY, f64::from)
}

const BY_HAND: &str = "structs and an enum by hand, with `parse`";
const STRUCTS: &str = "structs by hand alone";

/// A crate that knows what to do when something goes wrong.
const ONE_ERROR: &str = r#"//! An error.

/// Why a message was not sent.
#[derive(Debug, thiserror::Error)]
pub enum SendError {
    /// Nobody listens.
    #[error("nobody listens to `{topic}`")]
    Unheard { topic: String },
    /// The bus is gone.
    #[error("the bus is gone")]
    Closed(#[from] std::io::Error),
}
"#;
