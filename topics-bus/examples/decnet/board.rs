//! The board: for each template, the number of messages and the last one.

use std::collections::BTreeMap;
use std::time::Duration;

use anyhow::Result;
use console::{Term, truncate_str};
use tokio::sync::mpsc::UnboundedReceiver;
use tokio::time::{MissedTickBehavior, interval};
use topics::{Template, Topic as _};
use topics_bus::{Json, Subscription, Transport};

use crate::hierarchy::{BusMessage, BusTopic};

/// Shows the messages of a subscription, and the news, until the bus ends.
pub(crate) async fn run<T: Transport>(
    mut all: Subscription<BusTopic<'static>, T, Json>,
    mut news: UnboundedReceiver<String>,
) -> Result<()> {
    let mut board = Board::new();
    let mut ticks = interval(Duration::from_millis(200));
    ticks.set_missed_tick_behavior(MissedTickBehavior::Skip);
    loop {
        tokio::select! {
            message = all.next() => match message {
                None => break,
                Some(message) => {
                    board.lost += message.lost().known().unwrap_or(0);
                    match message.read() {
                        Ok(read) => board.count(&read)?,
                        Err(error) => board.say(&error.to_string())?,
                    }
                }
            },
            Some(text) = news.recv() => board.say(&text)?,
            _ = ticks.tick() => board.redraw()?,
        }
    }
    board.finish()
}

struct Board {
    term: Term,
    rows: BTreeMap<Template<'static>, Row>,
    lost: u64,
    /// The number of lines of the table on the terminal.
    drawn: usize,
}

#[derive(Default)]
struct Row {
    count: u64,
    last: String,
}

impl Board {
    fn new() -> Self {
        let templates = BusTopic::TEMPLATES.iter();
        Self {
            term: Term::stdout(),
            rows: templates
                .map(|template| (*template, Row::default()))
                .collect(),
            lost: 0,
            drawn: 0,
        }
    }

    fn count(&mut self, message: &BusMessage<'_>) -> Result<()> {
        let (template, name, said) = match message {
            BusMessage::DeckyState(topic, shape) => {
                let said = format!("{} is {} now", topic.id, shape.hostname);
                (topic.template(), topic.name(), said)
            }
            BusMessage::DeckyTraffic(topic, flow) => {
                let said = format!("{} bytes from {} at {}", flow.bytes, flow.source, topic.id);
                (topic.template(), topic.name(), said)
            }
            BusMessage::DeckyMutateRequest(topic, mutate) => {
                let said = format!("{}: {}", topic.id, mutate.reason);
                (topic.template(), topic.name(), said)
            }
            BusMessage::AttackerScored(topic, score) => {
                let said = format!("{} has {}", score.source, score.score);
                (topic.template(), topic.name(), said)
            }
            BusMessage::WorkerHealth(topic, beat) => {
                let said = format!("{} is up for {} s", topic.worker, beat.uptime_seconds);
                (topic.template(), topic.name(), said)
            }
        };
        if !self.term.is_term() {
            self.term.write_line(&format!("{name}  {said}"))?;
        }
        let row = self.rows.entry(template).or_default();
        row.count += 1;
        row.last = said;
        Ok(())
    }

    fn say(&mut self, text: &str) -> Result<()> {
        self.clear()?;
        Ok(self.term.write_line(text)?)
    }

    /// Redraws the table on a terminal.
    fn redraw(&mut self) -> Result<()> {
        if self.term.is_term() {
            self.clear()?;
            self.draw()?;
        }
        Ok(())
    }

    fn finish(mut self) -> Result<()> {
        self.clear()?;
        self.draw()
    }

    fn clear(&mut self) -> Result<()> {
        Ok(self
            .term
            .clear_last_lines(std::mem::take(&mut self.drawn))?)
    }

    fn draw(&mut self) -> Result<()> {
        let width = self.rows.keys().map(|template| template.as_str().len());
        let width = width.max().unwrap_or(0);
        for (template, row) in &self.rows {
            self.write(&format!(
                "{template:width$}  {:>6}  {}",
                row.count, row.last
            ))?;
        }
        let count: u64 = self.rows.values().map(|row| row.count).sum();
        self.write(&format!(
            "{:width$}  {count:>6}  lost by this board: {}",
            "", self.lost
        ))?;
        self.drawn = self.rows.len() + 1;
        Ok(())
    }

    /// Writes a line of the table. It must fit into one line of the terminal, because it is cleared as one.
    fn write(&self, line: &str) -> Result<()> {
        let line = match self.term.size_checked() {
            Some((_, columns)) => truncate_str(line, columns.into(), "…"),
            None => line.into(),
        };
        Ok(self.term.write_line(line.trim_end())?)
    }
}
