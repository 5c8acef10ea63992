//! Which topics subscriptions receive.

use std::io::Write;

use anyhow::Result;
use console::style;
use serde_json::json;
use topics::lock::{Lock, LockEntry};
use topics::{Pattern, PlaceholderKind, Template};

use crate::concrete::overlaps;
use crate::names::wins;
use crate::source;
use crate::terminal::{hang, heading, section, width};

/// Whether a subscription receives a topic that is read as one of this entry.
fn receives(pattern: &Pattern<'static>, entry: &LockEntry, lock: &Lock) -> bool {
    let template = entry.template();
    let Some(both) = pattern.intersection(&template.pattern()) else {
        return false;
    };
    let is_taken = |other: &LockEntry| {
        let mut kinds = other.template().placeholders();
        let takes_any = |kind: &PlaceholderKind<'_>| {
            matches!(kind, PlaceholderKind::Plain | PlaceholderKind::Tail)
        };
        kinds.all(|placeholder| takes_any(placeholder.kind()))
            && other.template().pattern().covers(&both)
            && wins(other, entry)
    };
    overlaps(lock, &template, pattern) && !lock.entries().iter().any(is_taken)
}

/// Lists the templates of each pattern, the overlaps of patterns, and the templates of none; true if each pattern has
/// a template.
pub(crate) fn run(
    lock: &str,
    patterns: &[Pattern<'static>],
    as_json: bool,
    out: &mut impl Write,
) -> Result<bool> {
    let lock = source::lock(lock)?;
    let templates: Vec<Template<'_>> = lock.entries().iter().map(|e| e.template()).collect();
    let mut is_yes = true;
    for pattern in patterns {
        let received: Vec<_> = lock
            .entries()
            .iter()
            .filter(|entry| receives(pattern, entry, &lock))
            .map(|entry| entry.template().as_str())
            .collect();
        is_yes &= !received.is_empty();
        if as_json {
            writeln!(
                out,
                "{}",
                json!({ "pattern": pattern.as_str(), "receives": received })
            )?;
            continue;
        }
        writeln!(out, "{}", heading(pattern.as_str()))?;
        if received.is_empty() {
            writeln!(out, "  {}", style("receives nothing").red())?;
            let nearest = topics::nearest(&templates, pattern.as_str());
            if let Some(nearest) = nearest {
                writeln!(out, "  the nearest is {nearest}")?;
            }
        }
        for template in received {
            writeln!(out, "{}", hang(&format!("  {template}"), 4, width()))?;
        }
    }
    let pairs = patterns.iter().enumerate().flat_map(|(place, one)| {
        let others = patterns[place + 1..].iter();
        others
            .filter(|other| one.overlaps(other))
            .map(move |other| (one, other))
    });
    let missed = templates
        .iter()
        .filter(|template| !template.is_covered_by(patterns));
    if as_json {
        for (one, other) in pairs {
            writeln!(
                out,
                "{}",
                json!({ "overlap": [one.as_str(), other.as_str()] })
            )?;
        }
        for template in missed {
            writeln!(out, "{}", json!({ "missed": template.as_str() }))?;
        }
    } else {
        let pairs = pairs.map(|(one, other)| format!("{one} and {other}"));
        section("Overlapping patterns", pairs, out)?;
        section("Templates that are not fully received", missed, out)?;
    }
    Ok(is_yes)
}
