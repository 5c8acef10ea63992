// A struct around what is no segment.
use topics::SegmentValue;

#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
pub struct Name(Vec<u8>);

fn main() {}
