//! What is going on on the service bus of DECNET, a deception network?
//!
//! `cargo run --example decnet` shows the hierarchy that `hierarchy.rs` declares, builds one topic of
//! every kind, and then reads the topic names of a busy hour, one a line, from a file that comes with
//! the example. It says how many there were of each template, which ids were the busiest, what five
//! subscriptions would have received, and which lines are no topic of the hierarchy, and why.
//!
//! Given a path, or `-` for standard input, it reads that instead, at any size and in constant
//! memory:
//!
//! ```text
//! zcat names.gz | cargo run --release --example decnet -- --quiet --top 3 -
//! ```
//!
//! To follow a line through the program, read `input`, `lines`, `tally`, `rejection` and `report`, in
//! this order.

mod busiest_ids;
mod excerpt;
mod hierarchy;
mod input;
mod lines;
mod payload;
mod progress;
mod rejection;
mod report;
mod samples;
mod space_saving;
mod subscription;
mod table;
mod tally;
mod tree;

use std::io::{self, BufReader, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use clap::Parser;
use indicatif::HumanCount;
use topics::Pattern;

use crate::hierarchy::BusTopic;
use crate::input::Input;
use crate::lines::Lines;
use crate::progress::Progress;
use crate::report::Report;
use crate::samples::Samples;
use crate::subscription::Subscription;
use crate::tally::Tally;
use crate::tree::Tree;

/// Reads the topic names of a DECNET bus, one a line, and reports what is going on there.
#[derive(Parser)]
#[command(name = "decnet")]
struct Arguments {
    /// The file to read, or `-` for standard input; without it, a busy hour that comes along
    path: Option<PathBuf>,

    /// How many of the busiest ids of each kind to show
    #[arg(long, value_name = "N", default_value_t = 10)]
    top: usize,

    /// Tell what one more subscription would have received; may be repeated
    #[arg(long, value_name = "PATTERN")]
    subscribe: Vec<Pattern<'static>>,

    /// Do not list the rejected lines, only count them
    #[arg(long)]
    no_rejects: bool,

    /// Do not show the hierarchy, the samples and the speed
    #[arg(short, long)]
    quiet: bool,
}

fn main() -> ExitCode {
    match run(Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever read the output, `head` for example, has seen enough.
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("decnet: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error
        .downcast_ref::<io::Error>()
        .is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}

fn run(arguments: Arguments) -> Result<()> {
    let input = Input::open(arguments.path.as_deref())?;
    let source = input.name.clone();
    let mut out = BufWriter::new(io::stdout().lock());

    if !arguments.quiet {
        let tree = Tree::of(BusTopic::TEMPLATES);
        writeln!(out, "The hierarchy\n{tree}")?;
        let samples = Samples::build()?;
        writeln!(out, "One topic of every kind\n{samples}")?;
        out.flush()?;
    }

    let asked_for = arguments.subscribe.into_iter();
    let asked_for = asked_for.map(Subscription::asked_for);
    let mut tally = Tally::new(subscription::standing().into_iter().chain(asked_for));
    let start = Instant::now();
    read(input, &mut tally, &mut out, !arguments.no_rejects)?;
    let elapsed = start.elapsed();

    let report = Report {
        tally: &tally,
        source: &source,
        top: arguments.top,
    };
    write!(out, "{report}")?;
    out.flush()?;

    if !arguments.quiet {
        let rate = per_second(tally.lines, elapsed);
        let (lines, rate) = (HumanCount(tally.lines), HumanCount(rate));
        eprintln!("{lines} lines in {elapsed:.2?}, {rate} lines/s");
    }
    Ok(())
}

fn per_second(count: u64, elapsed: Duration) -> u64 {
    let rate = u128::from(count) * 1_000_000 / elapsed.as_micros().max(1);
    u64::try_from(rate).unwrap_or(u64::MAX)
}

/// In bytes; larger reads are not faster.
const READ_AT_ONCE: usize = 64 * 1024;

/// Counts every line of the input, and lists those that are rejected as they are found.
fn read(input: Input, tally: &mut Tally, out: &mut impl Write, list_rejects: bool) -> Result<()> {
    let progress = Progress::of(&input);
    let name = input.name;
    let mut lines = Lines::new(BufReader::with_capacity(
        READ_AT_ONCE,
        progress.wrap(input.reader),
    ));
    let mut is_first = true;
    while let Some(line) = lines
        .read()
        .with_context(|| format!("cannot read `{name}`"))?
    {
        match tally.count(line.text) {
            Err(rejection) if list_rejects => progress.write_around(out, |out| {
                if is_first {
                    writeln!(out, "Lines that are no topic of the hierarchy")?;
                }
                is_first = false;
                writeln!(out, "{name}:{}: {rejection}", line.number)
            })?,
            _ => {}
        }
    }
    if !is_first {
        writeln!(out)?;
    }
    Ok(())
}
