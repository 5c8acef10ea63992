//! From the text of a file to a lock.

use alloc::vec::Vec;

use super::{ARROW, Lock, LockEntry, LockError, LockErrorKind, LockType, MAGIC, TYPE, is_word};
use crate::segment::Segment;
use crate::template::{Template, end_before_arrow};

pub(super) fn lock(text: &str) -> Result<Lock, LockError> {
    let mut hierarchy = None;
    // Each with the number of its line.
    let mut entries: Vec<(LockEntry, usize)> = Vec::new();
    let mut types: Vec<(LockType, usize)> = Vec::new();
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    for (index, line) in text.lines().enumerate() {
        let (number, line) = (index + 1, line.trim());
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let read = if is_conflict_mark(line) {
            Err(LockErrorKind::Conflict)
        } else if hierarchy.is_none() {
            header(line).map(|name| hierarchy = Some(name.into()))
        } else {
            match entry(line) {
                Ok(entry) => {
                    entries.push((entry, number));
                    Ok(())
                }
                Err(_) if line.starts_with(TYPE) => match lock_type(line) {
                    Some(of) => {
                        types.push((of, number));
                        Ok(())
                    }
                    None => Err(LockErrorKind::Type),
                },
                Err(LockErrorKind::Template(_)) if header(line).is_ok() => {
                    Err(LockErrorKind::SecondHeader)
                }
                Err(kind) => Err(kind),
            }
        };
        read.map_err(|kind| LockError::new(number, line, kind))?;
    }
    entries.sort_unstable();
    types.sort_unstable();
    refuse_twice(
        text,
        &entries,
        |a, b| a == b,
        |first| LockErrorKind::Duplicate { first },
    )?;
    let have_one_name = |a: &LockType, b: &LockType| a.name() == b.name();
    refuse_twice(text, &types, have_one_name, |first| {
        LockErrorKind::DuplicateType { first }
    })?;
    let (entries, lines) = entries.into_iter().unzip();
    let (types, type_lines) = types.into_iter().unzip();
    Ok(Lock {
        hierarchy,
        entries,
        lines,
        types,
        type_lines,
    })
}

/// Refuses the later of two lines that say the same; they stand side by side in what was sorted.
fn refuse_twice<T>(
    text: &str,
    sorted: &[(T, usize)],
    are_same: impl Fn(&T, &T) -> bool,
    kind: impl Fn(usize) -> LockErrorKind,
) -> Result<(), LockError> {
    for pair in sorted.windows(2) {
        if let [(a, one), (b, other)] = pair
            && are_same(a, b)
        {
            let (first, second) = (*one.min(other), *one.max(other));
            let line = text.lines().nth(second - 1).unwrap_or_default().trim();
            return Err(LockError::new(second, line, kind(first)));
        }
    }
    Ok(())
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
    if let Some(at) = end_before_arrow(line.as_bytes()) {
        let (template, payload) = (&line[..at], &line[at + ARROW.len()..]);
        return Ok(LockEntry::new(Template::from_checked(template)).with_payload(payload));
    }
    match Template::new(line) {
        Ok(template) => Ok(LockEntry::new(template)),
        Err(_) if is_without_payload(line) => Err(LockErrorKind::Payload),
        Err(error) => Err(LockErrorKind::Template(error)),
    }
}

/// What a line says about a type. Texts hold no `>`, so the last arrow is the one before them.
fn lock_type(line: &str) -> Option<LockType> {
    let (name, texts) = line.strip_prefix(TYPE)?.rsplit_once(ARROW)?;
    let texts = texts.trim_start().split(" | ").map(Segment::new);
    LockType::new(name, texts.collect::<Result<Vec<_>, _>>().ok()?)
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

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString as _;
    use alloc::{format, string::String};

    /// What a template and an arrow are made of, and what looks like it.
    const TOKENS: [&str; 16] = [
        "a", "b", "<", "<a", ":", ": ", "=", "=>", " => ", ">", ".", "..>", " | ", "-", " ", "\\",
    ];

    /// Visits every text of up to so many tokens.
    fn for_each_text(tokens: usize, text: &mut String, visit: &mut impl FnMut(&str)) {
        visit(text);
        if tokens > 0 {
            for token in TOKENS {
                let length = text.len();
                text.push_str(token);
                for_each_text(tokens - 1, text, visit);
                text.truncate(length);
            }
        }
    }

    /// The rule as the documentation has it: the first arrow before which there is a template.
    fn first_arrow(line: &str) -> Option<usize> {
        let mut arrows = (0..line.len()).filter(|at| line[*at..].starts_with(ARROW));
        arrows.find(|at| Template::new(&line[..*at]).is_ok())
    }

    #[test]
    fn one_look_finds_the_arrow() {
        for_each_text(5, &mut String::new(), &mut |text| {
            assert_eq!(
                end_before_arrow(text.as_bytes()),
                first_arrow(text),
                "{text:?}"
            );
            let line = format!("{text} => b");
            assert_eq!(
                end_before_arrow(line.as_bytes()),
                first_arrow(&line),
                "{line:?}"
            );
        });
    }

    /// Whatever is a template can be written down, with whatever payload.
    #[test]
    fn every_entry_is_read_as_it_was_written() {
        for_each_text(5, &mut String::new(), &mut |text| {
            let Ok(template) = Template::new(text) else {
                return;
            };
            for payload in [
                "", "P", "=>", "=> P", "-<x->", "a => b", "| b>", ">.c => d", "\\",
            ] {
                let entry = LockEntry::new(template).with_payload(payload);
                let lock = Lock::new("BusTopic", [entry]).expect("a name");
                assert_eq!(Lock::parse(&lock.to_string()).as_ref(), Ok(&lock), "{lock}");
            }
        });
    }

    /// As fast as the line is long: were each arrow looked at by itself, this would take minutes.
    #[test]
    fn a_line_of_nothing_but_arrows_is_read() {
        let arrows = " => ".repeat(200_000);
        for line in [
            format!("a{arrows}b"),
            format!("<a: Of<b{arrows}"),
            format!("a b{arrows}c"),
        ] {
            let is_entry = line.starts_with("a =");
            assert_eq!(entry(&line).is_ok(), is_entry);
        }
    }
}
