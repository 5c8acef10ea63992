use topics::Segment;

#[derive(topics::Topic)]
#[topic("system.<worker>.health")]
#[was("worker.<worker>.health")]
#[was("health.<worker>.now")]
pub struct Health<'a> {
    pub worker: Segment<'a>,
}

#[derive(topics::Topic)]
#[topic("log")]
#[was("system.log")]
pub struct Log;

#[derive(topics::Topics)]
pub enum BusTopic<'a> {
    Health(Health<'a>),
    // The former name of what is wrapped above.
    #[topic("worker.<id>.health")]
    Worker { id: Segment<'a> },
    // It crosses another one.
    #[topic("health.bus.<when>")]
    Bus { when: Segment<'a> },
    #[topic("system.log")]
    OwnLog,
    // A former name of it is the name of the variant above.
    Log(Log),
}

fn main() {}
