//! Text that nobody has checked is no segment.

use std::borrow::Cow;

use topics::SegmentValue;

#[derive(Clone, Debug, PartialEq, Eq, Hash, SegmentValue)]
struct OrderId(String);

#[derive(Clone, Debug, PartialEq, Eq, Hash, SegmentValue)]
struct Name {
    name: Cow<'static, str>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, SegmentValue)]
struct Static(&'static str);

topics::topics! {
    order.<id: OrderId>;
    of.<name: Name>;
    text.<id: String>;
    path.<id: std::string::String>;
}

fn main() {}
