//! The grammar of a template's canonical text, as `const fn`.
//!
//! A literal segment may begin with `<` too (`<` is no forbidden character), but it never holds `>`
//! or a space, so what follows a placeholder's name decides: `>`, `..>` or `: `.

use super::set::ValueTexts;
use super::{Placeholder, PlaceholderKind, TemplateSegment, Values};
use crate::bytes::{follows, part, same};
use crate::error::{Fault, TextErrorKind};
use crate::text;

/// Checks a text.
pub(super) const fn check(text: &str) -> Result<(), Fault> {
    let mut at = 0;
    loop {
        let (segment, end) = match segment(text, at) {
            Ok(found) => found,
            Err(fault) => return Err(fault),
        };
        let checked = match &segment {
            TemplateSegment::Literal(_) => match text::segment_end(text.as_bytes(), at) {
                Ok(_) => Ok(()),
                Err(fault) => Err(fault),
            },
            TemplateSegment::Placeholder(found) => check_placeholder(text, at, found),
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
        if let TemplateSegment::Placeholder(Placeholder {
            kind: PlaceholderKind::Tail,
            ..
        }) = segment
        {
            let kind = TextErrorKind::TailNotLast;
            return Err(Fault { kind, at });
        }
        at = end + 1;
    }
}

/// Checks the placeholder at a place.
const fn check_placeholder(text: &str, at: usize, found: &Placeholder<'_>) -> Result<(), Fault> {
    if let Err(fault) = check_part(found.name, at + 1) {
        return Err(fault);
    }
    if is_taken(text, found.name, at) {
        let (kind, at) = (TextErrorKind::DuplicatePlaceholder, at + 1);
        return Err(Fault { kind, at });
    }
    let PlaceholderKind::Closed(values) = &found.kind else {
        return Ok(());
    };
    let (values, from) = (values.as_str(), at + "<: ".len() + found.name.len());
    if let Err(fault) = check_values(values, from) {
        return Err(fault);
    }
    match repeated(values) {
        Some(at) => Err(malformed(from + at)),
        None => Ok(()),
    }
}

/// Where the first value is that stands before it too.
const fn repeated(values: &str) -> Option<usize> {
    // One bit for each hash: of thousands of values, most are told by it from all that stand before.
    let (mut texts, mut at, mut seen) = (ValueTexts::of(values), 0, [0_u64; 1024]);
    while let Some(value) = texts.next() {
        let (mut hash, mut index) = (0_u32, 0);
        while index < value.len() {
            hash = (hash ^ value.as_bytes()[index] as u32).wrapping_mul(0x0100_0193);
            index += 1;
        }
        let (index, bit) = (hash as usize / 64 % seen.len(), 1 << (hash % 64));
        if seen[index] & bit != 0 && ValueTexts::of(part(values, 0, at)).have(value) {
            return Some(at);
        }
        seen[index] |= bit;
        at = texts.at;
    }
    None
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

/// Checks joined values, and what they were: each is a segment.
pub(super) const fn check_values(text: &str, from: usize) -> Result<(), Fault> {
    let (mut values, mut at) = (ValueTexts::of(text), 0);
    while let Some(value) = values.next() {
        if let Err(fault) = check_part(value, from + at) {
            return Err(fault);
        }
        at = values.at;
    }
    Ok(())
}

/// Whether a placeholder before the byte `until` has this name.
const fn is_taken(text: &str, taken: &str, until: usize) -> bool {
    let mut at = 0;
    while at < until {
        let Ok((segment, end)) = segment(text, at) else {
            return false;
        };
        if let TemplateSegment::Placeholder(Placeholder { name, .. }) = segment
            && same(taken, name)
        {
            return true;
        }
        at = end + 1;
    }
    false
}

/// What the segment that begins at `start` is, and where it ends, whatever the characters in it.
pub(super) const fn segment(
    text: &str,
    start: usize,
) -> Result<(TemplateSegment<'_>, usize), Fault> {
    let (bytes, mut end) = (text.as_bytes(), start);
    if follows(text, start, "<") {
        end += 1;
        while end < bytes.len() && !matches!(bytes[end], b'>' | b'.' | b':' | b'<' | b'|' | b' ') {
            end += 1;
        }
        let name = part(text, start + 1, end);
        let found = if name.is_empty() {
            None
        } else if follows(text, end, ">") {
            Some((PlaceholderKind::Plain, end + 1))
        } else if follows(text, end, "..>") {
            Some((PlaceholderKind::Tail, end + 3))
        } else if follows(text, end, ": ") {
            match kind(text, end + 2) {
                None => return Err(malformed(start)),
                found => found,
            }
        } else {
            None
        };
        if let Some((kind, end)) = found {
            let text = part(text, start, end);
            let placeholder = Placeholder { text, name, kind };
            return Ok((TemplateSegment::Placeholder(placeholder), end));
        }
    }
    // A literal, which may begin with `<` too.
    while end < bytes.len() && !matches!(bytes[end], b'.' | b' ') {
        end += 1;
    }
    Ok((TemplateSegment::Literal(part(text, start, end)), end))
}

/// The values or the type that stand between `: ` and `>`, and where the placeholder ends.
const fn kind(text: &str, start: usize) -> Option<(PlaceholderKind<'_>, usize)> {
    // Values hold no `>`, so theirs end at the first one; a type's own brackets are balanced.
    let (bytes, mut first, mut is_closed) = (text.as_bytes(), start, false);
    while first < bytes.len() && bytes[first] != b'>' {
        is_closed = is_closed || bytes[first] == b' ' && follows(text, first, " | ");
        first += 1;
    }
    if !is_closed {
        return match type_end(bytes, start) {
            Some(end) => Some((PlaceholderKind::Typed(part(text, start, end)), end + 1)),
            None => None,
        };
    }
    if first == bytes.len() {
        return None;
    }
    let values = Values(ValueTexts::of(part(text, start, first)));
    Some((PlaceholderKind::Closed(values), first + 1))
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

const fn malformed(at: usize) -> Fault {
    Fault {
        kind: TextErrorKind::Placeholder,
        at,
    }
}

#[cfg(test)]
mod tests;
