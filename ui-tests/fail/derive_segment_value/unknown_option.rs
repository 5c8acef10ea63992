// Options that do not exist.
use topics::SegmentValue;

#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
#[segment(rename_everything = "lowercase", transparent)]
pub enum Region {
    #[segment(also = "eu")]
    EuWest,
}

fn main() {
    let _ = Region::EuWest.to_segment();
}
