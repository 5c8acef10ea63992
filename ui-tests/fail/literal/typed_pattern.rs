//! Patterns that nothing can match, as far as the types of placeholders tell.

use topics::{SegmentValue, pattern};

#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
#[segment(rename_all = "snake_case")]
pub enum Region {
    Eu,
    Us,
}

#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
pub struct Shard(u16);

topics::topics! {
    pub enum BusTopic;

    orders.<id: u64>.created;
    metrics.<region: Region>.<shard: Shard>;
}

fn main() {
    let _ = pattern!(BusTopic, "metrics.ue.*");
    let _ = pattern!(BusTopic, "metrics.asia.*");
    let _ = pattern!(BusTopic, "orders.created.*");
    let _ = pattern!(BusTopic, "metrics.7.eu");
}
