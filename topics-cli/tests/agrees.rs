//! `diff` agrees with the compiler: on each lock of the UI tests, what breaks here does not compile there.

#[allow(dead_code, reason = "these tests need no files")]
mod support;

use std::fs;
use std::path::Path;

use support::topics;

/// The cases of which the lock can be read, each with the lines of its declaration as a lock has them.
const CASES: [(&str, &str); 19] = [
    (
        "lock/beside_a_broken_line",
        "system.log\ndecky.<id: u32>.state\nsystem.<worker>.health\n",
    ),
    (
        "lock/group_renamed",
        "device.<id>.state\ndevice.<id>.traffic\ndevice.<id>.seen.first\ndevice.<id>.seen.last\nsystem.logs\n\
         site.<id>.node.up\nsite.<id>.node.down\n",
    ),
    (
        "lock/payload_changed",
        "system.<worker>.health => Pulse\nsystem.bus.health => crate::Heartbeat\n",
    ),
    ("lock/payload_removed", "system.<worker>.health\n"),
    ("lock/removed", "system.logs\nsystem.<worker>.health\n"),
    ("lock/removed_with_payload", "decky.<id>.state\n"),
    (
        "lock/several_at_once",
        "decky.<decky_id>.state\nsystem.<worker: u32>.health => Pulse\ntopology.<id>.<state: on | standby>\nbrand.new\n",
    ),
    (
        "lock/shape_changed",
        "plain.<id: u32>\ntyped.<id: u64>\ntyped.<id>.again\nclosed.<state>.again\ntail.<rest>\nsegment.<rest..>\n",
    ),
    (
        "lock/shape_changed_in_group",
        "decky.<id: u32>.state\ndecky.<id: u32>.traffic\n",
    ),
    ("lock/texts_changed", "metrics.<region: Region>\n"),
    ("lock/texts_untold", "metrics.<region: Region>\n"),
    (
        "lock/text_removed",
        "metrics.<id>.<region: Region>\nmetrics.<id>.<region: Region>.again\nalarm.<alarm: levels::Alarm>\n\
         type Region => asia | eu_west\ntype levels::Alarm => High\n",
    ),
    (
        "lock/former_text_removed",
        "job.<id>.<state: queued | applied>\nmetrics.<region: Region>\ntype Region => europe | us\n",
    ),
    (
        "lock/value_removed",
        "topology.<id>.mutation.<state: applied | failed | undone>\n",
    ),
    ("lock/first_moved", "a.<x>.c\nfirst a.b.<y>\n"),
    (
        "lock/reply_changed",
        "system.<worker>.ping => Ping -> Echo\nsystem.<worker>.stop => Ping\n",
    ),
    (
        "lock/type_renamed",
        "metrics.<region: Area>\ntype Area => asia | eu\n",
    ),
    ("was/lock_forgotten", "system.<id>.health\n"),
    (
        "was/lock_payload",
        "worker.<id>.health => Beat\nsystem.<id>.health => Beat\nformer worker.<id>.health => system.<id>.health\n",
    ),
];

/// The cases whose lock is not what the compiler refuses.
const OTHERS: [&str; 3] = [
    // Two declarations name one file.
    "lock/of_another",
    // An empty file, and a type that has no segment as its text.
    "lock/text_is_no_segment",
    // Two attributes.
    "lock/twice",
];

/// Every lock of the UI tests that can be read is one of these cases.
#[test]
fn no_case_is_left_out() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui-tests/fail");
    let mut unknown = Vec::new();
    for area in fs::read_dir(&folder).expect("the folder of the UI tests") {
        let area = area.expect("an entry").path();
        for case in fs::read_dir(&area).into_iter().flatten() {
            let case = case.expect("an entry").path();
            let is_lock = case
                .extension()
                .is_some_and(|extension| extension == "lock");
            let text = fs::read_to_string(&case).unwrap_or_else(|_| String::from("not text"));
            if is_lock && topics::lock::Lock::parse(&text).is_ok() {
                let name = case
                    .strip_prefix(&folder)
                    .expect("a case")
                    .with_extension("");
                let name = name.to_str().expect("UTF-8").to_owned();
                let is_known = CASES.iter().any(|(case, _)| *case == name);
                if !is_known && !OTHERS.contains(&name.as_str()) {
                    unknown.push(name);
                }
            }
        }
    }
    assert!(unknown.is_empty(), "no case for {unknown:?}");
}

#[test]
fn a_lock_breaks_here_if_it_does_not_compile_there() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui-tests/fail");
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
        // A type that was renamed is for the compiler the one that is recorded, and lacks a text of it.
        let renamed = u64::from(case == "lock/type_renamed");
        assert_eq!(
            unnamed,
            more.sum::<u64>() + renamed,
            "{case}: {}{said}",
            run.out
        );
    }
}
