//! A type has another name, and not all of the texts that are recorded.

use topics::SegmentValue;

#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
#[segment(rename_all = "lowercase")]
pub enum Area {
    Eu,
    Asia,
}

topics::topics! {
    #[lock = "fail/lock/type_renamed.lock"]
    pub enum BusTopic;

    metrics.<region: Area>;
}

fn main() {}
