//! The mapping of a NATS server that carries the names of an older lock to new ones.

use std::io::Write;

use anyhow::Result;
use serde_json::{Map, Value, json};
use topics::lock::{ChangeKind, Lock};
use topics::{PlaceholderKind, Template, TemplateSegment};

/// Writes the mapping; false if a template of the older lock that is gone is not mapped.
///
/// A successor is the nearest template, if it has the same placeholders.
pub(super) fn write(old: &Lock, new: &Lock, as_json: bool, out: &mut impl Write) -> Result<bool> {
    let mut mappings = Map::new();
    let mut is_whole = true;
    for change in old.changes_to(new) {
        let (Some(before), ChangeKind::Removed { nearest }) = (change.before(), change.kind())
        else {
            continue;
        };
        let from = before.template();
        // The server would carry these away too.
        let pattern = from.pattern();
        let mut entries = new.entries().iter();
        if let Some(kept) = entries.find(|entry| entry.template().overlaps_pattern(&pattern)) {
            is_whole = false;
            let kept = kept.template();
            eprintln!("topics: `{pattern}` is not mapped, since it matches topics of `{kept}` too");
            continue;
        }
        match nearest.and_then(|to| destination(&from, &to)) {
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
