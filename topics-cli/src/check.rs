//! Checks names, one per line, at any size in constant memory.

use std::io::{BufReader, Write};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::arguments::Check;
use crate::input::Input;
use crate::lines::{LONGEST, Line, Lines, Malformed};
use crate::names::Names;
use crate::progress::Progress;
use crate::rejection::Rejection;
use crate::report;
use crate::source;
use crate::tally::Tally;
use crate::terminal::{hang, width};

/// In bytes; larger reads are not faster.
const READ_AT_ONCE: usize = 64 * 1024;

/// The longest line of JSON. It has the whole message in it.
const LONGEST_JSON: usize = 1024 * 1024;

/// Counts every name and lists those that are rejected as they are found; true if there are none.
pub(crate) fn run(check: &Check, as_json: bool, out: &mut impl Write) -> Result<bool> {
    let lock = source::lock(&check.lock)?;
    let names = Names::of(&lock);
    let input = Input::open(&check.input)?;
    let mut tally = Tally::new(&names);

    let progress = Progress::of(&input);
    let source = input.name;
    let longest = check.field.as_ref().map_or(LONGEST, |_| LONGEST_JSON);
    let reader = BufReader::with_capacity(READ_AT_ONCE, progress.wrap(input.reader));
    let mut lines = Lines::new(reader, longest);
    let cannot_read = || format!("cannot read `{source}`");
    while let Some(Line { number, text }) = lines.read().with_context(cannot_read)? {
        let shown = |rejection: Rejection<'_, '_>| {
            if check.no_rejects {
                return None;
            }
            if !as_json {
                let sentence = format!("{source}:{number}: {}", rejection.sentence(&names));
                return Some(hang(&sentence, 2, width()));
            }
            let mut value = rejection.json(&names);
            value["line"] = number.into();
            Some(value.to_string())
        };
        let rejected = match (&check.field, text) {
            (Some(field), Ok(line)) => {
                let value = serde_json::from_str::<Value>(line).ok();
                let name = value.as_ref().and_then(|value| value.get(field)?.as_str());
                let name = name.ok_or(Malformed::NoField { line });
                tally.count(name).err().and_then(shown)
            }
            (_, text) => tally.count(text).err().and_then(shown),
        };
        if let Some(rejected) = rejected {
            progress.write_around(out, |out| writeln!(out, "{rejected}"))?;
        }
    }
    drop(progress);
    if as_json {
        report::write_json(&tally, check.top, out)?;
    } else {
        report::write_text(&tally, check.top, out)?;
    }
    Ok(tally.rejections() == 0)
}
