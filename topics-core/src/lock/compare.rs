//! What changed from one lock to another.
//!
//! Entries that both locks have are set aside first, so the rest of the work grows with what has changed and
//! not with the hierarchy. What is left is put together by skeleton: the literal segments, and where the
//! placeholders are. Two entries with one skeleton are one topic that has changed. There may be several of
//! each, `a.<x: b | c>` and `a.<x: d | e>`; then those that are the same on the wire belong together, and of
//! the others each old one takes the nearest new one that is left.

use alloc::string::String;
use alloc::vec::Vec;
use core::cmp::Ordering;

use super::type_text::is_same_type;
use super::{Change, ChangeKind, Lock, LockEntry, LockType};
use crate::nearest::nearest;
use crate::template::{Placeholder, PlaceholderKind, Template, TemplateSegment, Values};

/// How many of the new entries an old one is compared with. Both are sorted, so those that changed little
/// are not far from each other.
const WINDOW: usize = 64;

/// How many templates are compared in full, so that a rename of a thousand topics does not keep the compiler
/// busy for minutes.
const MOST_COMPARED: usize = 100_000;

pub(super) fn changes<'a>(old: &'a Lock, new: &'a Lock) -> Vec<Change<'a>> {
    let mut compared = Comparison {
        old,
        new,
        changes: Vec::new(),
    };
    let mut gone = missing_from(new, old);
    let mut came = missing_from(old, new);
    compared.pair_families(&mut gone, &mut came);
    compared.tell_rest(&gone, &came);
    compared
        .changes
        .sort_by_key(|change| change.old.or(change.new));
    for change in &mut compared.changes {
        change.line = change.old.and_then(|entry| old.line_of(entry));
    }
    compared.tell_types();
    // A lock without a name has not recorded anything, so nothing has been renamed.
    if let (Some(from), Some(to)) = (old.hierarchy(), new.hierarchy())
        && from != to
    {
        let kind = ChangeKind::HierarchyRenamed { from, to };
        compared.changes.insert(0, Change::of(None, None, kind));
    }
    compared.changes
}

struct Comparison<'a> {
    old: &'a Lock,
    new: &'a Lock,
    changes: Vec<Change<'a>>,
}

/// An entry that only one of the locks has.
struct Unpaired<'a> {
    entry: &'a LockEntry,
    is_paired: bool,
}

/// The entries that only `lock` has, by skeleton.
fn missing_from<'a>(other: &Lock, lock: &'a Lock) -> Vec<Unpaired<'a>> {
    let mut missing = Vec::new();
    for entry in &lock.entries {
        if other.entries.binary_search(entry).is_err() {
            let is_paired = false;
            missing.push(Unpaired { entry, is_paired });
        }
    }
    missing.sort_by(|a, b| by_skeleton(a.entry, b.entry));
    missing
}

/// By the literal segments, and where the placeholders are.
fn by_skeleton(a: &LockEntry, b: &LockEntry) -> Ordering {
    let (mut a, mut b) = (a.template().segments(), b.template().segments());
    loop {
        let literal = |segment| match segment {
            TemplateSegment::Literal(text) => Some(text),
            TemplateSegment::Placeholder(_) => None,
        };
        match (a.next().map(literal), b.next().map(literal)) {
            (None, None) => return Ordering::Equal,
            (a, b) if a == b => {}
            (a, b) => return a.cmp(&b),
        }
    }
}

impl<'a> Comparison<'a> {
    fn pair_families(&mut self, gone: &mut [Unpaired<'a>], came: &mut [Unpaired<'a>]) {
        let mut start = 0;
        let mut index = 0;
        while index < gone.len() {
            let first = gone[index].entry;
            let end = end_of_family(gone, index, first);
            while start < came.len() && by_skeleton(came[start].entry, first) == Ordering::Less {
                start += 1;
            }
            let came_end = end_of_family(came, start, first);
            self.pair(&mut gone[index..end], &mut came[start..came_end]);
            (index, start) = (end, came_end);
        }
    }

    /// Pairs the entries of one skeleton, and adds the changes of every pair.
    fn pair(&mut self, gone: &mut [Unpaired<'a>], came: &mut [Unpaired<'a>]) {
        for is_near_enough in [|cost: Cost| !cost.is_on_wire, |_| true] {
            for old in gone.iter_mut().filter(|old| !old.is_paired) {
                let mut best: Option<(Cost, usize)> = None;
                let left = came.iter().enumerate().filter(|(_, new)| !new.is_paired);
                for (index, new) in left.take(WINDOW) {
                    let cost = cost(&self.differences(old.entry, new.entry));
                    if is_near_enough(cost) && best.is_none_or(|(least, _)| cost < least) {
                        best = Some((cost, index));
                    }
                }
                let Some((_, index)) = best else {
                    continue;
                };
                (old.is_paired, came[index].is_paired) = (true, true);
                let (old, new) = (old.entry, came[index].entry);
                for kind in self.differences(old, new) {
                    self.changes.push(Change::of(Some(old), Some(new), kind));
                }
            }
        }
    }

    /// Adds what is gone and what is new. A rename adds a template, so one that has been there before is the
    /// second choice for what is gone.
    fn tell_rest(&mut self, gone: &[Unpaired<'a>], came: &[Unpaired<'a>]) {
        let came = came.iter().filter(|new| !new.is_paired);
        let came: Vec<&'a LockEntry> = came.map(|new| new.entry).collect();
        let templates = |entries: &[&'a LockEntry]| -> Vec<Template<'a>> {
            entries.iter().map(|entry| entry.template()).collect()
        };
        let fresh = templates(&came);
        let all = templates(&self.new.entries.iter().collect::<Vec<_>>());
        let mut room = MOST_COMPARED;
        for old in gone.iter().filter(|old| !old.is_paired) {
            let text = sample(old.entry.template());
            let mut found = None;
            for candidates in [&fresh, &all] {
                if found.is_none() && candidates.len() <= room {
                    room -= candidates.len();
                    found = nearest(candidates, &text);
                }
            }
            let kind = ChangeKind::Removed { nearest: found };
            self.changes.push(Change::of(Some(old.entry), None, kind));
        }
        for new in came {
            let added = Change::of(None, Some(new), ChangeKind::Added);
            self.changes.push(added);
        }
    }

    /// How an entry differs from another one of the same skeleton; nothing only if they are equal.
    fn differences(&self, old: &'a LockEntry, new: &'a LockEntry) -> Vec<ChangeKind<'a>> {
        let mut found = Vec::new();
        let (before, after) = (old.template(), new.template());
        for (from, to) in before.placeholders().zip(after.placeholders()) {
            self.compare_placeholders(from, to, &mut found);
        }
        match (old.payload(), new.payload()) {
            (Some(from), None) => found.push(ChangeKind::PayloadRemoved { from }),
            (None, Some(to)) => found.push(ChangeKind::PayloadAdded { to }),
            (Some(from), Some(to)) if from == to => {}
            (Some(from), Some(to)) if is_same_type(from, to) => {
                found.push(ChangeKind::TypeRespelled { from, to });
            }
            (Some(from), Some(to)) => found.push(ChangeKind::PayloadChanged { from, to }),
            (None, None) => {}
        }
        match (old.reply(), new.reply()) {
            (Some(from), None) => found.push(ChangeKind::ReplyRemoved { from }),
            (None, Some(to)) => found.push(ChangeKind::ReplyAdded { to }),
            (Some(from), Some(to)) if from == to => {}
            (Some(from), Some(to)) if is_same_type(from, to) => {
                found.push(ChangeKind::TypeRespelled { from, to });
            }
            (Some(from), Some(to)) => found.push(ChangeKind::ReplyChanged { from, to }),
            (None, None) => {}
        }
        found
    }

    fn compare_placeholders(
        &self,
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
            (PlaceholderKind::Typed(before), PlaceholderKind::Typed(after))
                if is_same_type(before, after) || self.have_same_texts(before, after) =>
            {
                let (from, to) = (*before, *after);
                found.push(ChangeKind::TypeRespelled { from, to });
            }
            _ => found.push(ChangeKind::ShapeChanged { from, to }),
        }
    }

    fn have_same_texts(&self, before: &str, after: &str) -> bool {
        let before = self.old.type_named(before);
        before.is_some_and(|before| {
            let after = self.new.type_named(after);
            after.is_some_and(|after| after.texts().eq(before.texts()))
        })
    }

    /// Adds what changed about the texts of types, in the order of the types' names.
    fn tell_types(&mut self) {
        let (old, new) = (self.old, self.new);
        let mut names: Vec<&'a str> = Vec::new();
        names.extend(old.types().iter().map(LockType::name));
        names.extend(new.types().iter().map(LockType::name));
        names.sort_unstable();
        names.dedup();
        let in_use = new.named_types();
        for name in names {
            let line = old.line_of_type(name);
            let mut tell = |kind| {
                let of_no_entry = Change::of(None, None, kind);
                self.changes.push(Change {
                    line,
                    ..of_no_entry
                });
            };
            match (old.type_named(name), new.type_named(name)) {
                (Some(before), Some(after)) => {
                    for text in before.texts_beyond(after) {
                        tell(ChangeKind::TextRemoved { of: name, text });
                    }
                    for text in after.texts_beyond(before) {
                        tell(ChangeKind::TextAdded { of: name, text });
                    }
                }
                (Some(of), None) if in_use.binary_search(&name).is_ok() => {
                    tell(ChangeKind::TextsRemoved { of });
                }
                (Some(of), None) => tell(ChangeKind::TypeRemoved { of }),
                (None, Some(of)) => tell(ChangeKind::TextsAdded { of }),
                (None, None) => {}
            }
        }
    }
}

/// A text that is nearer to a template the more of it is equal: where a segment may be any, a wildcard.
fn sample(template: Template<'_>) -> String {
    let mut text = String::with_capacity(template.as_str().len());
    for (index, segment) in template.segments().enumerate() {
        if index > 0 {
            text.push('.');
        }
        text.push_str(match &segment {
            TemplateSegment::Literal(literal) => literal,
            TemplateSegment::Placeholder(placeholder) => match placeholder.kind() {
                PlaceholderKind::Closed(values) => values.clone().next().unwrap_or("*"),
                _ => "*",
            },
        });
    }
    text
}

/// Where the entries with the skeleton of `first` end.
fn end_of_family(entries: &[Unpaired<'_>], start: usize, first: &LockEntry) -> usize {
    let mut end = start;
    while end < entries.len() && by_skeleton(entries[end].entry, first) == Ordering::Equal {
        end += 1;
    }
    end
}

/// How far two entries of one skeleton are from each other.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Cost {
    /// Whether they differ in more than names and the order of values.
    is_on_wire: bool,
    breaking: usize,
    changes: usize,
}

fn cost(differences: &[ChangeKind<'_>]) -> Cost {
    let mut cost = Cost {
        is_on_wire: false,
        breaking: 0,
        changes: differences.len(),
    };
    for kind in differences {
        cost.is_on_wire |= !matches!(
            kind,
            ChangeKind::PlaceholderRenamed { .. }
                | ChangeKind::ValuesReordered { .. }
                | ChangeKind::TypeRespelled { .. }
        );
        cost.breaking += usize::from(kind.is_breaking());
    }
    cost
}

fn compare_values<'a>(
    placeholder: &'a str,
    before: &Values<'a>,
    after: &Values<'a>,
    found: &mut Vec<ChangeKind<'a>>,
) {
    let unchanged = found.len();
    let lacks = |values: &Values<'a>, value: &str| !values.clone().any(|other| other == value);
    for value in before.clone() {
        if lacks(after, value) {
            found.push(ChangeKind::ValueRemoved { placeholder, value });
        }
    }
    for value in after.clone() {
        if lacks(before, value) {
            found.push(ChangeKind::ValueAdded { placeholder, value });
        }
    }
    if found.len() == unchanged && !before.clone().eq(after.clone()) {
        found.push(ChangeKind::ValuesReordered { placeholder });
    }
}
