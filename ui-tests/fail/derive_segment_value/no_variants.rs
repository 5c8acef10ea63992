// An enum without variants has no value.
use topics::SegmentValue;

#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
pub enum Never {}

fn main() {}
