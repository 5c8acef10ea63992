//! Braces in a string literal, as `format!` reads them: `{name}` is a capture, `{{` and `}}` are braces.

use crate::messages;

/// A part of a text.
#[derive(Debug, PartialEq)]
pub(crate) enum Piece<'t> {
    Text(String),
    /// What stands between the braces.
    Capture(&'t str),
}

/// The parts of a text, or what is wrong with it.
pub(crate) fn read(written: &str) -> Result<Vec<Piece<'_>>, String> {
    let mut pieces = Vec::new();
    let mut text = String::new();
    let mut rest = written;
    while let Some(at) = rest.find(['{', '}']) {
        let (before, brace) = rest.split_at(at);
        text.push_str(before);
        if brace.starts_with("{{") || brace.starts_with("}}") {
            let (brace, after) = brace.split_at(1);
            text.push_str(brace);
            rest = after.get(1..).unwrap_or_default();
        } else if let Some(after) = brace.strip_prefix('{') {
            let (name, after) = after.split_once('}').ok_or_else(messages::unclosed_brace)?;
            pieces.extend(
                Some(std::mem::take(&mut text))
                    .filter(|text| !text.is_empty())
                    .map(Piece::Text),
            );
            pieces.push(Piece::Capture(name));
            rest = after;
        } else {
            return Err(messages::unopened_brace());
        }
    }
    text.push_str(rest);
    pieces.extend(Some(text).filter(|text| !text.is_empty()).map(Piece::Text));
    Ok(pieces)
}

/// The text of a declaration's string literal, which captures nothing.
pub(crate) fn unescape(written: &str) -> Result<String, String> {
    match &read(written).map_err(|_| messages::single_brace())?[..] {
        [] => Ok(String::new()),
        [Piece::Text(text)] => Ok(text.clone()),
        pieces => Err(pieces
            .iter()
            .find_map(capture)
            .unwrap_or_else(messages::single_brace)),
    }
}

fn capture(piece: &Piece<'_>) -> Option<String> {
    match piece {
        Piece::Capture(name) => Some(messages::braces_in_declaration(name)),
        Piece::Text(_) => None,
    }
}
