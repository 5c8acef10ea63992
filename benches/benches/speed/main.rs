//! This project and its peers at the same work, on the same inputs, by turns.
//!
//! Arguments are filters: `cargo bench -p topics-benches --bench speed -- parse map`.

mod build;
mod map;
mod maps;
mod parse;
mod pattern;
mod peers;
#[path = "../../hierarchies/sixty.rs"]
mod sixty;
#[path = "../../hierarchies/twelve.rs"]
mod twelve;

use topics_benches::Report;

/// Enough that no branch predictor knows the next one.
const TOPICS: usize = 4_096;

/// Some races, one after the other.
type Group = fn(&mut Report);

fn main() {
    let mut report = Report::new("Speed");
    let groups: [(&str, Group); 4] = [
        ("build", build::run),
        ("pattern", pattern::run),
        ("parse", parse::run),
        ("map", map::run),
    ];
    for (name, run) in groups {
        if report.wants(name) {
            run(&mut report);
        }
    }
}
