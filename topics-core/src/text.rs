//! The character rules, as `const fn` over bytes, so that a declaration, a literal macro and a
//! running service all apply the very same check.
//!
//! Everything works on bytes, eight at a time where it can. They always come from a `str`, so they are valid UTF-8.

use crate::dots::dots_of_short;
use crate::error::{Fault, TextErrorKind};
use crate::word::{keep, load, short, stops};

/// Why the character at `at` may not stand in a segment, if it may not, and its width in bytes.
pub(crate) const fn forbidden(bytes: &[u8], at: usize) -> (Option<TextErrorKind>, usize) {
    let width = width(bytes[at]);
    let (mut code, mut next) = (bytes[at] as u32, at + 1);
    if width > 1 {
        code &= 0x7f >> width;
    }
    while next < at + width {
        code = code << 6 | (bytes[next] & 0x3f) as u32;
        next += 1;
    }
    let kind = match char::from_u32(code) {
        Some('.') => Some(TextErrorKind::Dot),
        Some('*' | '>') => Some(TextErrorKind::Wildcard),
        Some(char::REPLACEMENT_CHARACTER) => Some(TextErrorKind::ReplacementCharacter),
        // U+0085 is a control character too; whitespace is the more helpful word.
        Some(c) if c.is_whitespace() => Some(TextErrorKind::Whitespace),
        Some('\0'..='\x1f' | '\x7f'..='\u{9f}') => Some(TextErrorKind::Control),
        _ => None,
    };
    (kind, width)
}

/// How many bytes a character has that begins with this one.
pub(crate) const fn width(first: u8) -> usize {
    match first {
        0..0xc0 => 1,
        0xc0..0xe0 => 2,
        0xe0..0xf0 => 3,
        _ => 4,
    }
}

/// The end of the segment that starts at `start`: the next dot, or the end of the text.
///
/// Fails where the segment is empty or holds a character that a segment may not hold.
pub(crate) const fn segment_end(bytes: &[u8], start: usize) -> Result<usize, Fault> {
    let mut at = start;
    while at < bytes.len() {
        // Nearly every byte is plain, and of eight it is told at once how many are; the zeros behind the text are not.
        let stops = stops(load(bytes, at));
        if stops == 0 {
            at += 8;
            continue;
        }
        at += stops.trailing_zeros() as usize / 8;
        if at == bytes.len() || bytes[at] == b'.' {
            break;
        }
        let (kind, width) = forbidden(bytes, at);
        if let Some(kind) = kind {
            return Err(Fault { kind, at });
        }
        at += width;
    }
    if at == start {
        let kind = if bytes.is_empty() {
            TextErrorKind::Empty
        } else {
            TextErrorKind::EmptySegment
        };
        return Err(Fault { kind, at });
    }
    Ok(at)
}

/// Checks one segment.
#[inline]
pub(crate) const fn check_segment(bytes: &[u8]) -> Result<(), Fault> {
    if are_plain(bytes) {
        return Ok(());
    }
    check_odd_segment(bytes)
}

/// The check of a segment that has characters beyond ASCII, or is invalid.
#[cold]
const fn check_odd_segment(bytes: &[u8]) -> Result<(), Fault> {
    let at = match segment_end(bytes, 0) {
        Ok(end) if end < bytes.len() => end,
        // A lone dot is rather a segment with a dot in it than two empty ones.
        Err(Fault {
            kind: TextErrorKind::EmptySegment,
            at,
        }) => at,
        Ok(_) => return Ok(()),
        Err(fault) => return Err(fault),
    };
    let kind = TextErrorKind::Dot;
    Err(Fault { kind, at })
}

/// Whether there are bytes, all of them plain.
#[inline]
const fn are_plain(bytes: &[u8]) -> bool {
    let Some(last) = bytes.last_chunk() else {
        return !bytes.is_empty() && keep(stops(short(bytes)), bytes.len()) == 0;
    };
    let (mut found, mut rest) = (stops(u64::from_le_bytes(*last)), bytes);
    while let Some((word, behind)) = rest.split_first_chunk() {
        found |= stops(u64::from_le_bytes(*word));
        rest = behind;
    }
    found == 0
}

/// Checks segments joined by dots: a topic, or the tail of one.
#[inline]
pub(crate) const fn check_topic(bytes: &[u8]) -> Result<(), Fault> {
    if dots_of_short(bytes).is_some() {
        return Ok(());
    }
    check_odd_topic(bytes)
}

/// The check of a topic that is long, has characters beyond ASCII, or is invalid.
const fn check_odd_topic(bytes: &[u8]) -> Result<(), Fault> {
    let mut at = 0;
    loop {
        match segment_end(bytes, at) {
            Ok(end) if end == bytes.len() => return Ok(()),
            Ok(end) => at = end + 1,
            Err(fault) => return Err(fault),
        }
    }
}

/// Checks a pattern: as a topic, with `*` as a segment and `>` as the last one.
pub(crate) const fn check_pattern(bytes: &[u8]) -> Result<(), Fault> {
    let mut at = 0;
    loop {
        let (_, rest) = bytes.split_at(at);
        let end = match rest {
            [b'*' | b'>'] | [b'*', b'.', ..] => at + 1,
            [b'>', b'.', ..] => {
                let kind = TextErrorKind::TailNotLast;
                return Err(Fault { kind, at });
            }
            _ => match segment_end(bytes, at) {
                Ok(end) => end,
                Err(mut fault) => {
                    if let TextErrorKind::Wildcard = fault.kind {
                        fault.kind = TextErrorKind::PartialWildcard;
                    }
                    return Err(fault);
                }
            },
        };
        if end == bytes.len() {
            return Ok(());
        }
        at = end + 1;
    }
}

#[cfg(test)]
mod tests;
