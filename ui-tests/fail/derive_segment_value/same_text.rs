// Two variants with one text.
use topics::SegmentValue;

#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
pub enum Region {
    EuWest,
    #[segment(rename = "EuWest")]
    Europe,
}

fn main() {
    let _ = Region::EuWest.to_segment();
}
