use topics::Segment;

pub struct Log;

#[derive(topics::Topics)]
pub enum BusTopic<'a> {
    Log(Log),
    Health(Segment<'a>),
}

fn main() {
    let _ = BusTopic::parse("system.log").map(|topic| topic.into_owned().to_string());
}
