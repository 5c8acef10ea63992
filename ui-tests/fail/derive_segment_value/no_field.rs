// A struct of no fields has no text.
use topics::SegmentValue;

#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
pub struct Marker;

fn main() {}
