//! A subscription with a segment too few, or too many.

use topics::pattern;

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
    let _ = pattern!(BusTopic, "topology.status");
    let _ = pattern!(BusTopic, "topology.*.status.*");
    let _ = pattern!(BusTopic, "attacker.observation");
    let _ = pattern!(BusTopic, "decky.*.mutate.request");
}
