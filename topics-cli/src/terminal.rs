//! How text is laid out on a terminal; where nobody looks, it is left as it is.

use std::fmt;
use std::io::{self, Write};
use std::sync::LazyLock;

use console::{Term, measure_text_width, style};

/// A continued line has at least this much room, however narrow the terminal.
const LEAST: usize = 20;

/// The columns of the terminal on standard output; no limit if it is not a terminal.
pub(crate) fn width() -> usize {
    static WIDTH: LazyLock<usize> = LazyLock::new(|| width_of(&Term::stdout()));
    *WIDTH
}

fn width_of(terminal: &Term) -> usize {
    let size = terminal.size_checked();
    size.map_or(usize::MAX, |(_, columns)| columns.into())
}

/// Breaks a line between words to fit into so many columns, what follows indented.
pub(crate) fn hang(text: &str, indent: usize, width: usize) -> String {
    let room = width.max(indent + LEAST);
    let (mut hung, mut column) = (String::new(), 0);
    for (place, word) in text.split(' ').enumerate() {
        let length = measure_text_width(word);
        if place > 0 && column + 1 + length > room {
            hung.push('\n');
            hung.extend(std::iter::repeat_n(' ', indent));
            column = indent;
        } else if place > 0 {
            hung.push(' ');
            column += 1;
        }
        hung.push_str(word);
        column += length;
    }
    hung
}

/// A heading, bold on a terminal.
pub(crate) fn heading(text: &str) -> impl fmt::Display {
    style(text).bold()
}

/// Writes rows under a heading, after an empty line; nothing if there are no rows.
pub(crate) fn section<R: fmt::Display>(
    title: &str,
    rows: impl IntoIterator<Item = R>,
    out: &mut impl Write,
) -> io::Result<()> {
    for (place, row) in rows.into_iter().enumerate() {
        if place == 0 {
            writeln!(out, "\n{}", heading(title))?;
        }
        writeln!(out, "{}", hang(&format!("  {row}"), 4, width()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_broken_between_words() {
        let text = "  one two three four five";
        assert_eq!(hang(text, 4, usize::MAX), text);
        assert_eq!(hang(text, 4, 24), "  one two three four\n    five");
        let long = "a".repeat(40);
        assert_eq!(hang(&format!("b {long}"), 2, 30), format!("b\n  {long}"));
    }
}
