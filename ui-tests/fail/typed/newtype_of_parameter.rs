//! A struct around a type parameter is a segment if its parameter is one.

use topics::SegmentValue;

#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
pub struct Id<T>(T);

topics::topics! {
    order.<id: Id<String>>.paid;
}

fn main() {}
