//! A topic with a segment too few, or too many.

use topics::topic;

topics::topics! {
    pub enum BusTopic;
    topology.<id>.mutation.<state: enqueued | applied | failed>;
    topology.<id>.status;
    decky.<id>.mutate_request;
    attacker.observation.<primitive..>;
    system.log;
    system.<worker>.health;
}

fn main() {
    let _ = topic!(BusTopic, "topology.status");
    let _ = topic!(BusTopic, "system.log.error");
    let _ = topic!(BusTopic, "attacker.observation");
}
