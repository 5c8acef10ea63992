//! What generated code does with the type of a typed placeholder.

use core::fmt;

use topics_core::{Segment, Texts};

use crate::{SegmentValue, ValueError};

/// The operations of a type, looked up once.
///
/// A type that is no [`SegmentValue`] is reported wherever it is used as one. Generated code uses it in
/// a dozen places, but the user wrote it in one; so it is used as one only in the making of this table,
/// and everything else goes through the table. Being a constant, it costs nothing when running.
#[expect(missing_debug_implementations, reason = "internal")]
pub struct ValueOf<T> {
    pub texts: Texts<'static>,
    pub to_segment: fn(&T) -> Segment<'_>,
    pub from_segment: fn(Segment<'_>) -> Result<T, ValueError>,
    pub write: fn(&T, &mut dyn fmt::Write) -> fmt::Result,
    pub clone: fn(&T) -> T,
    pub eq: fn(&T, &T) -> bool,
    pub debug: fn(&T, &mut fmt::Formatter<'_>) -> fmt::Result,
}

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
