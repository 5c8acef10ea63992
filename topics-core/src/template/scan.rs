//! The grammar of a template's canonical text, as `const fn` over bytes.
//!
//! A literal segment may begin with `<` too (`<` is no forbidden character), but it never holds `>`
//! or a space, so what follows a placeholder's name decides: `>`, `..>` or `: `.

use alloc::vec::Vec;

use super::set::separator;
use crate::bytes::{self, follows, part};
use crate::error::{Fault, TextErrorKind};
use crate::text;

/// Where something stands: its first byte, and the byte after its last.
type Range = (usize, usize);

/// What one segment of a template was found to be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Scanned {
    Literal,
    Plain { name: Range },
    Typed { name: Range, of: Range },
    Closed { name: Range, values: Range },
    Tail { name: Range },
}

impl Scanned {
    const fn name(self) -> Option<Range> {
        match self {
            Self::Literal => None,
            Self::Plain { name }
            | Self::Typed { name, .. }
            | Self::Closed { name, .. }
            | Self::Tail { name } => Some(name),
        }
    }
}

/// Checks a text while compiling. The values of each closed placeholder are compared with each other, which
/// takes long where they are thousands.
pub(super) const fn check(bytes: &[u8]) -> Result<(), Fault> {
    check_with(bytes, true)
}

/// Checks a long text; the values of each closed placeholder are sorted to compare them.
pub(super) fn check_sorted(bytes: &[u8]) -> Result<(), Fault> {
    check_with(bytes, false)?;
    let mut at = 0;
    while at < bytes.len() {
        let (scanned, end) = segment(bytes, at)?;
        if let Scanned::Closed { values, .. } = scanned
            && let Some(at) = repeated(bytes, values)
        {
            return Err(malformed(at));
        }
        at = end + 1;
    }
    Ok(())
}

/// Where a value is that stands before it too, the first such.
fn repeated(bytes: &[u8], values: Range) -> Option<usize> {
    let mut sorted = Vec::new();
    let mut at = values.0;
    while at < values.1 {
        let end = value_end(bytes, at, values.1);
        sorted.push((part(bytes, at, end), at));
        at = next_value(bytes, end, values.1);
    }
    sorted.sort_unstable();
    let pairs = sorted.windows(2);
    let repeated = pairs.filter_map(|pair| match pair {
        [(one, _), (other, at)] if one == other => Some(*at),
        _ => None,
    });
    repeated.min()
}

const fn check_with(bytes: &[u8], compares_values: bool) -> Result<(), Fault> {
    let mut at = 0;
    loop {
        let (scanned, end) = match segment(bytes, at) {
            Ok(found) => found,
            Err(fault) => return Err(fault),
        };
        if let Some(name) = scanned.name()
            && is_taken(bytes, name, at)
        {
            let kind = TextErrorKind::DuplicatePlaceholder;
            return Err(Fault { kind, at: name.0 });
        }
        if let Scanned::Closed { values, .. } = scanned
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
        if let Scanned::Tail { .. } = scanned {
            let kind = TextErrorKind::TailNotLast;
            return Err(Fault { kind, at });
        }
        at = end + 1;
    }
}

/// Whether a placeholder before the byte `until` has this name.
const fn is_taken(bytes: &[u8], name: Range, until: usize) -> bool {
    let mut at = 0;
    while at < until {
        match segment(bytes, at) {
            Ok((scanned, end)) => {
                if let Some(other) = scanned.name()
                    && same(bytes, name, other)
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

const fn same(bytes: &[u8], a: Range, b: Range) -> bool {
    bytes::same(part(bytes, a.0, a.1), part(bytes, b.0, b.1))
}

/// Reads the segment at `start`, and says where it ends: in a checked text at a dot, or at the end.
///
/// This runs for every segment of every text that is matched, so what compares one part of the
/// template with another is left to [`check`].
pub(super) const fn segment(bytes: &[u8], start: usize) -> Result<(Scanned, usize), Fault> {
    match placeholder(bytes, start) {
        Ok(None) => match text::segment_end(bytes, start) {
            Ok(end) => Ok((Scanned::Literal, end)),
            Err(fault) => Err(fault),
        },
        Ok(Some(found)) => Ok(found),
        Err(fault) => Err(fault),
    }
}

/// The segment at `start` of a checked text, without checking it again; `None` is never the answer.
pub(super) const fn checked(bytes: &[u8], start: usize) -> Option<(Scanned, usize)> {
    let mut at = start;
    if bytes[start] == b'<' {
        at += 1;
        while at < bytes.len() && !matches!(bytes[at], b'>' | b'.' | b':' | b'<' | b'|') {
            at += 1;
        }
        let name = (start + 1, at);
        if at < bytes.len() && bytes[at] == b'>' {
            return Some((Scanned::Plain { name }, at + 1));
        }
        if at + 1 < bytes.len() && bytes[at] == b':' && bytes[at + 1] == b' ' {
            let start = at + 2;
            let mut closed = false;
            while at < bytes.len() && bytes[at] != b'>' {
                closed |= at >= start && follows(bytes, at, b" | ");
                at += 1;
            }
            // The brackets of a type are its own, and take a closer look.
            if closed {
                let values = (start, at);
                return Some((Scanned::Closed { name, values }, at + 1));
            }
        }
        return match segment(bytes, start) {
            Ok(found) => Some(found),
            Err(_) => None,
        };
    }
    while at < bytes.len() && bytes[at] != b'.' {
        at += 1;
    }
    Some((Scanned::Literal, at))
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
            Ok((_, end)) if end < bytes.len() && bytes[end] == b'.' => {
                at = end + 1;
                continue;
            }
            Ok((_, end)) if follows(bytes, end, ARROW) => end,
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

const fn placeholder(bytes: &[u8], start: usize) -> Result<Option<(Scanned, usize)>, Fault> {
    if start >= bytes.len() || bytes[start] != b'<' {
        return Ok(None);
    }
    let name = (start + 1, name_end(bytes, start + 1));
    let after = name.1;
    if after == bytes.len() {
        return Ok(None);
    }
    match bytes[after] {
        b'>' if after > name.0 => Ok(Some((Scanned::Plain { name }, after + 1))),
        b'.' if follows(bytes, after, b"..>") && after > name.0 => {
            Ok(Some((Scanned::Tail { name }, after + 3)))
        }
        b':' if follows(bytes, after, b": ") && after > name.0 => {
            match spec(bytes, name, after + 2) {
                Ok(found) => Ok(Some(found)),
                Err(fault) => Err(fault),
            }
        }
        // A literal that begins with `<`; what is wrong with it, if anything, its own check says.
        _ => Ok(None),
    }
}

const fn name_end(bytes: &[u8], mut at: usize) -> usize {
    while at < bytes.len() && !matches!(bytes[at], b':' | b'<' | b'|') {
        match text::forbidden(bytes, at) {
            (None, width) => at += width,
            (Some(_), _) => break,
        }
    }
    at
}

/// What stands between `: ` and `>`: the values of a closed placeholder, or a type.
const fn spec(bytes: &[u8], name: Range, start: usize) -> Result<(Scanned, usize), Fault> {
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
        let values = (start, first);
        return Ok((Scanned::Closed { name, values }, first + 1));
    }
    match type_end(bytes, start) {
        Some(end) => {
            let of = (start, end);
            Ok((Scanned::Typed { name, of }, end + 1))
        }
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

/// Checks joined values, and what they were: each a segment, and, if they are compared, no two the same.
pub(super) const fn check_values(bytes: &[u8], values: Range, compares: bool) -> Result<(), Fault> {
    let mut at = values.0;
    loop {
        let value = (at, value_end(bytes, at, values.1));
        let only = part(bytes, value.0, value.1);
        if let Err(Fault { kind, at: inner }) = text::check_segment(only) {
            // Empty is the value, not the text.
            let kind = match kind {
                TextErrorKind::Empty => TextErrorKind::EmptySegment,
                kind => kind,
            };
            return Err(Fault {
                kind,
                at: at + inner,
            });
        }
        let mut earlier = values.0;
        while compares && earlier < at {
            let end = value_end(bytes, earlier, values.1);
            if same(bytes, (earlier, end), value) {
                return Err(malformed(at));
            }
            earlier = next_value(bytes, end, values.1);
        }
        if value.1 == values.1 {
            return Ok(());
        }
        at = next_value(bytes, value.1, values.1);
    }
}

pub(super) const fn value_end(bytes: &[u8], mut at: usize, end: usize) -> usize {
    while at < end && separator(bytes, at) == 0 {
        at += 1;
    }
    at
}

/// Where the value begins that is next behind one that ends here; `end` if it is the last.
const fn next_value(bytes: &[u8], at: usize, end: usize) -> usize {
    if at < end {
        at + separator(bytes, at)
    } else {
        end
    }
}

#[cfg(test)]
mod tests;
