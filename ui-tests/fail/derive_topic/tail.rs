use topics::{Segment, Tail};

#[derive(topics::Topic)]
#[topic("a.<rest>")]
pub struct TailIsPlain<'a> {
    pub rest: Tail<'a>,
}

#[derive(topics::Topic)]
#[topic("b.<rest..>")]
pub struct SegmentIsTail<'a> {
    pub rest: Segment<'a>,
}

#[derive(topics::Topic)]
#[topic("c.<rest..>.d")]
pub struct NotLast<'a> {
    pub rest: Tail<'a>,
}

fn main() {}
