// Two variants with one text, once they are in lower case.
use topics::SegmentValue;

#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
#[segment(rename_all = "lowercase")]
pub enum Region {
    EU,
    Eu,
}

fn main() {}
