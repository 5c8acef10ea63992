// A variant with data has no text that is known.
use topics::SegmentValue;

#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
pub enum Region {
    Eu,
    Other(u16),
    Named { code: u8 },
}

fn main() {
    let _ = Region::Eu.to_segment();
}
