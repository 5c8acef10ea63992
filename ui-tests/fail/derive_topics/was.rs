use topics::{Segment, Topic, Topics};

#[derive(Topic)]
#[topic("system.<worker>.health")]
pub struct Health<'a> {
    pub worker: Segment<'a>,
}

#[derive(Topics)]
#[was("old")]
pub enum Misplaced<'a> {
    #[was("old.<worker>.health")]
    Health(Health<'a>),
    Other(#[was("old.<id>")] Other<'a>),
}

#[derive(Topic)]
#[topic("other.<id>")]
pub struct Other<'a> {
    pub id: Segment<'a>,
}

#[derive(Topics)]
pub enum Conflicting<'a> {
    #[topic("a.<x>.c")]
    Left { x: Segment<'a> },
    #[topic("right.<y>")]
    #[was("a.b.<y>")]
    Right { y: Segment<'a> },
    #[topic("last")]
    #[was("a.<y>.c")]
    #[was("right.<z>")]
    Last,
    #[topic("twice")]
    #[was("last")]
    Twice,
}

fn main() {}
