//! Texts that values had before are no longer read.

use topics::SegmentValue;

#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
#[segment(rename_all = "snake_case")]
pub enum Region {
    #[segment(rename = "europe")]
    Europe,
    Us,
}

topics::topics! {
    #[lock = "fail/lock/former_text_removed.lock"]
    pub enum BusTopic;

    job.<id>.<state: queued | applied>;
    metrics.<region: Region>;
}

fn main() {}
