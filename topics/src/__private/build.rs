//! From parameters to text.

use alloc::borrow::Cow;
use alloc::string::String;
use core::fmt;

use topics_core::{Segment, Tail, Template, TopicName};

use crate::{BuildError, IntoSegment, IntoTail};

/// What only generated code implements: a name is taken for checked because of what wrote it.
pub trait Sealed {}

impl<T: Sealed + ?Sized> Sealed for &T {}

/// A topic that writes its name, piece by piece.
pub trait Parts {
    /// Writes the whole name. Generic, so that into a `String` it compiles to plain copies.
    fn write_parts<W: fmt::Write>(&self, out: &mut W) -> fmt::Result;
}

pub fn write_to(topic: &impl Parts, out: &mut String) {
    // Writing to a string cannot fail, and parts are no foreign `Display` implementations.
    let _ = topic.write_parts(out);
}

/// A name that a topic had before; `write` writes it.
pub fn former_name(write: impl FnOnce(&mut String) -> fmt::Result) -> TopicName<'static> {
    let mut name = String::new();
    // As above.
    let _ = write(&mut name);
    TopicName::from_checked(name.into())
}

/// Writes a name as `Display` should: at once, or padded where the format string asks for it.
pub fn display(topic: &impl Parts, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if f.width().is_none() && f.precision().is_none() {
        return topic.write_parts(f);
    }
    let mut name = String::new();
    write_to(topic, &mut name);
    f.pad(&name)
}

pub fn segment<'a>(
    text: impl IntoSegment<'a>,
    template: Template<'static>,
    placeholder: &'static str,
) -> Result<Segment<'a>, BuildError> {
    text.into_segment()
        .map_err(|error| BuildError::new(template, placeholder, error))
}

pub fn tail<'a>(
    text: impl IntoTail<'a>,
    template: Template<'static>,
    placeholder: &'static str,
) -> Result<Tail<'a>, BuildError> {
    text.into_tail()
        .map_err(|error| BuildError::new(template, placeholder, error))
}

/// A segment from a text that the macro has checked.
pub const fn checked_segment(text: &'static str) -> Segment<'static> {
    Segment::from_checked(Cow::Borrowed(text))
}
