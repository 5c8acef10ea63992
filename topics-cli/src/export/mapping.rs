//! The mapping of a NATS server that carries former names to new ones.

use std::io::Write;

use anyhow::Result;
use serde_json::{Map, Value, json};
use topics::lock::{ChangeKind, Lock, LockEntry};
use topics::{Pattern, PlaceholderKind, Template, TemplateSegment};

use crate::former::{successor, values};

/// Writes the mapping of the former names and values that the lock records, and of the templates of an older lock that
/// are gone; false if one of them is not mapped.
///
/// Where no lock records the successor, it is the nearest template, if that has the same placeholders.
pub(super) fn write(old: &Lock, new: &Lock, as_json: bool, out: &mut impl Write) -> Result<bool> {
    let of_template = |from: Template<'_>, to: Option<Template<'_>>| {
        (from.pattern(), to.and_then(|to| destination(&from, &to)))
    };
    let former = new.former_names().iter();
    let former = former.map(|name| {
        (
            name.template(),
            of_template(name.template(), Some(name.now())),
        )
    });
    let changes = old.changes_to(new);
    let removed = changes.iter().filter_map(|change| {
        let (from, ChangeKind::Removed { nearest }) = (change.before()?.template(), change.kind())
        else {
            return None;
        };
        let is_declared =
            |to: &Template<'_>| new.entries().iter().any(|entry| entry.template() == *to);
        let to = successor(old, from).filter(is_declared).or(*nearest);
        Some((from, of_template(from, to)))
    });
    let of_values = new.entries().iter().map(LockEntry::template);
    let of_values =
        of_values.flat_map(|of| former_values(new, of).into_iter().map(move |to| (of, to)));

    let mut mappings = Map::new();
    let mut is_whole = true;
    for (from, (pattern, destination)) in former.chain(removed).chain(of_values) {
        // The server would carry these away too.
        let mut kept = new.entries().iter().map(LockEntry::template);
        let is_taken = |of: &Template<'_>| {
            *of != from && of.overlaps_pattern(&pattern) && successor(new, *of).is_none()
        };
        if let Some(kept) = kept.find(is_taken) {
            is_whole = false;
            eprintln!("topics: `{pattern}` is not mapped, since it matches topics of `{kept}` too");
            continue;
        }
        match destination {
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

/// For each former text of a value the topics of a template that have it, and what these are with the new text.
fn former_values(lock: &Lock, template: Template<'_>) -> Vec<(Pattern<'static>, Option<String>)> {
    if successor(lock, template).is_some() {
        return Vec::new();
    }
    let mut mapped = Vec::new();
    for (place, segment) in template.segments().enumerate() {
        let TemplateSegment::Placeholder(placeholder) = segment else {
            continue;
        };
        for (now, former) in values(lock, placeholder.kind()) {
            let (mut from, mut to, mut wildcards) = (Vec::new(), Vec::new(), 0);
            for (other, segment) in template.segments().enumerate() {
                let (before, after) = match &segment {
                    _ if other == place => (former, now.to_owned()),
                    TemplateSegment::Literal(text) => (*text, (*text).to_owned()),
                    TemplateSegment::Placeholder(of) if *of.kind() == PlaceholderKind::Tail => {
                        (">", ">".to_owned())
                    }
                    TemplateSegment::Placeholder(_) => {
                        wildcards += 1;
                        ("*", wildcard(wildcards))
                    }
                };
                from.push(before);
                to.push(after);
            }
            let from = Pattern::new(from.join(".")).ok();
            mapped.extend(from.map(|from| (from, Some(to.join(".")))));
        }
    }
    mapped
}

/// What the server puts the text of a wildcard for.
fn wildcard(number: usize) -> String {
    format!("{{{{wildcard({number})}}}}")
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
                    _ => wildcard(place + 1),
                }
            }
        });
    }
    (used == from.len()).then(|| pieces.join("."))
}
