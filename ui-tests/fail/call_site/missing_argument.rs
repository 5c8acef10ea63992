// A parameter that was forgotten.
topics::topics! {
    pub enum BusTopic;

    topology.<id>.mutation.<state: applied | failed>;
    metrics.<shard: u16>;
    attacker.observation.<primitive..>;
    system.<worker>.health => u64;
    system.log;
}

fn main() {
    let _ = TopologyMutation::new("t-17");
}
