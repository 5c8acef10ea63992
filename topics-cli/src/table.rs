//! Rows of text with their columns aligned.

use std::fmt;

use console::measure_text_width;
use indicatif::HumanCount;

use crate::terminal::{hang, width};

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
            Self::Number(text) | Self::Text(text) => measure_text_width(text),
        }
    }
}

impl<const COLUMNS: usize> Table<COLUMNS> {
    /// The rows as lines, which are broken to fit into so many columns.
    pub(crate) fn lines(&self, width: usize) -> impl Iterator<Item = String> {
        let widths: [usize; COLUMNS] = std::array::from_fn(|column| {
            let cells = self.0.iter().map(|row| &row[column]);
            cells.map(Cell::width).max().unwrap_or(0)
        });
        let indent = widths
            .iter()
            .take(COLUMNS - 1)
            .map(|width| width + 2)
            .sum::<usize>()
            + 4;
        self.0.iter().map(move |row| {
            let mut line = String::new();
            for (cell, width) in row.iter().zip(widths) {
                let space = " ".repeat(width - cell.width());
                match cell {
                    Cell::Number(text) => line.extend(["  ", &space, text]),
                    Cell::Text(text) => line.extend(["  ", text, &space]),
                }
            }
            hang(line.trim_end(), indent, width)
        })
    }
}

impl<const COLUMNS: usize> fmt::Display for Table<COLUMNS> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.lines(width())
            .try_for_each(|line| writeln!(f, "{line}"))
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
