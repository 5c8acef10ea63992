//! The mapping of a NATS server that carries former names to new ones.

use std::io::Write;

use anyhow::Result;
use serde_json::{Map, Value, json};
use topics::lock::{ChangeKind, Lock, LockEntry};
use topics::{PlaceholderKind, Template, TemplateSegment};

use crate::source::successor;

/// Writes the mapping of the former names that the lock records, and of the templates of an older lock that are gone;
/// false if one of them is not mapped.
///
/// Where no lock records the successor, it is the nearest template, if that has the same placeholders.
pub(super) fn write(old: &Lock, new: &Lock, as_json: bool, out: &mut impl Write) -> Result<bool> {
    let former = new.former_names().iter();
    let mut renamed: Vec<_> = former
        .map(|name| (name.template(), Some(name.now())))
        .collect();
    for change in old.changes_to(new) {
        if let (Some(before), ChangeKind::Removed { nearest }) = (change.before(), change.kind()) {
            let from = before.template();
            let recorded = successor(old, from).filter(|to| is_declared(new, to));
            renamed.push((from, recorded.or(*nearest)));
        }
    }
    let mut mappings = Map::new();
    let mut is_whole = true;
    for (from, to) in renamed {
        // The server would carry these away too.
        let pattern = from.pattern();
        let mut kept = new.entries().iter().map(LockEntry::template);
        let is_taken =
            |of: &Template<'_>| of.overlaps_pattern(&pattern) && successor(new, *of).is_none();
        if let Some(kept) = kept.find(is_taken) {
            is_whole = false;
            eprintln!("topics: `{pattern}` is not mapped, since it matches topics of `{kept}` too");
            continue;
        }
        match to.and_then(|to| destination(&from, &to)) {
            Some(destination) => {
                mappings.insert(pattern.to_string(), destination.into());
            }
            None => {
                is_whole = false;
                eprintln!("topics: no template of the new lock has the placeholders of `{from}`");
            }
        }
    }
    let mappings = Value::from(mappings);
    if as_json {
        writeln!(out, "{}", json!({ "mappings": mappings }))?;
    } else {
        writeln!(out, "mappings: {mappings:#}")?;
    }
    Ok(is_whole)
}

fn is_declared(lock: &Lock, template: &Template<'_>) -> bool {
    lock.entries()
        .iter()
        .any(|entry| entry.template() == *template)
}

/// The new template with the number of each placeholder in the old one; none if it has other placeholders.
fn destination(from: &Template<'_>, to: &Template<'_>) -> Option<String> {
    let from: Vec<_> = from.placeholders().collect();
    let mut used = 0;
    let mut pieces = Vec::new();
    for segment in to.segments() {
        pieces.push(match &segment {
            TemplateSegment::Literal(text) => (*text).to_owned(),
            TemplateSegment::Placeholder(placeholder) => {
                let place = from.iter().position(|other| other == placeholder)?;
                used += 1;
                match placeholder.kind() {
                    PlaceholderKind::Tail => ">".to_owned(),
                    _ => format!("{{{{wildcard({})}}}}", place + 1),
                }
            }
        });
    }
    (used == from.len()).then(|| pieces.join("."))
}
