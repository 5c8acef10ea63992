// A struct around what is no segment.
use topics::SegmentValue;

#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
pub struct Name(String);

fn main() {}
