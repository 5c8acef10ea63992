// A union has no text.
use topics::SegmentValue;

#[derive(SegmentValue)]
pub union Bits {
    number: u32,
}

fn main() {}
