//! What changed from one lock to another.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::line_pairs::partners;
use super::{Change, ChangeKind, Lock, LockEntry, LockType, same_type};
use crate::nearest::nearest;
use crate::template::{Placeholder, PlaceholderKind, Template, TemplateSegment, Texts, Values};

pub(super) fn changes<'a>(old: &'a Lock, new: &'a Lock) -> Vec<Change<'a>> {
    let mut changes = Vec::new();
    // A lock without a name has not recorded anything, so nothing has been renamed.
    if let (Some(from), Some(to)) = (old.hierarchy(), new.hierarchy())
        && from != to
    {
        let kind = ChangeKind::HierarchyRenamed { from, to };
        changes.push(Change::of(None, None, kind));
    }
    compare_entries(old, new, &mut changes);
    let mut tell = |line, kind| {
        changes.push(Change {
            line,
            ..Change::of(None, None, kind)
        });
    };
    for before in old.types() {
        compare_type(before, new, |kind| tell(before.line(), kind));
    }
    for of in new.types() {
        if counterpart(of.name(), old).is_none() {
            tell(None, ChangeKind::TextsAdded { of });
        }
    }
    for name in old.former_names() {
        if !new.former_names().contains(name) {
            tell(name.line(), ChangeKind::FormerNameRemoved { name });
        }
    }
    for name in new.former_names() {
        if !old.former_names().contains(name) {
            tell(None, ChangeKind::FormerNameAdded { name });
        }
    }
    changes
}

impl<'a> Change<'a> {
    fn of(old: Option<&'a LockEntry>, new: Option<&'a LockEntry>, kind: ChangeKind<'a>) -> Self {
        Self {
            old,
            new,
            line: old.and_then(LockEntry::line),
            kind,
        }
    }
}

/// Adds the changes of entries, sorted by the old entry, or if there is none by the new one.
fn compare_entries<'a>(old: &'a Lock, new: &'a Lock, changes: &mut Vec<Change<'a>>) {
    let partners = partners(old, new);
    let mut is_new = vec![true; new.entries.len()];
    for at in partners.iter().flatten() {
        is_new[*at] = false;
    }
    let (mut all, mut came) = (Vec::new(), Vec::new());
    for (entry, is_new) in new.entries.iter().zip(is_new) {
        all.push(entry);
        if is_new {
            came.push(entry);
        }
    }
    let mut told = 0;
    for (before, partner) in old.entries.iter().zip(partners) {
        while told < came.len() && came[told] < before {
            changes.push(Change::of(None, Some(came[told]), ChangeKind::Added));
            told += 1;
        }
        if let Some(at) = partner {
            let after = &new.entries[at];
            for kind in differences(before, after, (old, new)) {
                changes.push(Change::of(Some(before), Some(after), kind));
            }
        } else {
            // A rename adds a template, so one that has been there before is the second choice.
            let nearest = nearest_of(before, &came).or_else(|| nearest_of(before, &all));
            let kind = ChangeKind::Removed { nearest };
            changes.push(Change::of(Some(before), None, kind));
        }
    }
    for entry in &came[told..] {
        changes.push(Change::of(None, Some(entry), ChangeKind::Added));
    }
}

/// How many templates are compared in full with one that is gone. Where a group of a thousand topics is
/// renamed, comparing all with all would take the compiler minutes.
const MOST: usize = 16;

/// The template that one that is gone may have become, among those that share the most literal segments with it; among
/// all if none shares any, so that each of the literals may have been changed a little.
fn nearest_of<'a>(gone: &LockEntry, entries: &[&'a LockEntry]) -> Option<Template<'a>> {
    let literals = gone.template().segments();
    let literals = literals.filter(|segment| matches!(segment, TemplateSegment::Literal(_)));
    let literals: Vec<TemplateSegment<'_>> = literals.collect();
    let mut ranked: Vec<(usize, usize)> = Vec::new();
    for (index, entry) in entries.iter().enumerate() {
        let is_there = |literal: &&_| entry.template().segments().any(|other| other == **literal);
        let missing = literals.len() - literals.iter().filter(is_there).count();
        ranked.push((missing, index));
    }
    if ranked.len() > MOST {
        ranked.sort_unstable();
        if ranked[0].0 < literals.len() {
            ranked.truncate(MOST);
        }
    }
    let likely = ranked.iter().map(|(_, index)| entries[*index].template());
    nearest(&likely.collect::<Vec<_>>(), &sample(gone.template()))
}

/// A text that is nearer to a template the more of it is equal: where a segment may be any, a wildcard.
fn sample(template: Template<'_>) -> String {
    let pieces = template.segments().map(|segment| match segment {
        TemplateSegment::Literal(literal) => literal,
        TemplateSegment::Placeholder(placeholder) => match placeholder.kind() {
            PlaceholderKind::Closed(values) => values.clone().next().unwrap_or("*"),
            _ => "*",
        },
    });
    pieces.collect::<Vec<_>>().join(".")
}

/// How an entry differs from another one of the same family; nothing only if they are equal.
pub(super) fn differences<'a>(
    old: &'a LockEntry,
    new: &'a LockEntry,
    locks: (&Lock, &'a Lock),
) -> Vec<ChangeKind<'a>> {
    let mut found = Vec::new();
    let (before, after) = (old.template(), new.template());
    for (from, to) in before.placeholders().zip(after.placeholders()) {
        compare_placeholders(from, to, locks, &mut found);
    }
    let payload = |from, to| ChangeKind::PayloadChanged { from, to };
    let reply = |from, to| ChangeKind::ReplyChanged { from, to };
    compare_types(old.payload(), new.payload(), payload, &mut found);
    compare_types(old.reply(), new.reply(), reply, &mut found);
    match (old.is_first(), new.is_first()) {
        (false, true) => found.push(ChangeKind::FirstAdded),
        (true, false) => {
            let now = taken_over_by(after, locks);
            found.push(ChangeKind::FirstRemoved { now });
        }
        _ => {}
    }
    found
}

/// A line of both locks that is now read first where it and one that no longer is match one topic.
fn taken_over_by<'a>(of: Template<'_>, (old, new): (&Lock, &'a Lock)) -> Option<Template<'a>> {
    let mut first = new.entries.iter().filter(|entry| {
        let template = entry.template();
        let crosses = template.overlaps(&of) && !template.covers(&of) && !of.covers(&template);
        let was_there = |before: &LockEntry| {
            let before = before.template();
            before.covers(&template) && template.covers(&before)
        };
        entry.is_first() && crosses && old.entries.iter().any(was_there)
    });
    Some(first.next()?.template())
}

fn compare_types<'a>(
    from: Option<&'a str>,
    to: Option<&'a str>,
    changed: fn(Option<&'a str>, Option<&'a str>) -> ChangeKind<'a>,
    found: &mut Vec<ChangeKind<'a>>,
) {
    match (from, to) {
        (None, None) => {}
        (Some(from), Some(to)) if same_type(from, to) => found.extend(respelled(from, to)),
        _ => found.push(changed(from, to)),
    }
}

/// The change between two texts of one type, if they differ.
fn respelled<'a>(from: &'a str, to: &'a str) -> Option<ChangeKind<'a>> {
    (from != to).then_some(ChangeKind::TypeRespelled { from, to })
}

fn compare_placeholders<'a>(
    from: Placeholder<'a>,
    to: Placeholder<'a>,
    (old, new): (&Lock, &Lock),
    found: &mut Vec<ChangeKind<'a>>,
) {
    if from.name() != to.name() {
        let (from, to) = (from.name(), to.name());
        found.push(ChangeKind::PlaceholderRenamed { from, to });
    }
    match (from.kind(), to.kind()) {
        (PlaceholderKind::Closed(before), PlaceholderKind::Closed(after)) => {
            let (placeholder, told) = (to.name(), found.len());
            found.extend(compare_texts(placeholder, before, after));
            if found.len() == told && before != after {
                found.push(ChangeKind::ValuesReordered { placeholder });
            }
        }
        (PlaceholderKind::Typed(before), PlaceholderKind::Typed(after))
            if same_type(before, after) =>
        {
            found.extend(respelled(before, after));
        }
        (before, after) if before == after => {}
        (before, after) => match (texts_of(before, old), texts_of(after, new)) {
            (Some(had), Some(has)) if has.keep(had) => {
                found.extend(respelled(type_text(before), type_text(after)));
            }
            _ => found.push(ChangeKind::ShapeChanged { from, to }),
        },
    }
}

/// The texts that a placeholder takes, if they are known and none is longer than a segment.
pub(super) fn texts_of<'a>(kind: &PlaceholderKind<'a>, lock: &'a Lock) -> Option<Texts<'a>> {
    match kind {
        PlaceholderKind::Plain => Some(Texts::ANY),
        PlaceholderKind::Closed(values) => Some(Texts::from_checked(values.as_str())),
        PlaceholderKind::Typed(name) => match counterpart(name, lock) {
            Some(of) => Some(of.texts()),
            None => Texts::of_type(name),
        },
        PlaceholderKind::Tail => None,
    }
}

/// What stands behind the name of a placeholder.
fn type_text<'a>(kind: &PlaceholderKind<'a>) -> &'a str {
    match kind {
        PlaceholderKind::Typed(of) => of,
        PlaceholderKind::Closed(values) => values.as_str(),
        PlaceholderKind::Plain | PlaceholderKind::Tail => Texts::ANY.as_str(),
    }
}

/// What differs in the texts of a placeholder or of a type.
fn compare_texts<'a>(of: &'a str, before: &Values<'a>, after: &Values<'a>) -> Vec<ChangeKind<'a>> {
    if before == after {
        return Vec::new();
    }
    let (had, has): (Vec<&str>, Vec<&str>) = (before.all().collect(), after.all().collect());
    let removed = had.iter().filter(|value| !has.contains(value));
    let added = has.iter().filter(|value| !had.contains(value));
    let renamed = after.former();
    let renamed = renamed.filter(|(_, former)| before.clone().any(|value| value == *former));
    removed
        .map(|value| ChangeKind::ValueRemoved { of, value })
        .chain(added.map(|value| ChangeKind::ValueAdded { of, value }))
        .chain(renamed.map(|(to, from)| ChangeKind::ValueRenamed { of, from, to }))
        .collect()
}

/// The type of this name, or else of one with more or less of the path.
fn counterpart<'a>(name: &str, lock: &'a Lock) -> Option<&'a LockType> {
    let respelled = || lock.types().iter().find(|of| same_type(of.name(), name));
    lock.type_named(name).or_else(respelled)
}

/// Tells the changes of a type whose texts were known.
fn compare_type<'a>(before: &'a LockType, new: &'a Lock, mut tell: impl FnMut(ChangeKind<'a>)) {
    let Some(after) = counterpart(before.name(), new) else {
        let is_in_use = new
            .named_types()
            .iter()
            .any(|name| same_type(name, before.name()));
        return tell(if is_in_use {
            ChangeKind::TextsRemoved { of: before }
        } else {
            ChangeKind::TypeRemoved { of: before }
        });
    };
    respelled(before.name(), after.name())
        .into_iter()
        .for_each(&mut tell);
    let (of, from, to) = (after.name(), before.texts(), after.texts());
    let (Some(had), Some(has)) = (from.values(), to.values()) else {
        if from != to {
            tell(ChangeKind::TextsChanged { of, from, to });
        }
        return;
    };
    compare_texts(of, &had, &has).into_iter().for_each(tell);
}
