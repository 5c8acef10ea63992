use topics::Segment;

#[derive(topics::Topic)]
#[topic("system.<worker>.health")]
pub struct Health<'a> {
    pub worker: Segment<'a>,
}

#[derive(topics::Topic)]
#[topic("system.log")]
pub struct Log;

#[derive(topics::Topics)]
pub enum BusTopic<'a> {
    Health(Health<'a>),
    #[topic("system.<part>.health")]
    Part { part: Segment<'a> },
    #[topic("system.log")]
    OwnLog,
    Log(Log),
}

fn main() {}
