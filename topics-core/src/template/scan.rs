//! The grammar of a template's canonical text, as `const fn` over bytes.
//!
//! A literal segment may begin with `<` too (`<` is no forbidden character), but it never holds `>`
//! or a space, so what follows a placeholder's name decides: `>`, `..>` or `: `.

use crate::error::{Fault, TextErrorKind};
use crate::text;

/// Where something stands: its first byte, and the byte after its last.
type Range = (usize, usize);

/// What one segment of a template was found to be.
#[derive(Clone, Copy)]
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

pub(super) const fn check(bytes: &[u8]) -> Result<(), Fault> {
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
            && let Err(fault) = check_values(bytes, values)
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
    if a.1 - a.0 != b.1 - b.0 {
        return false;
    }
    let mut offset = 0;
    while a.0 + offset < a.1 {
        if bytes[a.0 + offset] != bytes[b.0 + offset] {
            return false;
        }
        offset += 1;
    }
    true
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

const fn follows(bytes: &[u8], at: usize, expected: &[u8]) -> bool {
    if bytes.len() - at < expected.len() {
        return false;
    }
    let mut offset = 0;
    while offset < expected.len() {
        if bytes[at + offset] != expected[offset] {
            return false;
        }
        offset += 1;
    }
    true
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
const fn type_end(bytes: &[u8], start: usize) -> Option<usize> {
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

/// Checks values joined by ` | `: each a segment, and no two the same.
const fn check_values(bytes: &[u8], values: Range) -> Result<(), Fault> {
    let mut at = values.0;
    loop {
        let value = (at, value_end(bytes, at, values.1));
        let (_, in_place) = bytes.split_at(at);
        let (only, _) = in_place.split_at(value.1 - at);
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
        while earlier < at {
            let end = value_end(bytes, earlier, values.1);
            if same(bytes, (earlier, end), value) {
                return Err(malformed(at));
            }
            earlier = end + 3;
        }
        if value.1 == values.1 {
            return Ok(());
        }
        at = value.1 + 3;
    }
}

pub(super) const fn value_end(bytes: &[u8], mut at: usize, end: usize) -> usize {
    while at < end && !follows(bytes, at, b" | ") {
        at += 1;
    }
    at
}
