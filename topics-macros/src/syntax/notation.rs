//! What was meant by text that is no segment: a placeholder that something stands beside, a wildcard, a
//! payload, or the notation of another tool.
//!
//! All of it is told from the text alone, so declarations, attributes and patterns ask the same questions.

use proc_macro2::Span;

use crate::case;
use crate::messages;

/// What stands between the angle brackets, if all of the text is one placeholder.
pub(super) fn placeholder(piece: &str) -> Option<&str> {
    let inner = piece.strip_prefix('<')?.strip_suffix('>')?;
    let mut open = 0;
    let is_one = inner.chars().all(|c| {
        open += i32::from(c == '<') - i32::from(c == '>');
        open >= 0
    });
    is_one.then_some(inner)
}

/// Why a text without quotes is no segment, if it looks like something else.
pub(super) fn fault(piece: &str) -> Option<String> {
    let parts = || piece.split('/');
    Some(if let Some(placeholder) = foreign(piece) {
        match piece {
            "+" | "#" => messages::foreign_wildcard(piece, placeholder),
            _ => messages::foreign_placeholder(placeholder),
        }
    } else if parts().any(|part| foreign(part).is_some())
        || piece.contains('/') && parts().any(|part| placeholder(part).is_some())
    {
        let parts = parts().map(|part| foreign(part).unwrap_or_else(|| part.to_owned()));
        messages::slashes(parts.collect::<Vec<_>>().join("."))
    } else if let Some((name, payload)) = in_parentheses(piece) {
        messages::payload_in_parentheses(name, payload)
    } else if let Some(name) = before_fields(piece) {
        messages::payload_in_braces(name, case::upper_camel(name))
    } else if let Some((before, inner)) = piece.split_once('<') {
        match (inner.split_once('>'), before) {
            (Some((name, "?")), "") => messages::optional_placeholder(name),
            (Some((name, of)), "") if of.starts_with(':') => messages::payload_in_parentheses(
                format_args!("<{name}>"),
                of.trim_start_matches(':').trim(),
            ),
            (Some((name, of)), before) if (before, of) != ("", ">") => {
                let name = name.split([':', '.']).next().unwrap_or_default();
                messages::text_beside_placeholder(name, case::upper_camel(name))
            }
            _ => messages::unmatched_bracket(),
        }
    } else if piece.contains('>') {
        messages::greater_than()
    } else if piece.contains('*') {
        messages::star()
    } else {
        return None;
    })
}

/// Whether braces belong to what stands before them, rather than hold the lines of a group.
pub(super) fn has_braces(piece: &str) -> bool {
    foreign(piece).is_some() || before_fields(piece).is_some()
}

/// `lost(u32)`, as variants are declared.
fn in_parentheses(piece: &str) -> Option<(&str, &str)> {
    let (name, payload) = piece.strip_suffix(')')?.split_once('(')?;
    (!name.is_empty() && !payload.is_empty()).then_some((name, payload))
}

/// `back{reason: String}`, likewise.
fn before_fields(piece: &str) -> Option<&str> {
    let (name, fields) = piece.split_once('{')?;
    let (field, of) = fields.split_once(':')?;
    (!name.is_empty() && is_word(field.trim()) && !of.starts_with(':')).then_some(name)
}

fn is_word(text: &str) -> bool {
    text.chars().all(|c| c.is_alphanumeric() || c == '_')
}

/// The placeholder that another tool's notation stands for: `+` and `#`, `%s`, `:id`, `{id: u32}`, `{*path}`,
/// `${id}`.
pub(crate) fn foreign(piece: &str) -> Option<String> {
    let inner = match piece {
        "+" => "",
        "#" => "*",
        _ => match (piece.strip_prefix(':'), piece.strip_prefix('%')) {
            (Some(name), _) => name,
            (_, Some(format)) if format.len() == 1 && format.chars().all(char::is_alphabetic) => "",
            _ => {
                let rest = piece.strip_prefix(['$', '#', '%']).unwrap_or(piece);
                rest.strip_prefix('{')?.strip_suffix('}')?.trim()
            }
        },
    };
    let tail = inner.strip_prefix('*').or_else(|| inner.strip_suffix('*'));
    let tail = tail.or_else(|| inner.split_once("..").map(|(name, _)| name));
    let written = tail.unwrap_or(inner);
    let name = written.split(':').next().unwrap_or_default().trim();
    if !is_word(name) {
        return None;
    }
    Some(match (tail, name) {
        (Some(_), "") => "<rest..>".to_owned(),
        (Some(_), name) => format!("<{name}..>"),
        (None, "") => "<id>".to_owned(),
        (None, _) => format!("<{inner}>"),
    })
}

/// Why this is not what stands in the angle brackets of a placeholder.
pub(super) fn placeholder_fault(inner: &str) -> String {
    let tail = inner.split_once("..");
    let tail = tail.map_or("", |(name, _)| name.trim_end_matches([':', ' ']));
    match inner.split_once('?') {
        Some((name, _)) if !name.is_empty() => messages::optional_placeholder(name),
        _ if super::variable(tail, Span::call_site()).is_none() => {
            messages::malformed_placeholder(inner)
        }
        _ if inner.contains(':') => messages::tail_with_type(inner, tail),
        _ => messages::malformed_tail(inner, tail),
    }
}
