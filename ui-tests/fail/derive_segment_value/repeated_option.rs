// Options given twice.
use topics::SegmentValue;

#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
#[segment(rename_all = "lowercase", rename_all = "UPPERCASE")]
pub enum Region {
    #[segment(rename = "eu", rename = "europe")]
    EuWest,
}

fn main() {
    let _ = Region::EuWest.to_segment();
}
