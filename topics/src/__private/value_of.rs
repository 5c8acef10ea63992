//! What generated code does with the type of a typed placeholder.

use core::fmt;

use topics_core::{Segment, Texts};

use crate::value::SegmentWriter;
use crate::{SegmentValue, ValueError};

/// The operations of a type, looked up once.
///
/// A type that is no [`SegmentValue`] is reported wherever it is used as one. Generated code uses it in
/// a dozen places, but the user wrote it in one; so it is used as one only in the making of this table,
/// and everything else goes through the table. Being a constant, it costs nothing when running.
#[expect(missing_debug_implementations, reason = "internal")]
pub struct ValueOf<T> {
    texts: Texts<'static>,
    to_segment: fn(&T) -> Segment<'_>,
    from_segment: fn(Segment<'_>) -> Result<T, ValueError>,
    write: fn(&T, &mut SegmentWriter<'_>) -> fmt::Result,
    clone: fn(&T) -> T,
    eq: fn(&T, &T) -> bool,
    debug: fn(&T, &mut fmt::Formatter<'_>) -> fmt::Result,
}

impl<T> Clone for ValueOf<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for ValueOf<T> {}

pub const fn value_of<T: SegmentValue>() -> ValueOf<T> {
    ValueOf {
        texts: T::TEXTS,
        to_segment: T::to_segment,
        from_segment: T::from_segment,
        write: T::write_segment,
        clone: T::clone,
        eq: T::eq,
        debug: <T as fmt::Debug>::fmt,
    }
}

impl<T> ValueOf<T> {
    pub const fn texts(&self) -> Texts<'static> {
        self.texts
    }

    pub fn to_segment<'v>(&self, value: &'v T) -> Segment<'v> {
        (self.to_segment)(value)
    }

    pub fn from_segment(&self, segment: Segment<'_>) -> Result<T, ValueError> {
        (self.from_segment)(segment)
    }

    #[inline]
    pub fn write(&self, value: &T, out: &mut impl fmt::Write) -> fmt::Result {
        (self.write)(value, &mut SegmentWriter::new(out))
    }

    pub fn clone(&self, value: &T) -> T {
        (self.clone)(value)
    }

    pub fn eq(&self, a: &T, b: &T) -> bool {
        (self.eq)(a, b)
    }

    pub fn debug(&self, value: &T, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (self.debug)(value, f)
    }
}
