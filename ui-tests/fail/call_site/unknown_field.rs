// A field that the topic does not have.
topics::topics! {
    pub enum BusTopic;

    topology.<id>.mutation.<state: applied | failed>;
    metrics.<shard: u16>;
    attacker.observation.<primitive..>;
    system.<worker>.health => u64;
    system.log;
}

fn main() {
    let _ = Metrics { shrad: 7 };
}
