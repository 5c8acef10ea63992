//! What a topic consists of, shown piece by piece to whoever asks.

use core::fmt;

use super::{Below, Description, ValueOf};
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
    #[inline]
    fn parameter(self, _: impl Parameter) -> Self {
        self
    }

    /// A topic whose parts are not known here, in place of all of these, and what it stands below.
    #[must_use]
    fn whole(self, _: &dyn Topic, _: Option<&'static Below>) -> Self {
        self
    }

    /// The parameter of a plain placeholder or of a tail.
    #[must_use]
    #[inline]
    fn text<T: AsRef<str> + fmt::Debug>(self, text: &T) -> Self {
        self.parameter(Written(text.as_ref(), text))
    }

    /// The parameter of a closed placeholder.
    #[must_use]
    #[inline]
    fn closed<T: SegmentValue>(self, value: &T) -> Self {
        self.parameter(Written(value.to_segment().as_str(), value))
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

/// A text, and what is shown for it.
struct Written<'t, T>(&'t str, &'t T);

impl<T: fmt::Debug> Parameter for Written<'_, T> {
    #[inline]
    fn write(&self, out: &mut impl fmt::Write) -> fmt::Result {
        out.write_str(self.0)
    }
}

impl<T: fmt::Debug> fmt::Debug for Written<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.1.fmt(f)
    }
}

struct Typed<'t, T>(&'t T, ValueOf<T>);

impl<T> Parameter for Typed<'_, T> {
    #[inline]
    fn write(&self, out: &mut impl fmt::Write) -> fmt::Result {
        (self.1.write)(self.0, out)
    }
}

impl<T> fmt::Debug for Typed<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (self.1.debug)(self.0, f)
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
        visit.whole(*self, None)
    }
}
