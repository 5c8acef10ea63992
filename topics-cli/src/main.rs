//! The program `topics`: answers questions about a hierarchy from its lock file.
//!
//! `arguments` says what can be asked. There is a file for each command; `source` reads locks for all of them.
//! A command writes its answer and returns whether the answer is yes, which becomes the exit code: 0 for yes,
//! 1 for no, 2 after an error.

mod arguments;
mod check;
mod concrete;
mod diff;
mod excerpt;
mod export;
mod former;
mod frequent;
mod input;
mod lines;
mod manual;
mod matching;
mod names;
mod progress;
mod rejection;
mod report;
mod role;
mod source;
mod table;
mod tally;
mod terminal;
mod tree;
mod watch;

use std::io::{self, BufWriter, ErrorKind, Write};
use std::process::ExitCode;

use anyhow::Result;
use clap::{CommandFactory, Parser};

use arguments::{Arguments, Command};

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let mut out = BufWriter::new(io::stdout().lock());
    let answer = run(&arguments, &mut out).and_then(|answer| {
        out.flush()?;
        Ok(answer)
    });
    match answer {
        Ok(is_yes) => ExitCode::from(u8::from(!is_yes)),
        // The reader of the output, `head` for example, has seen enough.
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("topics: {}", chain(&error));
            ExitCode::from(2)
        }
    }
}

/// The error and its causes; some say what their own cause says already.
fn chain(error: &anyhow::Error) -> String {
    let mut said = String::new();
    for cause in error.chain().map(ToString::to_string) {
        if !said.ends_with(&cause) {
            let colon = if said.is_empty() { "" } else { ": " };
            said.extend([colon, &cause]);
        }
    }
    said
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let error = error.downcast_ref::<io::Error>();
    error.is_some_and(|error| error.kind() == ErrorKind::BrokenPipe)
}

/// Writes the answer to a command; true if it is yes.
fn run(arguments: &Arguments, out: &mut impl Write) -> Result<bool> {
    let as_json = arguments.json;
    match &arguments.command {
        Command::Tree { locks } => tree::run(locks, as_json, out),
        Command::Diff { old, new, format } => diff::run(old, new, *format, as_json, out),
        Command::Check(check) => check::run(check, as_json, out),
        Command::Match { lock, patterns } => matching::run(lock, patterns, as_json, out),
        Command::Watch(watch) => watch::run(watch, as_json, out),
        Command::Export(export) => export::run(export, as_json, out),
        Command::Completions { shell } => {
            clap_complete::generate(*shell, &mut Arguments::command(), "topics", out);
            Ok(true)
        }
        Command::Man => manual::write(out),
    }
}
