//! From the text of a file to a lock.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::mem;

use super::former_name::FORMER;
use super::known_type::TYPE;
use super::source::Source;
use super::{
    ARROW, FormerName, Lock, LockEntry, LockError, LockErrorKind, LockType, MAGIC, insert, is_word,
};
use crate::template::{Template, Texts, end_before_arrow};

/// The word that begins the entry of a line that says `#[first]`.
pub(super) const FIRST: &str = "first ";

/// What each of the comments begins with that a writer puts below the header.
const OWN_COMMENTS: [&str; 3] = [
    "# What subscribers of `",
    "# `TOPICS_LOCK=update cargo test` writes this file and adds what is new; to retire a topic on",
    "# purpose, delete its line.",
];

pub(super) fn write_own_comments(hierarchy: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let [first, second, third] = OWN_COMMENTS;
    writeln!(
        f,
        "{first}{hierarchy}` rely on: a line that is no longer declared does not compile.\n{second}\n{third}"
    )
}

pub(super) fn lock(text: &str) -> Result<Lock, LockError> {
    let mut lock = Lock::default();
    let mut comments = String::new();
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    for (index, line) in text.lines().enumerate() {
        let (number, line) = (index + 1, line.trim());
        if line.starts_with('#') {
            if !OWN_COMMENTS.iter().any(|own| line.starts_with(own)) {
                comments.push_str(line);
                comments.push('\n');
            }
        } else if !line.is_empty() {
            let source = Source {
                line: number,
                comments: mem::take(&mut comments),
            };
            if let Err(kind) = read(line, source, &mut lock) {
                return Err(LockError::new(number, line, kind));
            }
        }
    }
    if lock.hierarchy.is_none() {
        lock.header.comments = comments;
    } else {
        lock.end.comments = comments;
    }
    Ok(lock)
}

/// Adds what a line says.
fn read(line: &str, source: Source, lock: &mut Lock) -> Result<(), LockErrorKind> {
    if is_conflict_mark(line) {
        return Err(LockErrorKind::Conflict);
    }
    if lock.hierarchy.is_none() {
        lock.hierarchy = Some(header(line)?.into());
        lock.header = source;
        return Ok(());
    }
    let inserted = match entry(line) {
        Ok(mut entry) => {
            entry.source = source;
            let inserted = insert(&mut lock.entries, entry, |entry| entry);
            inserted.map_err(|at| lock.entries[at].source.line)
        }
        Err(_) if line.starts_with(TYPE) => {
            let mut of = lock_type(line).ok_or(LockErrorKind::Type)?;
            of.source = source;
            let inserted = insert(&mut lock.types, of, LockType::name);
            inserted.map_err(|at| lock.types[at].source.line)
        }
        Err(_) if line.starts_with(FORMER) => {
            let mut name = former_name(line).ok_or(LockErrorKind::FormerName)?;
            name.source = source;
            let inserted = insert(&mut lock.former_names, name, FormerName::key);
            inserted.map_err(|at| lock.former_names[at].source.line)
        }
        Err(LockErrorKind::Template(_)) if header(line).is_ok() => {
            return Err(LockErrorKind::SecondHeader);
        }
        Err(kind) => return Err(kind),
    };
    inserted.map_err(|first| LockErrorKind::Duplicate { first })
}

/// The name in the header.
fn header(line: &str) -> Result<&str, LockErrorKind> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let [MAGIC, version, ref names @ ..] = words[..] else {
        return Err(LockErrorKind::Header);
    };
    match (version.parse(), names) {
        (Ok(Lock::VERSION), [name]) if is_word(name) => Ok(name),
        // What else a header of another version holds is that version's affair.
        (Ok(version), _) if version != Lock::VERSION => Err(LockErrorKind::Version(version)),
        _ => Err(LockErrorKind::Header),
    }
}

pub(super) fn entry(line: &str) -> Result<LockEntry, LockErrorKind> {
    // No template has a space there.
    match line.strip_prefix(FIRST) {
        Some(line) => Ok(entry_behind_first(line.trim_start())?.with_first(true)),
        None => entry_behind_first(line),
    }
}

fn entry_behind_first(line: &str) -> Result<LockEntry, LockErrorKind> {
    let line = line.strip_prefix('\\').unwrap_or(line);
    // A type may hold an arrow too, but what is before it is no template then.
    if let Some(at) = end_before_arrow(line) {
        let entry = LockEntry::new(Template::from_checked(&line[..at]));
        let types = &line[at + ARROW.len()..];
        return match reply_arrow(types) {
            Some(at) => Ok(entry
                .with_payload(&types[..at])
                .with_reply(&types[at + 4..])),
            None if types.ends_with(" ->") => Err(LockErrorKind::Reply),
            None => Ok(entry.with_payload(types)),
        };
    }
    match Template::new(line) {
        Ok(template) => Ok(LockEntry::new(template)),
        Err(_) if is_without_payload(line) => Err(LockErrorKind::Payload),
        Err(error) => Err(LockErrorKind::Template(error)),
    }
}

/// Where the payload ends, if a reply follows: at the first ` -> ` outside of brackets. None if the brackets are
/// not in pairs.
pub(super) fn reply_arrow(types: &str) -> Option<usize> {
    let (mut open, mut found, mut before) = (0_usize, None, b' ');
    for (at, byte) in types.bytes().enumerate() {
        match byte {
            b'>' if matches!(before, b'-' | b'=') => {}
            b'<' | b'(' | b'[' | b'{' => open += 1,
            b'>' | b')' | b']' | b'}' => open = open.checked_sub(1)?,
            b' ' if open == 0 && found.is_none() && types[at..].starts_with(" -> ") => {
                found = Some(at);
            }
            _ => {}
        }
        before = byte;
    }
    if open == 0 { found } else { None }
}

/// What a line says about a type. No arrow is in the texts, so the last one is the one before them.
fn lock_type(line: &str) -> Option<LockType> {
    let (name, texts) = line.strip_prefix(TYPE)?.rsplit_once(ARROW)?;
    LockType::new(name, Texts::new(texts.trim_start())?)
}

fn former_name(line: &str) -> Option<FormerName> {
    let line = line.strip_prefix(FORMER)?.trim_start();
    let at = end_before_arrow(line)?;
    let now = Template::new(line[at + ARROW.len()..].trim_start()).ok()?;
    Some(FormerName::new(Template::from_checked(&line[..at]), now))
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
