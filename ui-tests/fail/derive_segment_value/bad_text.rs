// Texts that are no segment.
use topics::SegmentValue;

#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
pub enum Region {
    #[segment(rename = "eu.west")]
    EuWest,
    #[segment(rename = "")]
    Nowhere,
    #[segment(rename = "any *")]
    Any,
    Us,
}

fn main() {
    let _ = Region::Us.to_segment();
}
