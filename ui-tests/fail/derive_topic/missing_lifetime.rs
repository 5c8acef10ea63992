use topics::Segment;

#[derive(topics::Topic)]
#[topic("system.<worker>.health")]
pub struct Health {
    pub worker: Segment<'a>,
}

#[derive(topics::Topic)]
#[topic("system.<worker>.state")]
pub struct State {
    pub worker: Segment,
}

fn main() {}
