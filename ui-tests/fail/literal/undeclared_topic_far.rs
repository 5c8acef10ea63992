//! A topic that is near to nothing.

use topics::{TopicName, topic};

topics::topics! {
    pub enum BusTopic;
    topology.<id>.mutation.<state: enqueued | applied | failed>;
    topology.<id>.status;
    decky.<id>.mutate_request;
    attacker.observation.<primitive..>;
    system.log;
    system.<worker>.health;
}

const ORDER: TopicName<'static> = topic!(BusTopic, "orders.eu.created");

fn main() {}
