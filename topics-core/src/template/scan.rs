//! The grammar of a template's canonical text, as `const fn` over bytes.
//!
//! A literal segment may begin with `<` too (`<` is no forbidden character), but it never holds `>`
//! or a space, so what follows a placeholder's name decides: `>`, `..>` or `: `.

use alloc::vec::Vec;

use super::set::ValueTexts;
use crate::bytes::{follows, part, same};
use crate::error::{Fault, TextErrorKind};
use crate::text;

/// Where something stands: its first byte, and the byte after its last.
type Range = (usize, usize);

/// One segment of a template: its name, or if it has none all of it; what it is; and where it ends.
pub(super) type Scanned = (Range, Kind, usize);

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Kind {
    Literal,
    Plain,
    Typed(Range),
    Closed(Range),
    Tail,
}

/// Checks a text while compiling.
///
/// The names of the placeholders are compared with each other, and so are the values of each closed one, which takes
/// long if there are thousands.
pub(super) const fn check(bytes: &[u8]) -> Result<(), Fault> {
    check_with(bytes, true)
}

/// Checks a long text; sorts the values of each closed placeholder to compare them.
pub(super) fn check_sorted(bytes: &[u8]) -> Result<(), Fault> {
    check_with(bytes, false)?;
    let mut at = 0;
    while at < bytes.len() {
        let (_, kind, end) = segment(bytes, at)?;
        if let Kind::Closed(values) = kind
            && let Some(at) = repeated(bytes, values)
        {
            return Err(malformed(at));
        }
        at = end + 1;
    }
    Ok(())
}

/// Where the first value is that stands before it too.
fn repeated(bytes: &[u8], (from, to): Range) -> Option<usize> {
    let (mut values, mut sorted) = (ValueTexts::of(part(bytes, from, to)), Vec::new());
    let mut at = from;
    while let Some(value) = values.next() {
        sorted.push((value, at));
        at = from + values.at;
    }
    sorted.sort_unstable();
    let pairs = sorted.windows(2);
    let repeated = pairs.filter(|pair| pair[0].0 == pair[1].0);
    repeated.map(|pair| pair[1].1).min()
}

const fn check_with(bytes: &[u8], compares_values: bool) -> Result<(), Fault> {
    let mut at = 0;
    loop {
        let (name, kind, end) = match segment(bytes, at) {
            Ok(found) => found,
            Err(fault) => return Err(fault),
        };
        let checked = match kind {
            Kind::Literal => match text::segment_end(bytes, at) {
                Ok(_) => Ok(()),
                Err(fault) => Err(fault),
            },
            _ => check_part(bytes, name),
        };
        if let Err(fault) = checked {
            return Err(fault);
        }
        if !matches!(kind, Kind::Literal) && is_taken(bytes, name, at) {
            let kind = TextErrorKind::DuplicatePlaceholder;
            return Err(Fault { kind, at: name.0 });
        }
        if let Kind::Closed(values) = kind
            && let Err(fault) = check_values(bytes, values, compares_values)
        {
            return Err(fault);
        }
        if end == bytes.len() {
            return Ok(());
        }
        if bytes[end] != b'.' {
            return Err(malformed(end));
        }
        if let Kind::Tail = kind {
            let kind = TextErrorKind::TailNotLast;
            return Err(Fault { kind, at });
        }
        at = end + 1;
    }
}

/// Checks a name or a value.
const fn check_part(bytes: &[u8], (from, to): Range) -> Result<(), Fault> {
    let Err(Fault { kind, at }) = text::check_segment(part(bytes, from, to)) else {
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
pub(super) const fn check_values(
    bytes: &[u8],
    (from, to): Range,
    compares: bool,
) -> Result<(), Fault> {
    let (mut values, mut at) = (ValueTexts::of(part(bytes, from, to)), from);
    while let Some(value) = values.next() {
        if let Err(fault) = check_part(bytes, (at, at + value.len())) {
            return Err(fault);
        }
        if compares && ValueTexts::of(part(bytes, from, at)).have(value) {
            return Err(malformed(at));
        }
        at = from + values.at;
    }
    Ok(())
}

/// Whether a placeholder before the byte `until` has this name.
const fn is_taken(bytes: &[u8], name: Range, until: usize) -> bool {
    let mut at = 0;
    while at < until {
        match segment(bytes, at) {
            Ok((other, kind, end)) => {
                if !matches!(kind, Kind::Literal)
                    && same(part(bytes, name.0, name.1), part(bytes, other.0, other.1))
                {
                    return true;
                }
                at = end + 1;
            }
            Err(_) => return false,
        }
    }
    false
}

/// What the segment that begins at `start` is, and where it ends, whatever the characters in it.
pub(super) const fn segment(bytes: &[u8], start: usize) -> Result<Scanned, Fault> {
    let mut end = start;
    if follows(bytes, start, b"<") {
        end += 1;
        while end < bytes.len() && !matches!(bytes[end], b'>' | b'.' | b':' | b'<' | b'|' | b' ') {
            end += 1;
        }
        let name = (start + 1, end);
        if end > name.0 {
            if follows(bytes, end, b">") {
                return Ok((name, Kind::Plain, end + 1));
            }
            if follows(bytes, end, b"..>") {
                return Ok((name, Kind::Tail, end + 3));
            }
            if follows(bytes, end, b": ") {
                return spec(bytes, name, end + 2);
            }
        }
    }
    // A literal, which may begin with `<` too.
    while end < bytes.len() && !matches!(bytes[end], b'.' | b' ') {
        end += 1;
    }
    Ok(((start, end), Kind::Literal, end))
}

/// What stands between `: ` and `>`: the values of a closed placeholder, or a type.
const fn spec(bytes: &[u8], name: Range, start: usize) -> Result<Scanned, Fault> {
    // Values hold no `>`, so theirs end at the first one; a type's own brackets are balanced.
    let mut first = start;
    let mut closed = false;
    while first < bytes.len() && bytes[first] != b'>' {
        closed = closed || follows(bytes, first, b" | ");
        first += 1;
    }
    if closed {
        if first == bytes.len() {
            return Err(malformed(name.0 - 1));
        }
        return Ok((name, Kind::Closed((start, first)), first + 1));
    }
    match type_end(bytes, start) {
        Some(end) => Ok((name, Kind::Typed((start, end)), end + 1)),
        None => Err(malformed(name.0 - 1)),
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
            b'>' if at > start && bytes[at - 1] == b'-' => {}
            b'>' if open > 0 => open -= 1,
            b'>' if at > start && bytes[start] != b' ' && bytes[at - 1] != b' ' => return Some(at),
            b'>' => return None,
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
/// What a segment is depends on nothing that follows it, but for a `: ` after a literal such as `<a:`.
pub(crate) fn end_before_arrow(bytes: &[u8]) -> Option<usize> {
    const ARROW: &[u8] = b" => ";
    let mut at = 0;
    loop {
        // Up to the first space, a segment that is ended by an arrow is a template's whatever follows.
        let end = match segment(bytes, at) {
            Ok((_, _, end)) if end < bytes.len() && bytes[end] == b'.' => {
                at = end + 1;
                continue;
            }
            Ok((_, _, end)) if follows(bytes, end, ARROW) => end,
            Ok(_) | Err(_) => at + bytes[at..].iter().position(|byte| *byte == b' ')?,
        };
        return (follows(bytes, end, ARROW) && check(&bytes[..end]).is_ok()).then_some(end);
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
