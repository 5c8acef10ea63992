//! Types that have their texts ready: `bool`, and segments themselves.

use topics_core::{Segment, Texts};

use super::{SegmentValue, ValueError};
use crate::__private::checked_segment;

impl SegmentValue for bool {
    const TEXTS: Texts<'static> = Texts::from_static("true | false");

    fn to_segment(&self) -> Segment<'_> {
        checked_segment(if *self { "true" } else { "false" })
    }

    fn from_segment(segment: Segment<'_>) -> Result<Self, ValueError> {
        match segment.as_str() {
            "true" => Ok(true),
            "false" => Ok(false),
            _ => Err(ValueError::not_one_of(Self::TEXTS)),
        }
    }
}

/// For newtypes over checked text, `struct DeckyId(Segment<'static>)`. Reading one allocates; a plain
/// placeholder borrows.
impl SegmentValue for Segment<'_> {
    const TEXTS: Texts<'static> = Texts::ANY;

    fn to_segment(&self) -> Segment<'_> {
        self.borrowed()
    }

    fn from_segment(segment: Segment<'_>) -> Result<Self, ValueError> {
        Ok(segment.into_owned())
    }
}
