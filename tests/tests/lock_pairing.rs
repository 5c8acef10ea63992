//! Which changed lines of a lock belong together.

use std::collections::HashMap;

use proptest::prelude::*;
use topics::Template;
use topics::lock::{Change, ChangeKind, Lock, LockEntry};

fn entry(line: &str) -> LockEntry {
    let (template, payload) = line.split_once(" => ").unwrap_or((line, ""));
    LockEntry::new(Template::new(template).unwrap()).with_payload(payload)
}

fn lock(entries: &[&LockEntry]) -> Lock {
    Lock::new("BusTopic", entries.iter().copied().cloned()).unwrap()
}

/// Whether two entries of one skeleton differ in more than names and the order of values.
fn differ_on_wire(changes: &[&Change<'_>]) -> bool {
    changes.iter().any(|change| {
        !matches!(
            change.kind(),
            ChangeKind::PlaceholderRenamed { .. } | ChangeKind::ValuesReordered { .. }
        )
    })
}

/// How many pairs there can be, and how many that are the same on the wire.
fn most(old: &[LockEntry], new: &[LockEntry]) -> [usize; 2] {
    let gone: Vec<_> = old.iter().filter(|entry| !new.contains(entry)).collect();
    let mut came: Vec<_> = new.iter().filter(|entry| !old.contains(entry)).collect();
    let pairs = gone.len().min(came.len());
    let mut same = 0;
    for old in gone {
        let found = came.iter().position(|new| {
            // With one on each side, there is nothing to choose.
            let (old, new) = (lock(&[old]), lock(&[new]));
            !differ_on_wire(&old.changes_to(&new).iter().collect::<Vec<_>>())
        });
        if let Some(found) = found {
            came.remove(found);
            same += 1;
        }
    }
    [pairs, same]
}

/// How many pairs a comparison has made, and how many that are the same on the wire.
fn found(old: &[LockEntry], new: &[LockEntry]) -> [usize; 2] {
    let [old, new] = [old, new].map(|entries| lock(&entries.iter().collect::<Vec<_>>()));
    let changes = old.changes_to(&new);
    let mut pairs: HashMap<_, Vec<&Change<'_>>> = HashMap::new();
    for change in &changes {
        if let (Some(old), Some(new)) = (change.before(), change.after()) {
            pairs.entry((old, new)).or_default().push(change);
        }
    }
    let same = pairs.values().filter(|pair| !differ_on_wire(pair)).count();
    [pairs.len(), same]
}

/// There are too many to compare each with each.
#[test]
fn in_a_huge_family_each_line_becomes_the_one_at_its_place() {
    let lines = |more: &str| {
        let lines = (100..300).map(|at| entry(&format!("a.<x: b{at} | c{at}{more}>")));
        Lock::new("BusTopic", lines).unwrap()
    };
    let (old, new) = (lines(""), lines(" | new"));
    for change in &old.changes_to(&new) {
        assert!(
            matches!(change.kind(), ChangeKind::ValueAdded { .. }),
            "{change}"
        );
    }
}

/// However many changes that are, and however few another line has.
#[test]
fn what_is_the_same_on_the_wire_is_paired_first() {
    let renamed = entry("a.<z: a | b>.<w: c | d>");
    let old = lock(&[&entry("a.<x: a | b>.<y: c | d>")]);
    let new = lock(&[&entry("a.<x: a | b>.<y: c | d | e>"), &renamed]);
    let changes = old.changes_to(&new);
    let names = changes
        .iter()
        .filter(|change| matches!(change.kind(), ChangeKind::PlaceholderRenamed { .. }));
    assert_eq!(names.count(), 2, "{changes:?}");
}

/// Of those that differ on the wire, each takes the nearest that is left.
#[test]
fn the_nearest_is_taken_in_the_order_of_the_old_lines() {
    let old = [entry("a.<x: b | c>"), entry("a.<y: c | d>")];
    let new = [entry("a.<x: b | c | d>"), entry("a.<z: b | c | e>")];
    let [old, new] = [&old, &new].map(|entries| lock(&entries.each_ref()));
    let told: Vec<String> = old
        .changes_to(&new)
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        told,
        [
            "`<x>` of `a.<x: b | c | d>` also takes `d`",
            "`<y>` of `a.<z: b | c | e>` is now named `<z>`",
            "`<z>` of `a.<z: b | c | e>` no longer takes `d`",
            "`<z>` of `a.<z: b | c | e>` also takes `b`",
            "`<z>` of `a.<z: b | c | e>` also takes `e`",
        ]
    );
}

/// A line that is as it was but for a name is not broken to spare others some changes.
#[test]
fn what_is_the_same_on_the_wire_stays_together() {
    let old = [entry("a.<x>"), entry("a.<y: b | c | d>")];
    let new = [entry("a.<z>"), entry("a.<y: e | f | g>")];
    let [old, new] = [&old, &new].map(|entries| lock(&entries.each_ref()));
    let changes = old.changes_to(&new);
    let broken: Vec<_> = changes
        .iter()
        .filter(|change| change.is_breaking())
        .map(Change::before)
        .collect();
    assert_eq!(broken, [Some(&entry("a.<y: b | c | d>")); 3]);
}

/// Thousands of lines of one shape, all of which have changed: were each compared with each in full, or all
/// the costs kept, this would not end.
#[test]
fn thousands_of_changed_lines_are_paired() {
    let lines = |values: fn(usize) -> String| {
        let entries = (0..4_000).map(|line| entry(&format!("a.<x: {}> => P{line}", values(line))));
        Lock::new("BusTopic", entries).unwrap()
    };
    let old = lines(|line| format!("v{line} | w{line}"));
    let new = lines(|line| format!("v{line} | w{line} | z{line}"));
    let changes = old.changes_to(&new);
    assert_eq!(changes.len(), 4_000);
    for change in changes {
        assert!(matches!(change.kind(), ChangeKind::ValueAdded { .. }));
    }
}

fn line() -> impl Strategy<Value = LockEntry> {
    let placeholder = |index: usize| {
        let names = prop::sample::select(vec!["x", "y", "z"]);
        let takes = prop_oneof![
            1 => Just(String::new()),
            1 => Just(": T".to_owned()),
            4 => prop::sample::subsequence(vec!["a", "b", "c", "d", "e"], 2..=4)
                .prop_shuffle()
                .prop_map(|values| format!(": {}", values.join(" | "))),
        ];
        (names, takes).prop_map(move |(name, takes)| format!("<{name}{index}{takes}>"))
    };
    let payload = prop::sample::select(vec!["", "", " => P", " => Q"]);
    let line = (placeholder(0), placeholder(1), payload);
    line.prop_map(|(first, second, payload)| entry(&format!("a.{first}.{second}{payload}")))
}

fn lines() -> impl Strategy<Value = Vec<LockEntry>> {
    prop::collection::btree_set(line(), 0..=6).prop_map(|lines| lines.into_iter().collect())
}

proptest! {
    #[test]
    fn as_many_are_paired_as_can_be_and_the_same_with_the_same(old in lines(), new in lines()) {
        prop_assert_eq!(found(&old, &new), most(&old, &new));
    }
}
