//! Values with other names, which are still read by those that are recorded.

use topics::SegmentValue;

#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
#[segment(rename_all = "snake_case")]
pub enum Region {
    #[segment(alias = "eu", alias = "emea")]
    Europe,
    Us,
}

topics::topics! {
    #[lock = "pass/lock_values_renamed.lock"]
    pub enum BusTopic;

    job.<id>.<state: queued | applied was done was finished>;
    // Another type with the same texts.
    metrics.<region: Region>;
}

fn main() {}
