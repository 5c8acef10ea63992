//! A UUID is its 36 characters, hyphenated and in lower case, as RFC 9562 (section 4) recommends
//! that it be written. Other spellings are other topics, so they are not read.

use core::fmt;

use topics_core::{Segment, Texts};
use uuid::Uuid;
use uuid::fmt::Hyphenated;

use super::{SegmentValue, SegmentWriter, ValueError, display_segment};

impl SegmentValue for Uuid {
    const TEXTS: Texts<'static> = Texts::UUID;

    fn to_segment(&self) -> Segment<'_> {
        display_segment(self.as_hyphenated())
    }

    fn from_segment(segment: Segment<'_>) -> Result<Self, ValueError> {
        let text = segment.as_str();
        match Self::try_parse(text) {
            Ok(uuid)
                if uuid
                    .as_hyphenated()
                    .encode_lower(&mut [0; Hyphenated::LENGTH])
                    == text =>
            {
                Ok(uuid)
            }
            Ok(_) => Err(ValueError::new(
                "not a UUID as topics write it: hyphenated, in lower case",
            )),
            Err(_) => Err(ValueError::new("not a UUID")),
        }
    }

    fn write_segment(&self, out: &mut SegmentWriter<'_>) -> fmt::Result {
        out.display(self.as_hyphenated())
    }
}
