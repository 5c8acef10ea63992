//! A closed placeholder takes its values only.

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
    let _ = pattern!(BusTopic, "topology.*.mutation.aplied");
    let _ = pattern!(BusTopic, "topology.*.mutation.undone");
}
