//! The tally, for people to read: the same lines always give the same text.

use std::cmp::Reverse;
use std::fmt;

use indicatif::HumanCount;

use crate::excerpt::Excerpt;
use crate::space_saving::SpaceSaving;
use crate::table::{Cell, Table};
use crate::tally::Tally;

/// A tally and how much of it to show.
pub(crate) struct Report<'a> {
    pub(crate) tally: &'a Tally,
    /// Where the lines came from.
    pub(crate) source: &'a str,
    /// How many of the busiest ids.
    pub(crate) top: usize,
}

impl fmt::Display for Report<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Lines of {}\n{}", self.source, self.totals())?;
        write!(f, "\nTopics by template\n{}", self.templates())?;
        let kinds = self.tally.busiest_ids.kinds().into_iter();
        for (kind, ids) in kinds.filter(|(_, ids)| ids.len().min(self.top) > 0) {
            let top = self.top;
            write!(f, "\n{}", Busiest { kind, ids, top })?;
        }
        write!(f, "\nSubscriptions\n{}", self.subscriptions())?;
        if !self.tally.rejected.is_empty() {
            write!(f, "\nRejected lines by reason\n{}", self.reasons())?;
        }
        Ok(())
    }
}

impl Report<'_> {
    fn totals(&self) -> Table<3> {
        let lines = self.tally.lines;
        let rejected = self.tally.rejections();
        let row = |count, what| {
            [
                Cell::count(count),
                Cell::percent(count, lines),
                Cell::text(what),
            ]
        };
        Table(vec![
            row(lines - rejected, "topics of the hierarchy"),
            row(rejected, "rejected"),
            row(lines, "in total"),
        ])
    }

    fn templates(&self) -> Table<3> {
        let mut counts = self.tally.templates.clone();
        counts.sort_by_key(|(_, count)| Reverse(*count));
        let topics = counts.iter().map(|(_, count)| count).sum();
        let rows = counts.into_iter().map(|(template, count)| {
            [
                Cell::count(count),
                Cell::percent(count, topics),
                Cell::text(template),
            ]
        });
        Table(rows.collect())
    }

    fn subscriptions(&self) -> Table<4> {
        let number = |heading: &str| Cell::Number(heading.into());
        let mut rows = vec![[
            number("received"),
            number("rejected"),
            Cell::text("pattern"),
            Cell::text("listener"),
        ]];
        rows.extend(self.tally.deliveries.iter().map(|delivery| {
            let subscription = &delivery.subscription;
            let note = if subscription.is_alive() {
                ""
            } else {
                ", which no template can match"
            };
            [
                Cell::count(delivery.received),
                Cell::count(delivery.rejected),
                Cell::text(&subscription.pattern),
                Cell::text(format!("{}{note}", subscription.listener)),
            ]
        }));
        Table(rows)
    }

    fn reasons(&self) -> Table<2> {
        let mut reasons: Vec<_> = self.tally.rejected.iter().collect();
        reasons.sort_by_key(|(_, count)| Reverse(**count));
        let rows = reasons
            .into_iter()
            .map(|(reason, count)| [Cell::count(*count), Cell::text(reason)]);
        Table(rows.collect())
    }
}

/// The busiest ids of one kind.
struct Busiest<'a> {
    /// In the plural.
    kind: &'a str,
    ids: &'a SpaceSaving,
    top: usize,
}

impl fmt::Display for Busiest<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { kind, ids, top } = *self;
        let mut estimates: Vec<_> = ids.estimates().collect();
        estimates.sort_by_key(|estimate| (Reverse(estimate.at_most), estimate.text));
        let (shown, others) = estimates.split_at(top.min(estimates.len()));

        let more = if ids.has_evicted() { "more than " } else { "" };
        let [top, all] = [shown.len(), ids.len()].map(|count| HumanCount(count as u64));
        writeln!(f, "Busiest {kind} ({top} of {more}{all})")?;
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
        match others.first() {
            Some(next) if ids.has_evicted() => {
                writeln!(
                    f,
                    "  (each of the others at most {})",
                    HumanCount(next.at_most)
                )
            }
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_that_are_not_exact_say_so() {
        let mut ids = SpaceSaving::new(2);
        for id in ["a", "a", "a", "b", "c"] {
            ids.count(id);
        }
        let [all, one] = [9, 1].map(|top| Busiest {
            kind: "things",
            ids: &ids,
            top,
        });
        let expected = "Busiest things (2 of more than 2)\n  3  a\n  2  c  at most; at least 1\n";
        assert_eq!(all.to_string(), expected);
        let expected =
            "Busiest things (1 of more than 2)\n  3  a\n  (each of the others at most 2)\n";
        assert_eq!(one.to_string(), expected);
    }
}
