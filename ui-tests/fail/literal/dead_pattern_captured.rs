//! The shape of a pattern is checked with a capture as any one segment, which the suggestion keeps.

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
    let id = "t-17";
    let _ = pattern!(BusTopic, "topology.{id}.statuz");
    let _ = pattern!(BusTopic, "topology.{id}");
}
