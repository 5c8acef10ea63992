// A struct of two fields has two texts.
use topics::SegmentValue;

#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
pub struct Pair {
    first: u8,
    second: u8,
}

fn main() {}
