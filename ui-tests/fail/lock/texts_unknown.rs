//! A type that had few texts can now have any number.

use topics::SegmentValue;

#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
pub struct Region(u16);

topics::topics! {
    #[lock = "fail/lock/texts_unknown.lock"]
    pub enum BusTopic;

    metrics.<region: Region>;
}

fn main() {}
