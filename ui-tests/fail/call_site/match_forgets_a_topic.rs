// A `match` that forgets a topic.
topics::topics! {
    pub enum BusTopic;

    topology.<id>.mutation.<state: applied | failed>;
    metrics.<shard: u16>;
    attacker.observation.<primitive..>;
    system.<worker>.health => u64;
    system.log;
}

fn main() {
    match BusTopic::parse("system.log").unwrap() {
        BusTopic::TopologyMutation(_) | BusTopic::Metrics(_) => {}
        BusTopic::AttackerObservation(_) | BusTopic::SystemHealth(_) => {}
    }
}
