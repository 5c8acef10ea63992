//! What a new lock adds, and whom it breaks.

use std::io::{self, Write};

use anyhow::Result;
use serde_json::json;
use topics::lock::{Change, ChangeKind};

use crate::arguments::DiffFormat;
use crate::source;

/// Who has to act on a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whom {
    /// Programs that subscribe by the old lock.
    Subscribers,
    /// Programs that publish or request by the old lock.
    Publishers,
    /// Only the source of a program that uses the declaration.
    Code,
}

impl Whom {
    const ALL: [Self; 3] = [Self::Subscribers, Self::Publishers, Self::Code];

    fn name(self) -> &'static str {
        match self {
            Self::Subscribers => "subscribers",
            Self::Publishers => "publishers",
            Self::Code => "code",
        }
    }
}

/// Whom a change breaks.
fn whom(change: &Change<'_>) -> &'static [Whom] {
    match change.kind() {
        // A payload is read by subscribers, and a reply by whoever published the request.
        ChangeKind::PayloadRemoved { .. } | ChangeKind::PayloadChanged { .. } => {
            &[Whom::Subscribers]
        }
        ChangeKind::ReplyRemoved { .. } | ChangeKind::ReplyChanged { .. } => &[Whom::Publishers],
        _ if change.is_breaking() => &[Whom::Subscribers, Whom::Publishers],
        ChangeKind::HierarchyRenamed { .. }
        | ChangeKind::PlaceholderRenamed { .. }
        | ChangeKind::TypeRespelled { .. } => &[Whom::Code],
        _ => &[],
    }
}

/// Compares two locks; true if nothing breaks.
pub(crate) fn run(
    old: &str,
    new: &str,
    format: DiffFormat,
    as_json: bool,
    out: &mut impl Write,
) -> Result<bool> {
    let (old_lock, new_lock) = (source::old_lock(old, new)?, source::lock(new)?);
    let changes = old_lock.changes_to(&new_lock);
    match format {
        _ if as_json => write_json(&changes, out)?,
        DiffFormat::Text => write_text(&changes, old, out)?,
        DiffFormat::Github => write_annotations(&changes, new, out)?,
    }
    Ok(!changes.iter().any(Change::is_breaking))
}

fn write_json(changes: &[Change<'_>], out: &mut impl Write) -> io::Result<()> {
    for change in changes {
        let whom: Vec<_> = whom(change).iter().map(|whom| whom.name()).collect();
        let value = json!({
            "change": change.to_string(),
            "breaking": change.is_breaking(),
            "breaks": whom,
            "line": change.line(),
            "before": change.before().map(ToString::to_string),
            "after": change.after().map(ToString::to_string),
        });
        writeln!(out, "{value}")?;
    }
    Ok(())
}

/// A group for each of those that have to act, and one for all other changes.
fn write_text(changes: &[Change<'_>], old: &str, out: &mut impl Write) -> io::Result<()> {
    for group in Whom::ALL {
        let mut in_group = changes
            .iter()
            .filter(|change| whom(change).contains(&group));
        let Some(first) = in_group.next() else {
            continue;
        };
        writeln!(out, "Breaks {}", group.name())?;
        for change in [first].into_iter().chain(in_group) {
            match change.line() {
                Some(line) => writeln!(out, "  {old}:{line}: {change}")?,
                None => writeln!(out, "  {change}")?,
            }
        }
    }
    let mut others = changes.iter().filter(|change| whom(change).is_empty());
    if let Some(first) = others.next() {
        writeln!(out, "Compatible")?;
        for change in [first].into_iter().chain(others) {
            writeln!(out, "  {change}")?;
        }
    }
    let breaking = changes.iter().filter(|change| change.is_breaking()).count();
    let compatible = changes.len() - breaking;
    writeln!(out, "{breaking} breaking, {compatible} compatible")
}

/// An annotation of the new lock for each change.
fn write_annotations(changes: &[Change<'_>], new: &str, out: &mut impl Write) -> io::Result<()> {
    for change in changes {
        let level = if change.is_breaking() {
            "error"
        } else {
            "notice"
        };
        let whom: Vec<_> = whom(change).iter().map(|whom| whom.name()).collect();
        let title = if whom.is_empty() {
            "compatible".to_owned()
        } else {
            format!("breaks {}", whom.join(" and "))
        };
        let (file, message) = (property(new), data(&change.to_string()));
        writeln!(out, "::{level} file={file},title={title}::{message}")?;
    }
    Ok(())
}

/// Escapes a message as the commands of a workflow want it.
fn data(text: &str) -> String {
    let text = text.replace('%', "%25");
    text.replace('\r', "%0D").replace('\n', "%0A")
}

/// The same for the value of a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
