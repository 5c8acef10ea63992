//! What the type of a placeholder refuses, as far as the type tells.

use topics::{Segment, SegmentValue, Texts, ValueError, topic};

#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
#[segment(rename_all = "snake_case")]
pub enum Region {
    Eu,
    Us,
}

#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
pub struct OrderId(u64);

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Month(u8);

impl SegmentValue for Month {
    const TEXTS: Texts<'static> = Texts::from_static("<1..=12>");

    fn to_segment(&self) -> Segment<'_> {
        topics::segment!("1")
    }

    fn from_segment(_: Segment<'_>) -> Result<Self, ValueError> {
        Ok(Self(1))
    }
}

topics::topics! {
    pub enum BusTopic;

    orders.<id: u64>.created;
    returns.<id: OrderId>.<region: Region>;
    reports.<month: Month>.done;
}

const INTEGER: topics::TopicName<'static> = topic!(BusTopic, "orders.seven.created");

fn main() {
    let _ = topic!(BusTopic, "returns.7.ue");
    let _ = topic!(BusTopic, "returns.07.eu");
    let _ = topic!(BusTopic, "reports.13.done");
}
