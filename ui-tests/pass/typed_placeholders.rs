//! Types with parameters, paths and macros in placeholders and payloads.
use std::fmt::Debug;
use std::hash::Hash;
use std::num::NonZero;

use topics::SegmentValue;

#[derive(SegmentValue, Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Id<T>
where
    T: Copy,
{
    value: T,
}

#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
pub struct Tagged<T, const N: usize>(T);

pub type Short = Tagged<u8, 4>;

macro_rules! number {
    () => { u32 };
}

pub struct Envelope<'a, T: ?Sized>(pub &'a T);

topics::topics! {
    pub enum BusTopic;

    a.<id: Id<NonZero<u8>>>.<other: crate::Tagged<Id<i64>, { 2 + 2 }>>;
    b.<id: Short>.<on: bool> => Vec<Result<(), Box<dyn Debug + Send>>>;
    c.<id: number!()>.<n: ::core::primitive::u8>;
    d.<id: <u8 as std::ops::Add>::Output> => fn(&str) -> u8;
    e.<id: topics::Segment<'static>>.<n: (u8)> => Envelope<'static, str>;
    f => [u8; 4];
    g => (u8, [Vec<u8>; 2]);
    h => for<'a> fn(&'a str) -> &'a str;
    i => &'static str;
}

fn main() {
    let id = Id { value: NonZero::new(7).unwrap() };
    let topic = A::new(id, Tagged(Id { value: -1 }));
    assert_eq!(topic.to_string(), "a.7.-1");
    assert_eq!(B::new(Tagged(7), true).to_string(), "b.7.true");
    assert_eq!(C::new(7, 8).to_string(), "c.7.8");
    assert_eq!(D::pattern().id(7).to_string(), "d.7");
    assert_eq!(E::parse("e.x.7").unwrap().id, "x");
}
