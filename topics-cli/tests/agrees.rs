//! `diff` agrees with the compiler: on each lock of the UI tests, what breaks here does not compile there.

#[allow(dead_code, reason = "these tests need no files")]
mod support;

use std::fs;
use std::path::Path;

use support::topics;

/// The cases of which the lock can be read, each with the lines of its declaration as a lock has them.
const CASES: [(&str, &str); 12] = [
    (
        "beside_a_broken_line",
        "system.log\ndecky.<id: u32>.state\nsystem.<worker>.health\n",
    ),
    (
        "group_renamed",
        "device.<id>.state\ndevice.<id>.traffic\ndevice.<id>.seen.first\ndevice.<id>.seen.last\nsystem.logs\n\
         site.<id>.node.up\nsite.<id>.node.down\n",
    ),
    (
        "payload_changed",
        "system.<worker>.health => Pulse\nsystem.bus.health => crate::Heartbeat\n",
    ),
    ("payload_removed", "system.<worker>.health\n"),
    ("removed", "system.logs\nsystem.<worker>.health\n"),
    ("removed_with_payload", "decky.<id>.state\n"),
    (
        "several_at_once",
        "decky.<decky_id>.state\nsystem.<worker: u32>.health => Pulse\ntopology.<id>.<state: on | standby>\nbrand.new\n",
    ),
    (
        "shape_changed",
        "plain.<id: u32>\ntyped.<id: u64>\ntyped.<id>.again\nclosed.<state>.again\ntail.<rest>\nsegment.<rest..>\n",
    ),
    (
        "shape_changed_in_group",
        "decky.<id: u32>.state\ndecky.<id: u32>.traffic\n",
    ),
    ("texts_unknown", "metrics.<region: Region>\n"),
    (
        "text_removed",
        "metrics.<id>.<region: Region>\nmetrics.<id>.<region: Region>.again\nalarm.<alarm: levels::Alarm>\n\
         type Region => asia | eu_west\ntype levels::Alarm => High\n",
    ),
    (
        "value_removed",
        "topology.<id>.mutation.<state: applied | failed | undone>\n",
    ),
];

#[test]
fn a_lock_breaks_here_if_it_does_not_compile_there() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui-tests/fail/lock");
    for (case, declared) in CASES {
        let lock = folder.join(case).with_extension("lock");
        let said =
            fs::read_to_string(lock.with_extension("stderr")).expect("what the compiler says");
        let new = format!("topics-lock 1 BusTopic\n{declared}");
        let run = topics(
            &["diff", "--json", lock.to_str().expect("UTF-8"), "-"],
            &new,
        );
        assert_eq!(run.code, Some(1), "{case}: {}{}", run.out, run.error);
        let mut unnamed = 0;
        for change in run.out.lines() {
            let change: serde_json::Value = serde_json::from_str(change).expect("JSON");
            if change["breaking"] == true {
                let sentence = change["change"].as_str().expect("a sentence");
                let broken = sentence.split('`').nth(1).expect("a name");
                let line = change["line"].as_u64().expect("a line of the lock");
                let is_named =
                    said.contains(&format!("line {line}")) || said.contains(&format!("`{broken}`"));
                unnamed += u64::from(!is_named);
            }
        }
        // Of a long list, the compiler only names the first.
        let more = said
            .split(" and ")
            .filter_map(|rest| rest.split_once(" more;")?.0.parse::<u64>().ok());
        assert_eq!(unnamed, more.sum::<u64>(), "{case}: {}{said}", run.out);
    }
}
