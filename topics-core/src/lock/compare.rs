//! What changed from one lock to another.
//!
//! Entries that both locks have are set aside first, so the rest of the work grows with what has changed
//! and not with the hierarchy. What is left is put together by skeleton: the literal segments, and where
//! the placeholders are. Two entries with one skeleton are one topic that has changed. There may be
//! several of each, `a.<x: b | c>` and `a.<x: d | e>`; then [`pairing`] says which became which.

mod assignment;
mod candidates;
mod pairing;
mod types;

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use super::{Change, ChangeKind, Lock, LockEntry};
use crate::template::{Placeholder, PlaceholderKind, TemplateSegment, Values};
use candidates::Candidates;

pub(super) fn changes<'a>(old: &'a Lock, new: &'a Lock) -> Vec<Change<'a>> {
    let mut changes = Vec::new();
    let mut gone = Vec::new();
    let mut came = Vec::new();
    for (_, family) in families(old, new) {
        let (unpaired_gone, unpaired_came) = family.pair(&mut changes);
        gone.extend(unpaired_gone);
        came.extend(unpaired_came);
    }
    let candidates = Candidates::new(&came, new);
    changes.extend(gone.into_iter().map(|entry| {
        let nearest = candidates.nearest(entry);
        Change::of(Some(entry), None, ChangeKind::Removed { nearest })
    }));
    let came = came.into_iter();
    changes.extend(came.map(|entry| Change::of(None, Some(entry), ChangeKind::Added)));
    changes.sort_by_key(|change| change.old.or(change.new));
    for change in &mut changes {
        change.line = change.old.and_then(|entry| old.line_of(entry));
    }
    types::compare(old, new, &mut changes);
    // A lock without a name has not recorded anything, so nothing has been renamed.
    if let (Some(from), Some(to)) = (old.hierarchy(), new.hierarchy())
        && from != to
    {
        let kind = ChangeKind::HierarchyRenamed { from, to };
        changes.insert(0, Change::of(None, None, kind));
    }
    changes
}

impl<'a> Change<'a> {
    fn of(old: Option<&'a LockEntry>, new: Option<&'a LockEntry>, kind: ChangeKind<'a>) -> Self {
        Self {
            old,
            new,
            line: None,
            kind,
        }
    }
}

/// A segment's text, or `None` for a placeholder.
type Skeleton<'a> = Vec<Option<&'a str>>;

fn skeleton(entry: &LockEntry) -> Skeleton<'_> {
    let segments = entry.template().segments();
    let skeleton = segments.map(|segment| match segment {
        TemplateSegment::Literal(text) => Some(text),
        TemplateSegment::Placeholder(_) => None,
    });
    skeleton.collect()
}

/// The entries of one skeleton that only one of the locks has.
#[derive(Default)]
struct Family<'a> {
    gone: Vec<&'a LockEntry>,
    came: Vec<&'a LockEntry>,
}

fn families<'a>(old: &'a Lock, new: &'a Lock) -> BTreeMap<Skeleton<'a>, Family<'a>> {
    let mut families: BTreeMap<_, Family<'_>> = BTreeMap::new();
    for entry in &old.entries {
        if new.entries.binary_search(entry).is_err() {
            families
                .entry(skeleton(entry))
                .or_default()
                .gone
                .push(entry);
        }
    }
    for entry in &new.entries {
        if old.entries.binary_search(entry).is_err() {
            families
                .entry(skeleton(entry))
                .or_default()
                .came
                .push(entry);
        }
    }
    families
}

/// Those of the old lock, and those of the new one.
type Unpaired<'a> = (Vec<&'a LockEntry>, Vec<&'a LockEntry>);

impl<'a> Family<'a> {
    /// Adds the changes of every pair, and returns the entries that are in none.
    fn pair(self, changes: &mut Vec<Change<'a>>) -> Unpaired<'a> {
        let (mut gone, mut came) = (slots(&self.gone), slots(&self.came));
        for (old, new) in pairing::pair(&self.gone, &self.came) {
            (gone[old], came[new]) = (None, None);
            let (old, new) = (self.gone[old], self.came[new]);
            let differences = differences(old, new).into_iter();
            changes.extend(differences.map(|kind| Change::of(Some(old), Some(new), kind)));
        }
        let unpaired =
            |entries: Vec<Option<&'a LockEntry>>| entries.into_iter().flatten().collect();
        (unpaired(gone), unpaired(came))
    }
}

fn slots<'a>(entries: &[&'a LockEntry]) -> Vec<Option<&'a LockEntry>> {
    entries.iter().copied().map(Some).collect()
}

/// How an entry differs from another one of the same skeleton; nothing only if they are equal.
fn differences<'a>(old: &'a LockEntry, new: &'a LockEntry) -> Vec<ChangeKind<'a>> {
    let mut found = Vec::new();
    let (before, after) = (old.template(), new.template());
    for (from, to) in before.placeholders().zip(after.placeholders()) {
        compare_placeholders(from, to, &mut found);
    }
    found.extend(match (old.payload(), new.payload()) {
        (Some(from), None) => Some(ChangeKind::PayloadRemoved { from }),
        (None, Some(to)) => Some(ChangeKind::PayloadAdded { to }),
        (Some(from), Some(to)) if from != to => Some(ChangeKind::PayloadChanged { from, to }),
        _ => None,
    });
    found
}

fn compare_placeholders<'a>(
    from: Placeholder<'a>,
    to: Placeholder<'a>,
    found: &mut Vec<ChangeKind<'a>>,
) {
    if from.name() != to.name() {
        let (from, to) = (from.name(), to.name());
        found.push(ChangeKind::PlaceholderRenamed { from, to });
    }
    match (from.kind(), to.kind()) {
        (PlaceholderKind::Closed(before), PlaceholderKind::Closed(after)) => {
            compare_values(to.name(), before, after, found);
        }
        (before, after) if before == after => {}
        _ => found.push(ChangeKind::ShapeChanged { from, to }),
    }
}

fn compare_values<'a>(
    placeholder: &'a str,
    before: &Values<'a>,
    after: &Values<'a>,
    found: &mut Vec<ChangeKind<'a>>,
) {
    let unchanged = found.len();
    let lacks = |values: &Values<'a>, value: &str| !values.clone().any(|other| other == value);
    let removed = before.clone().filter(|value| lacks(after, value));
    found.extend(removed.map(|value| ChangeKind::ValueRemoved { placeholder, value }));
    let added = after.clone().filter(|value| lacks(before, value));
    found.extend(added.map(|value| ChangeKind::ValueAdded { placeholder, value }));
    if found.len() == unchanged && !before.clone().eq(after.clone()) {
        found.push(ChangeKind::ValuesReordered { placeholder });
    }
}
