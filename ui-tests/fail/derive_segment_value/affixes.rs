//! Affixes that can't stand in a segment, and where there is nothing to put them around.

use topics::SegmentValue;

#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
#[segment(prefix = "dev.")]
struct Dotted(u32);

#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
#[segment(prefix = "", suffix = "a b")]
struct Empty(u32);

#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
#[segment(prefix = 7)]
struct Number(u32);

#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
#[segment(prefix = "dev-", prefix = "dev-")]
struct Twice(u32);

#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
#[segment(prefix = "dev-", value_only)]
struct OnStruct(u32);

#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
#[segment(prefix = "dev-")]
struct Around(NoSegment);

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct NoSegment;

fn main() {}
