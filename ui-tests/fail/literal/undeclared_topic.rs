//! A topic that is not declared: which segment departs from the nearest template.

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
    let _ = topic!(BusTopic, "topology.t-17.statuz");
    let _ = topic!(BusTopic, "system.logs");
    let _ = topic!(BusTopic, "topology.t-17.mutation.undone");
    let _ = topic!(BusTopic, "decky.web-01.mutate.request");
}
