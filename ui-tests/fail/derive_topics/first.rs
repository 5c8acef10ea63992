// The remedy in the words of the derive; and two that are both first.
use topics::{Segment, Topic, Topics};

#[derive(Topic, Clone, Debug, PartialEq, Eq, Hash)]
#[topic("system.<worker>.health", first)]
struct Health<'a> {
    worker: Segment<'a>,
}

#[derive(Topics, Clone, Debug, PartialEq, Eq, Hash)]
enum Both<'a> {
    Health(Health<'a>),
    #[topic("system.bus.<part>", first)]
    Bus { part: Segment<'a> },
}

#[derive(Topics, Clone, Debug, PartialEq, Eq, Hash)]
enum Neither<'a> {
    #[topic("system.<worker>.health")]
    Health { worker: Segment<'a> },
    #[topic("system.bus.<part>", first, first)]
    Bus { part: Segment<'a> },
    #[topic("system.<a>.<b: c>")]
    Other,
}

#[derive(Topics, Clone, Debug, PartialEq, Eq, Hash)]
enum None<'a> {
    #[topic("system.<worker>.health")]
    Health { worker: Segment<'a> },
    #[topic("system.bus.<part>")]
    Bus { part: Segment<'a> },
}

fn main() {}
