//! `topic!` and `segment!` capture nothing.

use topics::{segment, topic};

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
    let _ = topic!(BusTopic, "topology.{id}.status");
    let _ = segment!("{id}");
}
