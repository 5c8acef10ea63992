//! A bound may bring lifetimes of its own.

use topics::{Segment, SegmentValue, Topic};

#[derive(Topic)]
#[topic("order.<id>.<name>")]
pub struct Order<'a, T: for<'t> PartialEq<&'t str>>
where
    T: SegmentValue + for<'q> PartialEq<&'q str>,
{
    pub id: T,
    pub name: Segment<'a>,
}

fn main() {
    assert_eq!(Order::<'_, Segment<'static>>::TEMPLATE, "order.<id: T>.<name>");
}
