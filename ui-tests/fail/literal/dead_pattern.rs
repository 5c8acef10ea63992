//! A subscription that no topic can ever match.

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
    let _ = pattern!(BusTopic, "topology.*.statuz");
    let _ = pattern!(BusTopic, "topolgy.>");
    let _ = pattern!(BusTopic, "topology.t-17.mutatoin.>");
    let _ = pattern!(BusTopic, "attacker.observaton.ssh.*");
}
