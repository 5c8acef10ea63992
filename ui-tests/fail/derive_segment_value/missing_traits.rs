// A segment value can be cloned, compared, hashed and shown.
use topics::SegmentValue;

#[derive(SegmentValue)]
pub enum Region {
    Eu,
}

fn main() {}
