//! A reference page.

use std::io::{self, Write};

use topics::PlaceholderKind;
use topics::lock::Lock;

/// Writes a table of all topics, their parameters, and the types whose texts are known.
pub(super) fn write(lock: &Lock, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "# {}\n", cell(lock.hierarchy().unwrap_or("Topics")))?;
    writeln!(out, "| topic | payload | reply |\n| --- | --- | --- |")?;
    for entry in lock.entries() {
        let template = code(entry.template().as_str());
        let [payload, reply] =
            [entry.payload(), entry.reply()].map(|name| name.map_or(String::new(), code));
        writeln!(out, "| {template} | {payload} | {reply} |")?;
    }
    let mut is_first = true;
    for entry in lock.entries() {
        for placeholder in entry.template().placeholders() {
            if is_first {
                writeln!(out, "\n## Parameters\n")?;
                writeln!(out, "| topic | parameter | takes |\n| --- | --- | --- |")?;
                is_first = false;
            }
            let takes = match placeholder.kind() {
                PlaceholderKind::Tail => "one or more segments".to_owned(),
                PlaceholderKind::Typed(name) => format!("a value of {}", code(name)),
                PlaceholderKind::Closed(values) => {
                    let values: Vec<_> = values.clone().map(code).collect();
                    values.join(", ")
                }
                _ => "any segment".to_owned(),
            };
            let (template, name) = (code(entry.template().as_str()), code(placeholder.name()));
            writeln!(out, "| {template} | {name} | {takes} |")?;
        }
    }
    for (place, of) in lock.types().iter().enumerate() {
        if place == 0 {
            writeln!(out, "\n## Types\n\n| type | texts |\n| --- | --- |")?;
        }
        let texts: Vec<_> = of.texts().as_str().split(" | ").map(code).collect();
        writeln!(out, "| {} | {} |", code(of.name()), texts.join(", "))?;
    }
    Ok(())
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
