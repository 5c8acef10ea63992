//! Rows of text with their columns aligned.

use std::fmt;
use std::io::{self, Write};

use indicatif::HumanCount;

/// Writes rows under a heading, after an empty line; nothing if there are no rows.
pub(crate) fn section<R: fmt::Display>(
    heading: &str,
    rows: impl IntoIterator<Item = R>,
    out: &mut impl Write,
) -> io::Result<()> {
    for (place, row) in rows.into_iter().enumerate() {
        if place == 0 {
            writeln!(out, "\n{heading}")?;
        }
        writeln!(out, "  {row}")?;
    }
    Ok(())
}

/// Rows of equally many cells.
pub(crate) struct Table<const COLUMNS: usize>(pub(crate) Vec<[Cell; COLUMNS]>);

/// A cell; a column's cells are of one kind.
pub(crate) enum Cell {
    /// Aligned to the right.
    Number(String),
    /// Aligned to the left.
    Text(String),
}

impl Cell {
    pub(crate) fn count(count: u64) -> Self {
        Self::Number(HumanCount(count).to_string())
    }

    /// A part of a whole, to two decimals; nothing at all is 0 % of nothing.
    pub(crate) fn percent(part: u64, whole: u64) -> Self {
        let (part, whole) = (u128::from(part), u128::from(whole.max(1)));
        let hundredths = (part * 10_000 + whole / 2) / whole;
        Self::Number(format!("{}.{:02} %", hundredths / 100, hundredths % 100))
    }

    pub(crate) fn text(text: impl fmt::Display) -> Self {
        Self::Text(text.to_string())
    }

    fn width(&self) -> usize {
        match self {
            Self::Number(text) | Self::Text(text) => text.chars().count(),
        }
    }
}

impl<const COLUMNS: usize> fmt::Display for Table<COLUMNS> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let widths: [usize; COLUMNS] = std::array::from_fn(|column| {
            let cells = self.0.iter().map(|row| &row[column]);
            cells.map(Cell::width).max().unwrap_or(0)
        });
        for row in &self.0 {
            let cells = row.iter().zip(widths).map(|(cell, width)| match cell {
                Cell::Number(text) => format!("{text:>width$}"),
                Cell::Text(text) => format!("{text:<width$}"),
            });
            let cells: Vec<String> = cells.collect();
            writeln!(f, "  {}", cells.join("  ").trim_end())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_aligned() {
        let row = |count, text| {
            [
                Cell::count(count),
                Cell::percent(count, 3),
                Cell::text(text),
            ]
        };
        let table = Table(vec![row(1, "one"), row(2_000, "more")]);
        let expected = "      1     33.33 %  one\n  2,000  66666.67 %  more\n";
        assert_eq!(table.to_string(), expected);
        let nothing = Table(vec![[Cell::percent(0, 0)]]);
        assert_eq!(nothing.to_string(), "  0.00 %\n");
    }
}
