//! Aliases that are other texts too, or no segments.

use topics::SegmentValue;

#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
#[segment(rename_all = "snake_case")]
enum Region {
    #[segment(alias = "eu.west")]
    EuWest,
    #[segment(alias = "eu_west")]
    Us,
    #[segment(alias = "asia")]
    Asia,
    #[segment(alias = "us2", alias)]
    Us2,
}

fn main() {}
