//! A reference page.

use std::io::{self, Write};

use topics::PlaceholderKind;
use topics::lock::{Lock, LockEntry};

use crate::former::successor;

/// Writes a table of all topics, their parameters, the types whose texts are known, and former names.
pub(super) fn write(lock: &Lock, out: &mut impl Write) -> io::Result<()> {
    write!(out, "# {}", cell(lock.hierarchy().unwrap_or("Topics")))?;
    let is_former = |entry: &&LockEntry| successor(lock, entry.template()).is_some();
    let entries = || lock.entries().iter().filter(|entry| !is_former(entry));
    let topics = entries().map(|entry| {
        let template = code(entry.template().as_str());
        let [payload, reply] =
            [entry.payload(), entry.reply()].map(|name| name.map_or(String::new(), code));
        [template, payload, reply]
    });
    table("", ["topic", "payload", "reply"], topics, out)?;
    let parameters = entries().flat_map(|entry| {
        let template = entry.template();
        template.placeholders().map(move |placeholder| {
            let takes = match placeholder.kind() {
                PlaceholderKind::Tail => "one or more segments".to_owned(),
                PlaceholderKind::Typed(name) => format!("a value of {}", code(name)),
                PlaceholderKind::Closed(values) => codes(values.clone()),
                _ => "any segment".to_owned(),
            };
            [code(template.as_str()), code(placeholder.name()), takes]
        })
    });
    table(
        "Parameters",
        ["topic", "parameter", "takes"],
        parameters,
        out,
    )?;
    let types = lock.types().iter();
    let types = types.map(|of| [code(of.name()), codes(of.texts().as_str().split(" | "))]);
    table("Types", ["type", "texts"], types, out)?;
    let former = lock.former_names().iter();
    let former = former.map(|name| [name.template(), name.now()].map(|of| code(of.as_str())));
    table("Former names", ["former name", "now"], former, out)?;
    writeln!(out)
}

/// Writes a table under a heading, if it has rows.
fn table<const COLUMNS: usize>(
    heading: &str,
    columns: [&str; COLUMNS],
    rows: impl Iterator<Item = [String; COLUMNS]>,
    out: &mut impl Write,
) -> io::Result<()> {
    for (place, row) in rows.enumerate() {
        if place == 0 && !heading.is_empty() {
            write!(out, "\n\n## {heading}")?;
        }
        if place == 0 {
            write!(
                out,
                "\n\n| {} |\n|{}",
                columns.join(" | "),
                " --- |".repeat(COLUMNS)
            )?;
        }
        write!(out, "\n| {} |", row.join(" | "))?;
    }
    Ok(())
}

/// Texts as code, one after the other.
fn codes<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    texts.map(code).collect::<Vec<_>>().join(", ")
}

/// A text as code in a cell of a table. Backticks within need more of them around.
fn code(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let space = if longest > 0 { " " } else { "" };
    format!("{fence}{space}{}{space}{fence}", cell(text))
}

/// A text that ends no cell.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}
