//! How far the reading is, on standard error if that is a terminal, and nowhere if not.

use std::io::{self, IsTerminal, Read, Write};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressBarIter, ProgressStyle};

use crate::input::Input;

/// A bar where the size of the input is known, and a count where it is not.
pub(crate) struct Progress {
    bar: ProgressBar,
    shares_the_terminal: bool,
}

const OF_KNOWN_SIZE: &str = "{bar:30} {percent}% of {total_bytes}, {bytes_per_sec}, {eta} left";
const OF_UNKNOWN_SIZE: &str = "{spinner} {bytes} read, {bytes_per_sec}, {elapsed}";

impl Progress {
    pub(crate) fn of(input: &Input) -> Self {
        // It draws on standard error and hides itself if that is no terminal. Who types sees the
        // progress without it.
        let (bar, template) = match input.size {
            _ if input.is_typed => (ProgressBar::hidden(), OF_UNKNOWN_SIZE),
            Some(size) => (ProgressBar::new(size), OF_KNOWN_SIZE),
            None => (ProgressBar::no_length(), OF_UNKNOWN_SIZE),
        };
        // Were a template wrong, indicatif's own bar would do.
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        if !bar.is_hidden() {
            bar.enable_steady_tick(Duration::from_millis(200));
        }
        Self {
            shares_the_terminal: !bar.is_hidden() && io::stdout().is_terminal(),
            bar,
        }
    }

    /// Counts what is read.
    pub(crate) fn wrap<R: Read>(&self, reader: R) -> ProgressBarIter<R> {
        self.bar.wrap_read(reader)
    }

    /// Writes a line at once, out of the progress bar's way, if somebody is looking.
    pub(crate) fn write_around(
        &self,
        out: &mut impl Write,
        write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> io::Result<()> {
        if !self.shares_the_terminal {
            return write(out);
        }
        self.bar.suspend(|| {
            write(out)?;
            out.flush()
        })
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
