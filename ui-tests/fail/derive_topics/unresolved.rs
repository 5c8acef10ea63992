//! What is not there is said to be not there, and nothing else.

use topics::{Segment, Topics};

#[derive(Clone, Debug, PartialEq, Eq, Hash, Topics)]
enum Bus<'a> {
    Missing(Missing<'a>),
    #[topic("system.<worker>.health")]
    Health { worker: Segment<'a> },
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Topics)]
enum Plain {
    Missing(Absent),
    #[topic("system.log")]
    Log,
}

fn main() {}
