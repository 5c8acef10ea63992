//! Types that are segments, by derives that are told the name.

/// An enum of units.
#[derive(
    ::bus::SegmentValue,
    ::core::clone::Clone,
    ::core::marker::Copy,
    ::core::fmt::Debug,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
)]
#[segment(crate = ::bus, rename_all = "kebab-case")]
pub enum Region {
    /// `eu-west`
    EuWest,
    /// `us`
    Us,
}

/// A struct around a value.
#[derive(
    ::bus::SegmentValue,
    ::core::clone::Clone,
    ::core::fmt::Debug,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
)]
#[segment(crate = ::bus)]
pub struct Shard(pub u16);
