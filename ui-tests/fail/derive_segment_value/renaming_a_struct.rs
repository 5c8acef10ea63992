// A struct has no text of its own to rename.
use topics::SegmentValue;

#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
#[segment(rename_all = "lowercase")]
pub struct Shard(#[segment(rename = "x")] u16);

fn main() {
    let _ = Shard(7).to_segment();
}
