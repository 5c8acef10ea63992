//! The value of a capture may be refused, so there is a result to look at.

use topics::{Pattern, pattern};

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
    let pattern: Pattern<'static> = pattern!("topology.{id}.>");
}
