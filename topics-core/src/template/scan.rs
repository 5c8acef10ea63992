//! The grammar of a template's canonical text, as `const fn`.
//!
//! A literal segment may begin with `<` too (`<` is no forbidden character), but it never holds `>`
//! or a space, so what follows a placeholder's name decides: `>`, `..>` or `: `.

use alloc::vec::Vec;

use super::set::ValueTexts;
use crate::bytes::{follows, part, same};
use crate::error::{Fault, TextErrorKind};
use crate::text;

/// What a segment is, where the name of a placeholder ends, and where the segment ends.
pub(super) type Scanned = (Kind, usize, usize);

#[derive(Clone, Copy, PartialEq)]
pub(super) enum Kind {
    Literal,
    Plain,
    Typed,
    Closed,
    Tail,
}

/// The name of a placeholder.
pub(super) const fn name(text: &str, start: usize, (_, name_end, _): Scanned) -> &str {
    part(text, start + "<".len(), name_end)
}

/// What stands behind the name of a placeholder: a type, or values.
pub(super) const fn spec(text: &str, (_, name_end, end): Scanned) -> &str {
    part(text, name_end + ": ".len(), end - ">".len())
}

/// Checks a text while compiling.
///
/// The names of the placeholders are compared with each other, and so are the values of each closed one, which takes
/// long if there are thousands.
pub(super) const fn check(text: &str) -> Result<(), Fault> {
    check_with(text, true)
}

/// Checks a long text; sorts the values of each closed placeholder to compare them.
pub(super) fn check_sorted(text: &str) -> Result<(), Fault> {
    check_with(text, false)?;
    let mut at = 0;
    while at < text.len() {
        let found = segment(text, at)?;
        let (kind, name_end, end) = found;
        if kind == Kind::Closed
            && let Some(at) = repeated(spec(text, found))
        {
            return Err(malformed(name_end + 2 + at));
        }
        at = end + 1;
    }
    Ok(())
}

/// Where the first value is that stands before it too.
fn repeated(values: &str) -> Option<usize> {
    let (mut values, mut sorted, mut at) = (ValueTexts::of(values), Vec::new(), 0);
    while let Some(value) = values.next() {
        sorted.push((value, at));
        at = values.at;
    }
    sorted.sort_unstable();
    let pairs = sorted.windows(2);
    let repeated = pairs.filter(|pair| pair[0].0 == pair[1].0);
    repeated.map(|pair| pair[1].1).min()
}

const fn check_with(text: &str, compares_values: bool) -> Result<(), Fault> {
    let mut at = 0;
    loop {
        let found = match segment(text, at) {
            Ok(found) => found,
            Err(fault) => return Err(fault),
        };
        let (kind, _, end) = found;
        let checked = match kind {
            Kind::Literal => match text::segment_end(text.as_bytes(), at) {
                Ok(_) => Ok(()),
                Err(fault) => Err(fault),
            },
            _ => check_placeholder(text, at, found, compares_values),
        };
        if let Err(fault) = checked {
            return Err(fault);
        }
        if end == text.len() {
            return Ok(());
        }
        if !follows(text, end, ".") {
            return Err(malformed(end));
        }
        if let Kind::Tail = kind {
            let kind = TextErrorKind::TailNotLast;
            return Err(Fault { kind, at });
        }
        at = end + 1;
    }
}

/// Checks the placeholder at a place.
const fn check_placeholder(
    text: &str,
    at: usize,
    found: Scanned,
    compares_values: bool,
) -> Result<(), Fault> {
    let (name, (kind, name_end, _)) = (name(text, at, found), found);
    if let Err(fault) = check_part(name, at + 1) {
        return Err(fault);
    }
    if is_taken(text, name, at) {
        let (kind, at) = (TextErrorKind::DuplicatePlaceholder, at + 1);
        return Err(Fault { kind, at });
    }
    match kind {
        Kind::Closed => check_values(spec(text, found), name_end + 2, compares_values),
        _ => Ok(()),
    }
}

/// Checks a name or a value, which begins at a place.
const fn check_part(part: &str, from: usize) -> Result<(), Fault> {
    let Err(Fault { kind, at }) = text::check_segment(part.as_bytes()) else {
        return Ok(());
    };
    // Empty is the part, not the text.
    let kind = match kind {
        TextErrorKind::Empty => TextErrorKind::EmptySegment,
        kind => kind,
    };
    let at = from + at;
    Err(Fault { kind, at })
}

/// Checks joined values, and what they were: each a segment, and, if they are compared, no two the same.
pub(super) const fn check_values(text: &str, from: usize, compares: bool) -> Result<(), Fault> {
    let (mut values, mut at) = (ValueTexts::of(text), 0);
    while let Some(value) = values.next() {
        if let Err(fault) = check_part(value, from + at) {
            return Err(fault);
        }
        if compares && ValueTexts::of(part(text, 0, at)).have(value) {
            return Err(malformed(from + at));
        }
        at = values.at;
    }
    Ok(())
}

/// Whether a placeholder before the byte `until` has this name.
const fn is_taken(text: &str, taken: &str, until: usize) -> bool {
    let mut at = 0;
    while at < until {
        let Ok(found) = segment(text, at) else {
            return false;
        };
        if !matches!(found.0, Kind::Literal) && same(taken, name(text, at, found)) {
            return true;
        }
        at = found.2 + 1;
    }
    false
}

/// What the segment that begins at `start` is, and where it ends, whatever the characters in it.
pub(super) const fn segment(text: &str, start: usize) -> Result<Scanned, Fault> {
    let (bytes, mut end) = (text.as_bytes(), start);
    if end < bytes.len() && bytes[end] == b'<' {
        end += 1;
        while end < bytes.len() && !matches!(bytes[end], b'>' | b'.' | b':' | b'<' | b'|' | b' ') {
            end += 1;
        }
        if end > start + 1 {
            if follows(text, end, ">") {
                return Ok((Kind::Plain, end, end + 1));
            }
            if follows(text, end, "..>") {
                return Ok((Kind::Tail, end, end + 3));
            }
            if follows(text, end, ": ") {
                return match kind(text, end + 2) {
                    Some((kind, behind)) => Ok((kind, end, behind)),
                    None => Err(malformed(start)),
                };
            }
        }
    }
    // A literal, which may begin with `<` too.
    while end < bytes.len() && !matches!(bytes[end], b'.' | b' ') {
        end += 1;
    }
    Ok((Kind::Literal, start, end))
}

/// Whether values or a type stand between `: ` and `>`, and where the placeholder ends.
const fn kind(text: &str, start: usize) -> Option<(Kind, usize)> {
    // Values hold no `>`, so theirs end at the first one; a type's own brackets are balanced.
    let (bytes, mut first, mut is_closed) = (text.as_bytes(), start, false);
    while first < bytes.len() && bytes[first] != b'>' {
        is_closed = is_closed || bytes[first] == b' ' && follows(text, first, " | ");
        first += 1;
    }
    if is_closed && first == bytes.len() {
        return None;
    }
    if is_closed {
        return Some((Kind::Closed, first + 1));
    }
    match type_end(bytes, start) {
        Some(end) => Some((Kind::Typed, end + 1)),
        None => None,
    }
}

/// The `>` that ends the type at `start`: not one of its own brackets, and not that of a `->`.
///
/// No type begins with a `=`; were `=` one, `<a: =>` would be read in a lock as `<a:` before an arrow.
const fn type_end(bytes: &[u8], start: usize) -> Option<usize> {
    if start < bytes.len() && bytes[start] == b'=' {
        return None;
    }
    let (mut at, mut open) = (start, 0_usize);
    while at < bytes.len() {
        let (forbidden, width) = text::forbidden(bytes, at);
        match bytes[at] {
            b'<' => open += 1,
            // Before the type there is a space.
            b'>' if bytes[at - 1] == b'-' => {}
            b'>' if open > 0 => open -= 1,
            b'>' if bytes[start] != b' ' && bytes[at - 1] != b' ' => return Some(at),
            b' ' | b'.' | b'*' => {}
            _ if forbidden.is_some() => return None,
            _ => {}
        }
        at += width;
    }
    None
}

/// Where the template ends that a line of a lock begins with, if there is one and an arrow, ` => `, after it.
///
/// What a segment is depends on nothing that follows it, except a `: ` after a literal such as `<a:`.
pub(crate) fn end_before_arrow(text: &str) -> Option<usize> {
    const ARROW: &str = " => ";
    let mut at = 0;
    loop {
        // Up to the first space, a segment that is ended by an arrow is a template's whatever follows.
        let end = match segment(text, at) {
            Ok((_, _, end)) if follows(text, end, ".") => {
                at = end + 1;
                continue;
            }
            Ok((_, _, end)) => end,
            Err(_) => at + text[at..].find(' ')?,
        };
        return (follows(text, end, ARROW) && check(&text[..end]).is_ok()).then_some(end);
    }
}

const fn malformed(at: usize) -> Fault {
    Fault {
        kind: TextErrorKind::Placeholder,
        at,
    }
}

#[cfg(test)]
mod tests;
