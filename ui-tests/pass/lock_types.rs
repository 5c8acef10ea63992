//! Types keep what a lock has recorded of them: more texts, other orders, and types that are not there.

#![deny(warnings)]
#![allow(dead_code)]

use topics::SegmentValue;

#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
pub enum Region {
    Us,
    Asia,
    Eu,
}

#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
pub struct Around<T>(T);

topics::topics! {
    #[lock = "pass/lock_types.lock"]
    pub enum BusTopic;

    metrics.<id>.<region: Region>;
    #[deprecated]
    metrics.<region: Around<Region>>.old;
    numbers.<number: u32>.<flag: bool>;
    #[cfg(any())]
    elsewhere.<x: Elsewhere> as Away;
    #[cfg(not(any()))]
    #[cfg(all())]
    here.<x: Region>;
    renamed.<region: Region>;
    moved.<region: crate::Region>;
}

fn main() {
    assert_eq!(Around::<Region>::TEXTS, Region::TEXTS);
    assert_eq!(Around::<u8>::TEXTS, u8::TEXTS);
}
