//! The tally, for people to read and as JSON: the same names always give the same text.

use std::cmp::Reverse;
use std::fmt;
use std::io::{self, Write};

use indicatif::HumanCount;
use serde_json::json;

use crate::excerpt::Excerpt;
use crate::frequent::Frequent;
use crate::table::{Cell, Table};
use crate::tally::Tally;
use crate::terminal::heading;

/// Writes the totals and the details.
pub(crate) fn write_text(tally: &Tally<'_>, top: usize, out: &mut impl Write) -> io::Result<()> {
    write!(out, "{}\n{}", heading("Names"), totals(tally))?;
    write!(
        out,
        "\n{}\n{}",
        heading("Topics by template"),
        templates(tally)
    )?;
    write_details(tally, top, out)
}

/// Writes so many of the busiest values of each placeholder, and why names were rejected.
pub(crate) fn write_details(tally: &Tally<'_>, top: usize, out: &mut impl Write) -> io::Result<()> {
    for (placeholder, values) in tally.names.placeholders().iter().zip(&tally.values) {
        let busiest = Busiest {
            placeholder,
            values,
            top,
        };
        if top > 0 && !values.estimates().is_empty() {
            write!(out, "\n{busiest}")?;
        }
    }
    if !tally.rejected.is_empty() {
        let title = heading("Rejected names by reason");
        write!(out, "\n{title}\n{}", reasons(tally))?;
    }
    Ok(())
}

/// Writes the same as one JSON value per line.
pub(crate) fn write_json(tally: &Tally<'_>, top: usize, out: &mut impl Write) -> io::Result<()> {
    for (line, count) in tally.names.lines().iter().zip(&tally.templates) {
        let template = line.template.as_str();
        writeln!(out, "{}", json!({ "template": template, "count": count }))?;
    }
    write_json_details(tally, top, out)
}

/// Writes the values and the totals as JSON.
pub(crate) fn write_json_details(
    tally: &Tally<'_>,
    top: usize,
    out: &mut impl Write,
) -> io::Result<()> {
    for (placeholder, values) in tally.names.placeholders().iter().zip(&tally.values) {
        for value in values.estimates().iter().take(top) {
            let value = json!({
                "placeholder": placeholder,
                "value": value.text,
                "at_least": value.at_least,
                "at_most": value.at_most,
            });
            writeln!(out, "{value}")?;
        }
    }
    let totals = json!({
        "names": tally.total,
        "rejected": tally.rejections(),
        "reasons": tally.rejected,
    });
    writeln!(out, "{totals}")
}

fn totals(tally: &Tally<'_>) -> Table<3> {
    let (total, rejected) = (tally.total, tally.rejections());
    let row = |count, what| {
        [
            Cell::count(count),
            Cell::percent(count, total),
            Cell::text(what),
        ]
    };
    Table(vec![
        row(total - rejected, "topics of the hierarchy"),
        row(rejected, "rejected"),
        row(total, "in total"),
    ])
}

fn templates(tally: &Tally<'_>) -> Table<3> {
    let mut counts: Vec<_> = tally.names.lines().iter().zip(&tally.templates).collect();
    counts.sort_by_key(|(line, count)| (Reverse(**count), line.template.as_str()));
    let topics = tally.templates.iter().sum();
    let rows = counts.into_iter().map(|(line, count)| {
        [
            Cell::count(*count),
            Cell::percent(*count, topics),
            Cell::text(line.template),
        ]
    });
    Table(rows.collect())
}

fn reasons(tally: &Tally<'_>) -> Table<2> {
    let mut reasons: Vec<_> = tally.rejected.iter().collect();
    reasons.sort_by_key(|(_, count)| Reverse(**count));
    let rows = reasons
        .into_iter()
        .map(|(reason, count)| [Cell::count(*count), Cell::text(reason)]);
    Table(rows.collect())
}

/// The busiest values of one placeholder.
struct Busiest<'a> {
    placeholder: &'a str,
    values: &'a Frequent,
    top: usize,
}

impl fmt::Display for Busiest<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            placeholder,
            values,
            top,
        } = *self;
        let (estimates, of_others) = (values.estimates(), values.most_of_others());
        let shown = &estimates[..top.min(estimates.len())];
        let more = if of_others > 0 { "more than " } else { "" };
        let [top, all] = [shown.len(), estimates.len()].map(|count| HumanCount(count as u64));
        let title = format!("Busiest values of <{placeholder}> ({top} of {more}{all})");
        writeln!(f, "{}", heading(&title))?;
        let rows = shown.iter().map(|estimate| {
            let exactness = if estimate.at_least == estimate.at_most {
                String::new()
            } else {
                format!("at most; at least {}", HumanCount(estimate.at_least))
            };
            [
                Cell::count(estimate.at_most),
                Cell::text(Excerpt(estimate.text.as_bytes())),
                Cell::text(exactness),
            ]
        });
        write!(f, "{}", Table(rows.collect()))?;
        let next = estimates.get(shown.len());
        if of_others > 0 {
            let most = HumanCount(next.map_or(of_others, |next| next.at_most));
            writeln!(f, "  (each of the others at most {most})")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_that_are_not_exact_say_so() {
        let mut ids = Frequent::new(2);
        for id in ["a", "a", "a", "b", "c"] {
            ids.count(id);
        }
        let [all, one] = [9, 1].map(|top| Busiest {
            placeholder: "id",
            values: &ids,
            top,
        });
        let expected = "Busiest values of <id> (2 of more than 2)\n  3  a  at most; at least 2\n  2  c  at most; at least 1\n  \
             (each of the others at most 1)\n";
        assert_eq!(all.to_string(), expected);
        let expected = "Busiest values of <id> (1 of more than 2)\n  3  a  at most; at least 2\n  (each of the others at most 2)\n";
        assert_eq!(one.to_string(), expected);
    }
}
