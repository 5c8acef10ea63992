use topics::{Segment, Tail};

#[derive(topics::Topic)]
#[topic("system.health")]
pub struct Health<'a> {
    pub worker: Segment<'a>,
    pub rest: Tail<'a>,
}

fn main() {}
