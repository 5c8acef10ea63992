//! From parameters to text.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use topics_core::{Segment, Tail, Template, TopicName};

use super::short_name::ShortName;
use crate::{BuildError, IntoSegment, IntoTail, Topic};

/// A topic that writes its name, piece by piece.
///
/// What only generated code implements: a name is taken for checked because of what wrote it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no topic",
    label = "not known to be a topic",
    note = "a topic is a struct or an enum that `topics!` declares, or that derives `Topic` or `Topics`"
)]
pub trait Parts {
    /// The template it was declared by.
    fn declared_by(&self) -> Template<'static>;

    /// Writes the whole name. Generic, so that into a `String` it compiles to plain copies.
    fn write_parts<W: fmt::Write>(&self, out: &mut W) -> fmt::Result
    where
        Self: Sized;

    /// The names that it had before.
    fn earlier_names(&self) -> Vec<TopicName<'static>> {
        Vec::new()
    }
}

impl<T: Parts> Parts for &T {
    fn declared_by(&self) -> Template<'static> {
        (**self).declared_by()
    }

    fn write_parts<W: fmt::Write>(&self, out: &mut W) -> fmt::Result {
        (**self).write_parts(out)
    }

    fn earlier_names(&self) -> Vec<TopicName<'static>> {
        (**self).earlier_names()
    }
}

/// What is but known to be a topic writes its name as one piece.
impl Parts for &(dyn Topic + '_) {
    fn declared_by(&self) -> Template<'static> {
        Topic::template(*self)
    }

    fn write_parts<W: fmt::Write>(&self, out: &mut W) -> fmt::Result {
        out.write_str(Topic::name(*self).as_str())
    }

    fn earlier_names(&self) -> Vec<TopicName<'static>> {
        Topic::former_names(*self)
    }
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

/// The name.
#[inline(always)]
#[expect(
    clippy::inline_always,
    reason = "the parameters of a topic that is named where it is built stay in registers"
)]
pub fn name(topic: &impl Parts) -> TopicName<'static> {
    let mut name = String::with_capacity(length(topic));
    // As above.
    let _ = topic.write_parts(&mut name);
    TopicName::from_checked(name.into())
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
