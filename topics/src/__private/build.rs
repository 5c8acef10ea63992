//! From parameters to text.

use alloc::borrow::Cow;
use alloc::string::String;
use core::fmt;

use topics_core::{Segment, Tail, Template, TopicName};

use super::short_name::ShortName;
use crate::{BuildError, IntoSegment, IntoTail};

/// What only generated code implements: a name is taken for checked because of what wrote it.
pub trait Sealed {}

impl<T: Sealed + ?Sized> Sealed for &T {}

/// A topic that writes its name, piece by piece.
pub trait Parts {
    /// Writes the whole name. Generic, so that into a `String` it compiles to plain copies.
    fn write_parts<W: fmt::Write>(&self, out: &mut W) -> fmt::Result;
}

/// Appends the name. A string that has no room of its own yet gets as much as the name takes.
#[inline]
pub fn write_to(topic: &impl Parts, out: &mut String) {
    if out.capacity() == 0 {
        *out = String::with_capacity(length(topic));
    }
    // Writing to a string cannot fail, and parts are no foreign `Display` implementations.
    let _ = topic.write_parts(out);
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
    let _ = topic.write_parts(&mut length);
    length.0
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
        let mut name = ShortName::new();
        if topic.write_parts(&mut name).is_ok()
            && let Some(name) = name.as_str()
        {
            return f.write_str(name);
        }
        return topic.write_parts(f);
    }
    let mut name = String::new();
    write_to(topic, &mut name);
    f.pad(&name)
}

#[inline]
pub fn segment<'a>(
    text: impl IntoSegment<'a>,
    template: Template<'static>,
    placeholder: &'static str,
) -> Result<Segment<'a>, BuildError> {
    text.into_segment()
        .map_err(|error| BuildError::new(template, placeholder, error))
}

#[inline]
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
