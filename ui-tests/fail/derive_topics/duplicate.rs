use topics::Segment;

#[derive(topics::Topics)]
pub enum BusTopic<'a> {
    #[topic("system.<worker>.health")]
    Health { worker: Segment<'a> },
    #[topic("system.<part>.health")]
    Part { part: Segment<'a> },
    #[topic("system.log")]
    Log,
    #[topic("system.log")]
    SameLog,
}

fn main() {}
