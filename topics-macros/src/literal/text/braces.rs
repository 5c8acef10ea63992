//! Braces, as `format!` reads them: `{name}` is a capture, `{{` and `}}` are braces.

/// A part of a text.
#[derive(Debug, PartialEq)]
pub(super) enum Piece<'t> {
    Text(String),
    /// What stands between the braces.
    Capture(&'t str),
}

/// A brace that has no counterpart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum LoneBrace {
    Opening,
    Closing,
}

pub(super) fn read(written: &str) -> Result<Vec<Piece<'_>>, LoneBrace> {
    let mut pieces = Vec::new();
    let mut text = String::new();
    let mut rest = written;
    while let Some(at) = rest.find(['{', '}']) {
        let (before, brace) = rest.split_at(at);
        text.push_str(before);
        if let Some(after) = brace.strip_prefix("{{") {
            text.push('{');
            rest = after;
        } else if let Some(after) = brace.strip_prefix("}}") {
            text.push('}');
            rest = after;
        } else if let Some(after) = brace.strip_prefix('{') {
            let (name, after) = after.split_once('}').ok_or(LoneBrace::Opening)?;
            if !text.is_empty() {
                pieces.push(Piece::Text(std::mem::take(&mut text)));
            }
            pieces.push(Piece::Capture(name));
            rest = after;
        } else {
            return Err(LoneBrace::Closing);
        }
    }
    text.push_str(rest);
    if !text.is_empty() {
        pieces.push(Piece::Text(text));
    }
    Ok(pieces)
}

#[cfg(test)]
mod tests {
    use super::Piece::{Capture, Text};
    use super::*;

    #[test]
    fn braces_are_read_as_format_reads_them() {
        let text = |text: &str| Text(text.to_owned());
        for (written, expected) in [
            ("", vec![]),
            ("a.b", vec![text("a.b")]),
            ("{id}", vec![Capture("id")]),
            ("a.{id}.>", vec![text("a."), Capture("id"), text(".>")]),
            ("{a}{b}", vec![Capture("a"), Capture("b")]),
            ("{{id}}", vec![text("{id}")]),
            ("{{{id}}}", vec![text("{"), Capture("id"), text("}")]),
            ("a.{}", vec![text("a."), Capture("")]),
            ("a.{x:?}", vec![text("a."), Capture("x:?")]),
            ("日{id}本", vec![text("日"), Capture("id"), text("本")]),
        ] {
            assert_eq!(read(written), Ok(expected), "{written}");
        }
    }

    #[test]
    fn a_lone_brace_is_refused() {
        assert_eq!(read("a.{id"), Err(LoneBrace::Opening));
        assert_eq!(read("a.{"), Err(LoneBrace::Opening));
        assert_eq!(read("a.}"), Err(LoneBrace::Closing));
        assert_eq!(read("{a}}"), Err(LoneBrace::Closing));
    }
}
