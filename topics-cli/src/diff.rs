//! What a new lock adds, and whom it breaks.

use std::io::{self, Write};

use anyhow::Result;
use console::style;
use serde_json::json;
use topics::lock::{Change, ChangeKind, Lock, same_type};
use topics_schema::{Effect, ShapeChange};

use crate::arguments::DiffFormat;
use crate::source;
use crate::terminal::{hang, width};

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
        ChangeKind::PayloadChanged { from: Some(_), .. } => &[Whom::Subscribers],
        ChangeKind::ReplyChanged { from: Some(_), .. } => &[Whom::Publishers],
        _ if change.is_breaking() => &[Whom::Subscribers, Whom::Publishers],
        ChangeKind::HierarchyRenamed { .. }
        | ChangeKind::PlaceholderRenamed { .. }
        | ChangeKind::TypeRespelled { .. } => &[Whom::Code],
        _ => &[],
    }
}

/// Whom a change of a payload's shape breaks. A payload is read by subscribers, a reply by publishers.
fn whom_of_shape(change: &ShapeChange, lock: &Lock) -> &'static [Whom] {
    let is = |of: Option<&str>| of.is_some_and(|of| same_type(of, change.payload()));
    let is_payload = lock.entries().iter().any(|entry| is(entry.payload()));
    let is_reply = lock.entries().iter().any(|entry| is(entry.reply()));
    match (change.effect(), is_payload, is_reply) {
        (Effect::Rewords | Effect::Adds, ..) => &[],
        (Effect::BreaksReaders, true, false) | (Effect::BreaksWriters, false, true) => {
            &[Whom::Subscribers]
        }
        (Effect::BreaksWriters, true, false) | (Effect::BreaksReaders, false, true) => {
            &[Whom::Publishers]
        }
        _ => &[Whom::Subscribers, Whom::Publishers],
    }
}

/// A change of a lock, or of the shapes beside it.
struct Told {
    sentence: String,
    whom: &'static [Whom],
    is_breaking: bool,
    line: Option<usize>,
    before: Option<String>,
    after: Option<String>,
}

impl Told {
    fn of_lock(change: &Change<'_>) -> Self {
        Self {
            sentence: change.to_string(),
            whom: whom(change),
            is_breaking: change.is_breaking(),
            line: change.line(),
            before: change.before().map(ToString::to_string),
            after: change.after().map(ToString::to_string),
        }
    }

    fn of_shape(change: &ShapeChange, lock: &Lock) -> Self {
        Self {
            sentence: change.to_string(),
            whom: whom_of_shape(change, lock),
            is_breaking: change.is_breaking(),
            line: None,
            before: None,
            after: None,
        }
    }

    fn names(&self) -> Vec<&'static str> {
        self.whom.iter().map(|whom| whom.name()).collect()
    }
}

/// Compares two locks; true if neither subscribers nor publishers break.
pub(crate) fn run(
    old: &str,
    new: &str,
    format: DiffFormat,
    as_json: bool,
    out: &mut impl Write,
) -> Result<bool> {
    let (old_lock, new_lock) = (source::old_lock(old, new)?, source::lock(new)?);
    let (old_shapes, new_shapes) = (source::old_shapes(old, new)?, source::shapes(new)?);
    let payloads = new_lock.payload_types();
    let in_use = |payload: &str| payloads.iter().any(|of| same_type(of, payload));
    let shapes = old_shapes.changes_to(&new_shapes, in_use);
    let changes = old_lock.changes_to(&new_lock);
    let changes: Vec<Told> = changes
        .iter()
        .map(Told::of_lock)
        .chain(
            shapes
                .iter()
                .map(|change| Told::of_shape(change, &old_lock)),
        )
        .collect();
    match format {
        _ if as_json => write_json(&changes, out)?,
        DiffFormat::Text => write_text(&changes, &name_of(old, new), out)?,
        DiffFormat::Github => write_annotations(&changes, new, out)?,
    }
    Ok(!changes.iter().any(|change| change.is_breaking))
}

/// What to call the old lock: git writes a file at a revision like this.
fn name_of(old: &str, new: &str) -> String {
    match old.strip_prefix("git:") {
        Some(revision) => format!("{revision}:{new}"),
        None => old.to_owned(),
    }
}

fn write_json(changes: &[Told], out: &mut impl Write) -> io::Result<()> {
    for change in changes {
        let value = json!({
            "change": change.sentence,
            "breaking": change.is_breaking,
            "breaks": change.names(),
            "line": change.line,
            "before": change.before,
            "after": change.after,
        });
        writeln!(out, "{value}")?;
    }
    Ok(())
}

/// A group for each of those that have to act, and one for all other changes.
fn write_text(changes: &[Told], old: &str, out: &mut impl Write) -> io::Result<()> {
    let groups = Whom::ALL.map(Some).into_iter().chain([None]);
    for group in groups {
        let is_in_group = |change: &&Told| match group {
            Some(group) => change.whom.contains(&group),
            None => change.whom.is_empty(),
        };
        for (place, change) in changes.iter().filter(is_in_group).enumerate() {
            match group {
                _ if place > 0 => {}
                Some(group) => {
                    writeln!(
                        out,
                        "{}",
                        style(format_args!("Breaks {}", group.name())).red().bold()
                    )?;
                }
                None => writeln!(out, "{}", style("Compatible").green().bold())?,
            }
            let place = change.line.filter(|_| group.is_some());
            let place = place.map_or(String::new(), |line| format!("{old}:{line}: "));
            writeln!(
                out,
                "{}",
                hang(&format!("  {place}{}", change.sentence), 4, width())
            )?;
        }
    }
    let breaking = changes.iter().filter(|change| change.is_breaking).count();
    let compatible = changes.iter().filter(|change| change.whom.is_empty());
    let compatible = compatible.count();
    write!(out, "{breaking} breaking, ")?;
    match changes.len() - breaking - compatible {
        0 => {}
        code => write!(out, "{code} breaking only code, ")?,
    }
    writeln!(out, "{compatible} compatible")
}

/// An annotation of the new lock for each change.
fn write_annotations(changes: &[Told], new: &str, out: &mut impl Write) -> io::Result<()> {
    for change in changes {
        let level = if change.is_breaking {
            "error"
        } else {
            "notice"
        };
        let title = match change.names().join(" and ") {
            nobody if nobody.is_empty() => "compatible".to_owned(),
            names => format!("breaks {names}"),
        };
        let (file, message) = (property(new), data(&change.sentence));
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
