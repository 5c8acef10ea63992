//! What a topic consists of, shown piece by piece to whoever asks.

use alloc::vec::Vec;
use core::fmt;

use topics_core::{Segment, Tail, Template, TopicName};

use super::write::write;
use super::{Description, ValueOf};
use crate::{SegmentValue, Topic};

/// A topic that shows its parameters, one after the other.
///
/// What only generated code implements: a name is taken for checked because of what it is made of. All that a
/// topic does besides being read, written, compared and shown, is made of this one method, and compiled where
/// it is used.
pub trait Parts {
    fn parts<V: Visit>(&self, visit: V) -> V
    where
        Self: Sized;
}

/// Is shown the line of a topic, and then its parameters.
pub trait Visit: Sized {
    #[must_use]
    #[inline]
    fn line(self, _: &'static Description) -> Self {
        self
    }

    /// What stands before the topic.
    #[must_use]
    #[inline]
    fn root(self, _: &str) -> Self {
        self
    }

    #[must_use]
    fn parameter(self, parameter: impl Parameter) -> Self;

    /// A topic whose parts are not known here, in place of all of these.
    #[must_use]
    fn whole(self, topic: &dyn Whole) -> Self;

    /// The parameter of a plain placeholder or of a tail.
    #[must_use]
    #[inline]
    fn text<T: Text>(self, text: &T) -> Self {
        self.parameter(TextOf(text))
    }

    /// The parameter of a closed placeholder.
    #[must_use]
    #[inline]
    fn closed<T: SegmentValue>(self, value: &T) -> Self {
        self.parameter(Closed(value))
    }

    /// The parameter of a typed placeholder.
    #[must_use]
    #[inline]
    fn typed<T>(self, value: &T, of: ValueOf<T>) -> Self {
        self.parameter(Typed(value, of))
    }
}

/// What is done with a parameter, whatever it is.
pub trait Parameter: fmt::Debug {
    fn write(&self, out: &mut impl fmt::Write) -> fmt::Result;
}

struct TextOf<'t, T>(&'t T);

impl<T: Text> Parameter for TextOf<'_, T> {
    #[inline]
    fn write(&self, out: &mut impl fmt::Write) -> fmt::Result {
        out.write_str(self.0.as_ref())
    }
}

impl<T: Text> fmt::Debug for TextOf<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

struct Closed<'t, T>(&'t T);

impl<T: SegmentValue> Parameter for Closed<'_, T> {
    #[inline]
    fn write(&self, out: &mut impl fmt::Write) -> fmt::Result {
        out.write_str(self.0.to_segment().as_str())
    }
}

impl<T: SegmentValue> fmt::Debug for Closed<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

struct Typed<'t, T>(&'t T, ValueOf<T>);

impl<T> Parameter for Typed<'_, T> {
    #[inline]
    fn write(&self, out: &mut impl fmt::Write) -> fmt::Result {
        self.1.write(self.0, out)
    }
}

impl<T> fmt::Debug for Typed<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.1.debug(self.0, f)
    }
}

/// The types of text parameters.
pub trait Text: AsRef<str> + fmt::Debug {}

impl Text for Segment<'_> {}
impl Text for Tail<'_> {}

/// A topic of any type, which says all that is asked of it.
pub trait Whole {
    fn template(&self) -> Template<'static>;

    /// The name by which it was read from a text.
    fn template_read(&self, text: &str) -> Template<'static>;

    fn write(&self, out: &mut dyn fmt::Write) -> fmt::Result;

    fn former_names(&self) -> Vec<TopicName<'static>>;
}

impl<T: Parts> Whole for T {
    fn template(&self) -> Template<'static> {
        super::template(self)
    }

    fn template_read(&self, text: &str) -> Template<'static> {
        super::template_read(self, text)
    }

    fn write(&self, mut out: &mut dyn fmt::Write) -> fmt::Result {
        write(self, &mut out)
    }

    fn former_names(&self) -> Vec<TopicName<'static>> {
        super::former_names(self)
    }
}

impl<T: Parts> Parts for &T {
    #[inline]
    fn parts<V: Visit>(&self, visit: V) -> V {
        (**self).parts(visit)
    }
}

impl Parts for &(dyn Topic + '_) {
    fn parts<V: Visit>(&self, visit: V) -> V {
        visit.whole(&Shown(*self))
    }
}

struct Shown<'t>(&'t dyn Topic);

impl Whole for Shown<'_> {
    fn template(&self) -> Template<'static> {
        self.0.template()
    }

    fn template_read(&self, _: &str) -> Template<'static> {
        self.0.template()
    }

    fn write(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        out.write_str(self.0.name().as_str())
    }

    fn former_names(&self) -> Vec<TopicName<'static>> {
        self.0.former_names()
    }
}
