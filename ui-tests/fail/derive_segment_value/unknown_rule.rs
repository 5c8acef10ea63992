// A renaming rule that does not exist.
use topics::SegmentValue;

#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
#[segment(rename_all = "train-case")]
pub enum Region {
    EuWest,
}

fn main() {
    let _ = Region::EuWest.to_segment();
}
