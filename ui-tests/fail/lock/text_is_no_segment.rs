//! Texts that were listed by hand, and that no file could hold.

use topics::{Segment, SegmentValue, ValueError};

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Region;

impl SegmentValue for Region {
    const TEXTS: Option<&'static [&'static str]> = Some(&["us", "eu west"]);

    fn to_segment(&self) -> Segment<'_> {
        topics::segment!("us")
    }

    fn from_segment(_: Segment<'_>) -> Result<Self, ValueError> {
        Ok(Self)
    }
}

topics::topics! {
    #[lock = "fail/lock/text_is_no_segment.lock"]
    pub enum BusTopic;

    metrics.<region: Region>;
}

fn main() {}
