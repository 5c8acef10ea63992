// A `match` that forgets a value.
topics::topics! {
    pub enum BusTopic;

    topology.<id>.mutation.<state: applied | failed>;
    metrics.<shard: u16>;
    attacker.observation.<primitive..>;
    system.<worker>.health => u64;
    system.log;
}

fn main() {
    match TopologyMutationState::Applied {
        TopologyMutationState::Applied => {}
    }
}
