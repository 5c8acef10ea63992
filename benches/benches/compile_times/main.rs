//! What `topics` costs at compile time: a clean build beside thiserror, and `cargo check` after a declaration
//! was touched, beside structs written by hand.
//!
//! The crates are generated below the target directory, and built offline with the versions of the
//! workspace's `Cargo.lock`.

mod generated;
mod sources;

use std::time::Duration;

use generated::Crate;
use topics_benches::{Race, Report};

/// So often everything is built anew.
const BUILDS: usize = 5;

/// So often everything is checked again.
const CHECKS: usize = 9;

fn main() {
    let mut report = Report::new("Compile times");
    if report.wants("build") {
        clean_build(&mut report);
    }
    if report.wants("check") {
        check_after_touch(&mut report);
    }
}

fn clean_build(report: &mut Report) {
    let ours = Crate::new("build-topics", generated::TOPICS, &sources::topics(12));
    let theirs = Crate::new("build-thiserror", generated::THISERROR, sources::THISERROR);
    Race::new("clean debug build of a crate, 12 templates", 1, || {
        ours.build_anew()
    })
    .rounds(BUILDS)
    .rival("the same with thiserror, one error", || theirs.build_anew())
    .within(1.15)
    .run(report);
}

/// Each time is less what a crate takes that is empty, so that it is the templates that are compared.
fn check_after_touch(report: &mut Report) {
    let empty = Crate::new("check-empty", generated::TOPICS, "//! Empty.\n");
    let [few, many] = [100, 1_000].map(|count| {
        let name = format!("check-topics-{count}");
        Crate::new(&name, generated::TOPICS, &sources::topics(count))
    });
    let plain = Crate::new(
        "check-plain",
        generated::NOTHING,
        &sources::by_hand(1_000, ""),
    );
    let derived = Crate::new(
        "check-derived",
        generated::NOTHING,
        &sources::by_hand(1_000, sources::DERIVES),
    );

    let net =
        |krate: &Crate| -> Duration { krate.check_again().saturating_sub(empty.check_again()) };
    Race::new(
        "`cargo check` after a touch, 1,000 templates, per template",
        1_000,
        || net(&many),
    )
    .rounds(CHECKS)
    .rival("structs by hand with `new` and `Display`", || net(&plain))
    .within(3.0)
    .rival("the same with the derives that `topics!` gives", || {
        net(&derived)
    })
    .rival("itself, 100 templates, per template", || net(&few) * 10)
    .within(1.2)
    .run(report);
}
