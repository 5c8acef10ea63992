//! What is going on on the service bus of DECNET, a deception network?
//!
//! `cargo run --example busy_hour` publishes on some topics that `hierarchy.rs` declares, and then reads the topic
//! names of a busy hour, one per line, from a file that comes with the example. It counts the names of each template,
//! tells what two subscriptions would have received, and shows the names that are not topics of the hierarchy.
//!
//! Given a path, or `-` for standard input, it reads that instead, at any size and in constant memory:
//!
//! ```text
//! zcat names.gz | cargo run --release --example busy_hour -- -
//! ```
//!
//! The program `topics check` does more of this for any hierarchy that has a lock.

mod hierarchy;
mod payload;

use std::error::Error;
use std::fmt::Debug;
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, ErrorKind, Read, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use topics::{HasPayload, ParseError, Pattern, Topic, pattern};

use hierarchy::{
    BusTopic, DeckyMutateRequest, DeckyTraffic, TopologyMutation, TopologyMutationState,
    WorkerHealth,
};
use payload::{Heartbeat, MutateRequested, MutationMoved};

/// The names of a busy hour on the bus.
const BUSY_HOUR: &[u8] = include_bytes!("busy-hour.txt");

/// The longest line that is read; a NATS server takes no longer one.
const LONGEST: u64 = 4096;

/// How many rejected names are shown.
const SHOWN: u64 = 20;

fn main() -> ExitCode {
    let mut out = BufWriter::new(io::stdout().lock());
    match run(&mut out) {
        Ok(()) => ExitCode::SUCCESS,
        // The reader of the output, `head` for example, has seen enough.
        Err(error) if is_broken_pipe(&*error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("busy_hour: {error}");
            ExitCode::FAILURE
        }
    }
}

fn is_broken_pipe(error: &(dyn Error + 'static)) -> bool {
    let error = error.downcast_ref::<io::Error>();
    error.is_some_and(|error| error.kind() == ErrorKind::BrokenPipe)
}

fn run(out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let path = std::env::args_os().nth(1).map(PathBuf::from);
    let input: Box<dyn BufRead> = match path.as_deref() {
        None => Box::new(BUSY_HOUR),
        Some(path) if path == "-" => Box::new(io::stdin().lock()),
        Some(path) => {
            let cannot_open = |error| format!("cannot open `{}`: {error}", path.display());
            Box::new(BufReader::new(File::open(path).map_err(cannot_open)?))
        }
    };
    if path.is_none() {
        publish_some(out)?;
        out.flush()?;
    }
    read(input, out)?.report(out)?;
    Ok(out.flush()?)
}

/// Publishes topics that are built from checked parts: a decky is to change, and does.
fn publish_some(out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    writeln!(out, "Published")?;
    let requested = MutateRequested {
        requested_by: "correlator".into(),
        reason: "attacker 66 has seen enough".into(),
    };
    publish(out, &DeckyMutateRequest::new("web-01")?, &requested)?;
    let moved = MutationMoved {
        mutation_id: 5_120,
        operation: "swap_services".into(),
        attempt: 1,
    };
    let topic = TopologyMutation::new("t-17", TopologyMutationState::Applied)?;
    publish(out, &topic, &moved)?;
    let alive = Heartbeat {
        pid: 4_711,
        uptime_seconds: 86_400,
    };
    publish(out, &WorkerHealth::new("mutator")?, &alive)?;

    // An id from outside can't leave its place in the tree.
    if let Err(error) = DeckyTraffic::new("web-01.traffic") {
        writeln!(out, "  refused: {error}")?;
    }
    writeln!(out)?;
    Ok(())
}

/// Takes a topic with the payload that its line declares; any other does not compile.
fn publish<T: Topic + HasPayload<Payload: Debug>>(
    out: &mut impl Write,
    topic: &T,
    payload: &T::Payload,
) -> io::Result<()> {
    writeln!(out, "  {}  {payload:?}", topic.name())
}

/// Counts of what was read. However many lines there are, this does not grow.
struct Tally {
    /// One count for each of `BusTopic::TEMPLATES`.
    templates: Vec<u64>,
    subscriptions: [(Pattern<'static>, u64); 2],
    /// How many mutations failed.
    failed: u64,
    /// How many more sessions were started than ended.
    sessions: i64,
    rejected: u64,
}

/// Reads names, one per line, and lists the first ones that are rejected.
fn read(mut input: impl BufRead, out: &mut impl Write) -> io::Result<Tally> {
    let mut tally = Tally {
        templates: vec![0; BusTopic::TEMPLATES.len()],
        subscriptions: [
            // A typo in either does not compile.
            (pattern!(BusTopic, "system.*.health").into(), 0),
            (pattern!(BusTopic, "decky.>").into(), 0),
        ],
        failed: 0,
        sessions: 0,
        rejected: 0,
    };
    let mut line = Vec::new();
    while next_line(&mut input, &mut line)? {
        let name = String::from_utf8_lossy(&line);
        match tally.count(&name) {
            Err(error) if tally.rejected <= SHOWN => {
                writeln!(out, "Rejected: {error}")?;
            }
            _ => {}
        }
    }
    Ok(tally)
}

/// Reads a line without its end; false at the end of the input. Of a line that is too long, the end is lost.
fn next_line(input: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<bool> {
    line.clear();
    let read = input.by_ref().take(LONGEST).read_until(b'\n', line)?;
    if line.ends_with(b"\n") {
        line.pop();
        if line.ends_with(b"\r") {
            line.pop();
        }
    } else if read as u64 == LONGEST {
        input.skip_until(b'\n')?;
    }
    Ok(read > 0)
}

impl Tally {
    fn count<'n>(&mut self, name: &'n str) -> Result<(), ParseError> {
        for (pattern, received) in &mut self.subscriptions {
            *received += u64::from(pattern.matches(name));
        }
        let topic: BusTopic<'n> = BusTopic::parse(name).inspect_err(|_| self.rejected += 1)?;
        let template = topic.template();
        let mut counts = BusTopic::TEMPLATES.iter().zip(&mut self.templates);
        if let Some((_, count)) = counts.find(|(other, _)| **other == template) {
            *count += 1;
        }
        // Every topic is a value of an exhaustive enum, with its parameters as fields.
        match topic {
            BusTopic::TopologyMutation(mutation) => {
                self.failed += u64::from(mutation.state == TopologyMutationState::Failed);
            }
            BusTopic::AttackerSessionStarted(_) => self.sessions += 1,
            BusTopic::AttackerSessionEnded(_) => self.sessions -= 1,
            _ => {}
        }
        Ok(())
    }

    fn report(&self, out: &mut impl Write) -> io::Result<()> {
        writeln!(out, "\nNames by template")?;
        for (template, count) in BusTopic::TEMPLATES.iter().zip(&self.templates) {
            writeln!(out, "{count:9}  {template}")?;
        }
        writeln!(out, "\nNames by subscription")?;
        for (pattern, received) in &self.subscriptions {
            writeln!(out, "{received:9}  {pattern}")?;
        }
        writeln!(out, "\n{:9}  failed mutations", self.failed)?;
        writeln!(out, "{:9}  sessions are open", self.sessions)?;
        writeln!(out, "{:9}  rejected names", self.rejected)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_counted_and_others_are_shown_with_the_nearest_template() {
        let mut out = Vec::new();
        let names = "decky.a.state\r\ndecky.a.state\ntopology.t.mutation.failed\ndecky.a.stat\n";
        let tally = read(names.as_bytes(), &mut out).expect("memory can be read");
        assert_eq!((tally.failed, tally.rejected), (1, 1));
        assert_eq!(tally.subscriptions[1].1, 3);
        let out = String::from_utf8(out).expect("text");
        assert!(out.contains("decky.<decky_id>.state"), "{out}");
    }

    #[test]
    fn a_long_line_is_rejected_and_does_not_hide_the_next() {
        let names = format!("{}\nsystem.log", "x".repeat(10_000));
        let tally = read(names.as_bytes(), &mut Vec::new()).expect("memory can be read");
        assert_eq!((tally.rejected, tally.templates.iter().sum()), (1, 1_u64));
    }
}
