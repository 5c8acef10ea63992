//! Constants and statics are refused as functions are.

use topics::{PatternOf, pattern};

topics::topics! {
    pub enum BusTopic;
    topology.<id>.mutation.<state: enqueued | applied | failed>;
    topology.<id>.status;
    decky.<id>.mutate_request;
    attacker.observation.<primitive..>;
    system.log;
    system.<worker>.health;
}

const STATUS: PatternOf<'static, BusTopic<'static>> = pattern!(BusTopic, "topology.*.statuz");
static HEALTH: PatternOf<'static, BusTopic<'static>> = pattern!(BusTopic, "system.*.helth");

fn main() {}
