//! A UUID is its 36 characters, hyphenated and in lower case, as RFC 9562 (section 4) recommends
//! that it be written. Other spellings are other topics, so they are not read.

use core::fmt;

use topics_core::{Segment, Texts};
use uuid::Uuid;
use uuid::fmt::Hyphenated;

use super::{SegmentValue, ValueError, written};

impl SegmentValue for Uuid {
    const TEXTS: Texts<'static> = Texts::UUID;

    fn to_segment(&self) -> Segment<'_> {
        written(self)
    }

    fn from_segment(segment: Segment<'_>) -> Result<Self, ValueError> {
        let text = segment.as_str();
        let uuid = Self::try_parse(text).map_err(|_| ValueError::not_one_of(Self::TEXTS))?;
        let right = &mut [0; Hyphenated::LENGTH];
        if uuid.as_hyphenated().encode_lower(right) == text {
            return Ok(uuid);
        }
        Err(ValueError::new(
            "a UUID is written with hyphens and in lower case",
        ))
    }

    fn write_segment(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        write!(out, "{}", self.as_hyphenated())
    }
}
