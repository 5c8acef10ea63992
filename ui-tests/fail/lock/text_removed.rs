//! A type has lost texts that it had; what it has gained is no fault.

use topics::SegmentValue;

#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
#[segment(rename_all = "snake_case")]
pub enum Region {
    EuWest,
    Asia,
}

mod levels {
    use topics::SegmentValue;

    #[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
    pub enum Level {
        High,
    }

    #[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
    pub struct Alarm(Level);
}

topics::topics! {
    #[lock = "fail/lock/text_removed.lock"]
    pub enum BusTopic;

    metrics.<id>.<region: Region>;
    // Told once.
    metrics.<id>.<region: Region>.again;
    alarm.<alarm: levels::Alarm>;
}

fn main() {}
