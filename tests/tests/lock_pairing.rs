//! Which changed lines of a lock belong together: held against all pairings there are.

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

/// What a pairing is judged by, in this order: pairs that differ on the wire, pairs that break, changes
/// that break, changes.
type Cost = [usize; 4];

fn add(a: Cost, b: Cost) -> Cost {
    std::array::from_fn(|index| a[index] + b[index])
}

/// The cost of the changes of one pair.
fn cost(changes: &[&Change<'_>]) -> Cost {
    let differs = changes.iter().any(|change| {
        !matches!(
            change.kind(),
            ChangeKind::PlaceholderRenamed { .. } | ChangeKind::ValuesReordered { .. }
        )
    });
    let breaking = changes.iter().filter(|change| change.is_breaking()).count();
    [
        usize::from(differs),
        usize::from(breaking > 0),
        breaking,
        changes.len(),
    ]
}

/// The least of all pairings of entries with one skeleton; what both have is no change.
fn least(old: &[&LockEntry], new: &[&LockEntry]) -> Cost {
    let gone: Vec<_> = old.iter().filter(|entry| !new.contains(entry)).collect();
    let came: Vec<_> = new.iter().filter(|entry| !old.contains(entry)).collect();
    let costs: Vec<Vec<Cost>> = gone
        .iter()
        .map(|old| {
            let costs = came.iter().map(|new| {
                // With one on each side, there is nothing to choose.
                let (old, new) = (lock(&[old]), lock(&[new]));
                let changes = old.changes_to(&new);
                cost(&changes.iter().collect::<Vec<_>>())
            });
            costs.collect()
        })
        .collect();
    let pairs = gone.len().min(came.len());
    search(&costs, 0, pairs, &mut vec![false; came.len()]).expect("a pairing")
}

/// The least cost of pairing so many of the rows from this one on.
fn search(costs: &[Vec<Cost>], row: usize, pairs: usize, taken: &mut [bool]) -> Option<Cost> {
    if pairs == 0 {
        return Some([0; 4]);
    }
    let columns = costs.get(row)?;
    let mut best = search(costs, row + 1, pairs, taken);
    for (column, cost) in columns.iter().enumerate() {
        if taken[column] {
            continue;
        }
        taken[column] = true;
        let rest = search(costs, row + 1, pairs - 1, taken);
        taken[column] = false;
        let total = rest.map(|rest| add(*cost, rest));
        best = match (best, total) {
            (Some(best), Some(total)) => Some(best.min(total)),
            (best, total) => best.or(total),
        };
    }
    best
}

/// The cost of the pairs that a comparison has made.
fn found(old: &[&LockEntry], new: &[&LockEntry]) -> Cost {
    let (old, new) = (lock(old), lock(new));
    let changes = old.changes_to(&new);
    let mut pairs: HashMap<_, Vec<&Change<'_>>> = HashMap::new();
    for change in &changes {
        if let (Some(old), Some(new)) = (change.before(), change.after()) {
            pairs.entry((old, new)).or_default().push(change);
        }
    }
    pairs.values().map(|pair| cost(pair)).fold([0; 4], add)
}

/// All the ways to choose up to so many.
fn choices<T>(all: &[T], most: usize) -> Vec<Vec<&T>> {
    let Some((first, rest)) = all.split_first() else {
        return vec![vec![]];
    };
    let mut found = choices(rest, most);
    let with_first = found.iter().filter(|choice| choice.len() < most);
    let with_first: Vec<_> = with_first
        .map(|choice| [&[first], choice.as_slice()].concat())
        .collect();
    found.extend(with_first);
    found
}

#[test]
fn no_pairing_of_a_few_lines_is_better() {
    let all: Vec<LockEntry> = [
        "a.<x>",
        "a.<y>",
        "a.<x> => P",
        "a.<x: T>",
        "a.<x: b | c>",
        "a.<x: c | b>",
        "a.<y: b | c>",
        "a.<x: b | c | d>",
        "a.<x: c | d>",
        "a.<y: c | d> => P",
        "a.<x: e | f>",
    ]
    .map(entry)
    .into();
    let choices = choices(&all, 3);
    for old in &choices {
        for new in &choices {
            assert_eq!(found(old, new), least(old, new), "{old:?} {new:?}");
        }
    }
}

/// What a greedy choice gets wrong: the pair that differs least leaves two that break.
#[test]
fn a_pair_that_differs_little_may_be_given_up() {
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
            "`<x>` of `a.<z: b | c | e>` is now named `<z>`",
            "`<z>` of `a.<z: b | c | e>` also takes `e`",
            "`<y>` of `a.<x: b | c | d>` is now named `<x>`",
            "`<x>` of `a.<x: b | c | d>` also takes `b`",
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
    fn no_pairing_is_better(old in lines(), new in lines()) {
        let (old, new): (Vec<_>, Vec<_>) = (old.iter().collect(), new.iter().collect());
        prop_assert_eq!(found(&old, &new), least(&old, &new));
    }
}
