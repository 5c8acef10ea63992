//! A type that lists its texts no more.

use topics::{Segment, SegmentValue, ValueError};

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Region(Segment<'static>);

impl SegmentValue for Region {
    fn to_segment(&self) -> Segment<'_> {
        self.0.borrowed()
    }

    fn from_segment(segment: Segment<'_>) -> Result<Self, ValueError> {
        Ok(Self(segment.into_owned()))
    }
}

topics::topics! {
    #[lock = "fail/lock/texts_untold.lock"]
    pub enum BusTopic;

    metrics.<region: Region>;
}

fn main() {}
