use topics::Segment;

#[derive(topics::Topics)]
pub enum BusTopic<'a> {
    Health { worker: Segment<'a> },
    Log,
    #[topic("system.bus")]
    Bus,
}

fn main() {
    let _ = BusTopic::parse("system.bus").map(|topic| topic.to_string());
}
