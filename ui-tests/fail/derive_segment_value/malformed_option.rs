// Options that are not written as options are.
use topics::SegmentValue;

#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
#[segment(rename_all)]
pub enum Region {
    #[segment(rename = 5)]
    EuWest,
    #[segment = "us"]
    Us,
}

fn main() {
    let _ = Region::EuWest.to_segment();
}
