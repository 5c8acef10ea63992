//! The type of a topic is no hierarchy, and neither is any other type.

use topics::{pattern, topic};

topics::topics! {
    pub enum BusTopic;
    topology.<id>.status;
    system.log;
}

#[derive(topics::Topic)]
#[topic("own.<id>")]
struct Own {
    id: u8,
}

const LOG: topics::TopicName<'static> = topic!(SystemLog, "system.log");

fn main() {
    let _ = pattern!(TopologyStatus, "topology.*.status");
    let _ = topic!(Own, "own.7");
    let id = 7;
    let _ = pattern!(Own, "own.{id}");
    let _ = pattern!(u8, "own.*");
    let _ = (LOG, Own { id: 7 }.id);
}
