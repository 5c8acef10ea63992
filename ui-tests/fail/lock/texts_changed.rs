//! A type that has other texts than before.

use topics::SegmentValue;

#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
pub struct Region(u16);

topics::topics! {
    #[lock = "fail/lock/texts_changed.lock"]
    pub enum BusTopic;

    metrics.<region: Region>;
}

fn main() {}
