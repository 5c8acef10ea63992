//! From parameters to the name.

use alloc::string::String;
use core::fmt;

use topics_core::TopicName;

use super::short_name::ShortName;
use super::{Below, Description, Parameter, Parts, Visit};
use crate::Topic;

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
    let mut length = 0;
    // As above.
    let _ = write(topic, &mut Pieces(|piece: &str| length += piece.len()));
    length
}

/// Takes the pieces of a name.
pub(super) struct Pieces<F>(pub(super) F);

impl<F: FnMut(&str)> fmt::Write for Pieces<F> {
    #[inline]
    fn write_str(&mut self, piece: &str) -> fmt::Result {
        (self.0)(piece);
        Ok(())
    }
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
    /// Writes something more, unless something has failed.
    #[inline]
    fn put(mut self, write: impl FnOnce(&mut W) -> fmt::Result) -> Self {
        if self.result.is_ok() {
            self.result = write(self.out);
        }
        self
    }

    #[inline]
    fn piece(mut self) -> Self {
        let Some((first, rest)) = self.pieces.split_first() else {
            return self;
        };
        self.pieces = rest;
        if first.is_empty() {
            return self;
        }
        self.put(|out| out.write_str(first))
    }
}

impl<W: fmt::Write> Visit for Writer<'_, W> {
    #[inline]
    fn line(mut self, line: &'static Description) -> Self {
        self.pieces = line.present.pieces;
        self
    }

    #[inline]
    fn root(self, root: &str) -> Self {
        self.put(|out| out.write_str(root))
            .put(|out| out.write_char('.'))
    }

    #[inline]
    fn parameter(self, parameter: impl Parameter) -> Self {
        self.piece().put(|out| parameter.write(out))
    }

    fn whole(self, topic: &dyn Topic, below: Option<&'static Below>) -> Self {
        let this = match below {
            Some(below) => self.root(below.root),
            None => self,
        };
        this.put(|out| write!(out, "{topic}"))
    }
}
