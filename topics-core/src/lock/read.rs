//! From the text of a file to a lock.

use alloc::collections::BTreeMap;

use super::{ARROW, Lock, LockEntry, LockError, LockErrorKind, MAGIC, is_word};
use crate::template::Template;

pub(super) fn lock(text: &str) -> Result<Lock, LockError> {
    let mut hierarchy = None;
    // Sorted by the entry, as the lock is; the values are the lines.
    let mut entries = BTreeMap::new();
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    for (index, line) in text.lines().enumerate() {
        let (number, line) = (index + 1, line.trim());
        let refuse = |kind| Err(LockError::new(number, line, kind));
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if is_conflict_mark(line) {
            return refuse(LockErrorKind::Conflict);
        }
        if hierarchy.is_none() {
            match header(line) {
                Ok(name) => hierarchy = Some(name.into()),
                Err(kind) => return refuse(kind),
            }
            continue;
        }
        match entry(line) {
            Ok(entry) => {
                if let Some(first) = entries.insert(entry, number) {
                    return refuse(LockErrorKind::Duplicate { first });
                }
            }
            Err(LockErrorKind::Template(_)) if header(line).is_ok() => {
                return refuse(LockErrorKind::SecondHeader);
            }
            Err(kind) => return refuse(kind),
        }
    }
    let (entries, lines) = entries.into_iter().unzip();
    Ok(Lock {
        hierarchy,
        entries,
        lines,
    })
}

/// The name in the header.
fn header(line: &str) -> Result<&str, LockErrorKind> {
    let mut words = line.split_whitespace();
    let version = match (words.next(), words.next()) {
        (Some(MAGIC), Some(version)) => version.parse::<u32>(),
        _ => return Err(LockErrorKind::Header),
    };
    match version {
        Ok(Lock::VERSION) => {}
        // What else a header of another version holds is that version's affair.
        Ok(version) => return Err(LockErrorKind::Version(version)),
        Err(_) => return Err(LockErrorKind::Header),
    }
    match (words.next(), words.next()) {
        (Some(name), None) if is_word(name) => Ok(name),
        _ => Err(LockErrorKind::Header),
    }
}

fn entry(line: &str) -> Result<LockEntry, LockErrorKind> {
    let line = line.strip_prefix('\\').unwrap_or(line);
    // A type may hold an arrow too, but what is before it is no template then.
    for (at, _) in line.match_indices(ARROW) {
        let (before, after) = (&line[..at], &line[at + ARROW.len()..]);
        if let Ok(template) = Template::new(before) {
            return Ok(LockEntry::new(template).with_payload(after));
        }
    }
    match Template::new(line) {
        Ok(template) => Ok(LockEntry::new(template)),
        Err(_) if is_without_payload(line) => Err(LockErrorKind::Payload),
        Err(error) => Err(LockErrorKind::Template(error)),
    }
}

/// Whether a line, which has lost the whitespace at its end, ends with an arrow.
fn is_without_payload(line: &str) -> bool {
    let template = line.strip_suffix(ARROW.trim_end());
    template.is_some_and(|template| Template::new(template).is_ok())
}

/// Whether a template would be read as something else if it stood at the beginning of a line.
pub(super) fn needs_escape(template: &str) -> bool {
    template.starts_with(['#', '\\']) || is_conflict_mark(template)
}

fn is_conflict_mark(line: &str) -> bool {
    let marks = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];
    marks.iter().any(|mark| line.starts_with(mark))
}
