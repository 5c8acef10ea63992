//! From parameters to the name.

use alloc::string::String;
use core::fmt;

use topics_core::TopicName;

use super::Description;
use super::parts::{Parameter, Parts, Visit, Whole};
use super::short_name::ShortName;

/// Appends the name. A string that has no room of its own yet gets as much as the name takes.
#[inline]
pub fn write_to(topic: &impl Parts, out: &mut String) {
    if out.capacity() == 0 {
        *out = String::with_capacity(length(topic));
    }
    // Writing to a string cannot fail, and parts are no foreign `Display` implementations.
    let _ = write(topic, out);
}

/// The name.
#[inline(always)]
#[expect(
    clippy::inline_always,
    reason = "the parameters of a topic that is named where it is built stay in registers"
)]
pub fn name(topic: &impl Parts) -> TopicName<'static> {
    let mut name = String::with_capacity(length(topic));
    // As above.
    let _ = write(topic, &mut name);
    TopicName::from_checked(name.into())
}

/// Writes a name as `Display` should: at once, or padded where the format string asks for it.
pub fn display(topic: &impl Parts, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if f.width().is_none() && f.precision().is_none() {
        let mut name = ShortName::new();
        if write(topic, &mut name).is_ok()
            && let Some(name) = name.as_str()
        {
            return f.write_str(name);
        }
        return write(topic, f);
    }
    f.pad(&name(topic))
}

/// How long the name is.
#[inline]
fn length(topic: &impl Parts) -> usize {
    struct Length(usize);

    impl fmt::Write for Length {
        #[inline]
        fn write_str(&mut self, part: &str) -> fmt::Result {
            self.0 += part.len();
            Ok(())
        }
    }

    let mut length = Length(0);
    // As above.
    let _ = write(topic, &mut length);
    length.0
}

/// Writes the name. Generic, so that into a `String` it compiles to plain copies.
#[inline]
pub(super) fn write<W: fmt::Write>(topic: &impl Parts, out: &mut W) -> fmt::Result {
    let writer = topic.parts(Writer {
        out,
        pieces: &[],
        result: Ok(()),
    });
    // Behind the last parameter.
    writer.piece().result
}

struct Writer<'o, W> {
    out: &'o mut W,
    /// Those that are still to be written.
    pieces: &'static [&'static str],
    result: fmt::Result,
}

impl<W: fmt::Write> Writer<'_, W> {
    #[inline]
    fn piece(mut self) -> Self {
        if let [first, rest @ ..] = self.pieces {
            self.pieces = rest;
            if self.result.is_ok() && !first.is_empty() {
                self.result = self.out.write_str(first);
            }
        }
        self
    }
}

impl<W: fmt::Write> Visit for Writer<'_, W> {
    #[inline]
    fn line(mut self, line: &'static Description) -> Self {
        self.pieces = line.present.pieces;
        self
    }

    #[inline]
    fn root(mut self, root: &str) -> Self {
        if self.result.is_ok() {
            self.result = self.out.write_str(root);
        }
        if self.result.is_ok() {
            self.result = self.out.write_char('.');
        }
        self
    }

    #[inline]
    fn parameter(self, parameter: impl Parameter) -> Self {
        let mut this = self.piece();
        if this.result.is_ok() {
            this.result = parameter.write(this.out);
        }
        this
    }

    fn whole(mut self, topic: &dyn Whole) -> Self {
        if self.result.is_ok() {
            self.result = topic.write(self.out);
        }
        self
    }
}
