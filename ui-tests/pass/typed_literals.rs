//! Literals on placeholders with types: what a type takes, what a former name had, and what isn't known.

use topics::{Escaped, Segment, SegmentValue, ValueError, pattern, topic};

#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
#[segment(rename_all = "snake_case")]
pub enum Region {
    Eu,
    Us,
}

/// Tells nothing of its texts, and has the name of a primitive type.
#[allow(non_camel_case_types)]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct u16(Segment<'static>);

impl SegmentValue for self::u16 {
    fn to_segment(&self) -> Segment<'_> {
        self.0.borrowed()
    }

    fn from_segment(segment: Segment<'_>) -> Result<Self, ValueError> {
        Ok(Self(segment.into_owned()))
    }
}

topics::topics! {
    pub enum BusTopic;

    orders.<id: u64>.created;
    metrics.<region: Region>.<shard: u16>;
    packages.<name: Escaped>;
    logs.<text>;
}

fn main() {
    let _ = topic!(BusTopic, "orders.7.created");
    let _ = topic!(BusTopic, "metrics.eu.seven");
    let _ = topic!(BusTopic, "packages.v1%2E2");
    let _ = topic!(BusTopic, "logs.seven");
    let _ = pattern!(BusTopic, "metrics.us.*");
    let id = 7_u64;
    let _ = pattern!(BusTopic, "orders.{id}.created");
    let region = Region::Eu;
    let _ = pattern!(BusTopic, "metrics.{region}.>");
}
