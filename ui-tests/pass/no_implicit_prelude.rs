//! Nothing of the prelude is in scope, and the crate has another name.
#![no_implicit_prelude]

extern crate topics as bus;

#[derive(
    bus::SegmentValue,
    ::std::clone::Clone,
    ::std::fmt::Debug,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::hash::Hash,
)]
#[segment(crate = bus)]
pub enum Region {
    Eu,
    Us,
}

#[derive(
    bus::SegmentValue,
    ::std::clone::Clone,
    ::std::fmt::Debug,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::hash::Hash,
)]
#[segment(crate = bus)]
pub struct Shard(u8);

bus::topics! {
    pub enum BusTopic;

    topology.<id>.<state: applied | failed> => u8;
    metrics.<region: Region>.<shard: Shard>;
    attacker.<rest..>;
    system.log;
}

fn main() {
    let topic = Metrics::new(Region::Eu, Shard(7));
    ::std::assert_eq!(::std::string::ToString::to_string(&topic), "metrics.Eu.7");
    ::std::assert!(BusTopic::parse("attacker.a.b").is_ok());
}
