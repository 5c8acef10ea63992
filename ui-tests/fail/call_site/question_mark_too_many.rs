// A topic without text cannot fail.
topics::topics! {
    pub enum BusTopic;

    topology.<id>.mutation.<state: applied | failed>;
    metrics.<shard: u16>;
    attacker.observation.<primitive..>;
    system.<worker>.health => u64;
    system.log;
}

fn main() {
    fn topic() -> Result<Metrics, topics::BuildError> {
        Ok(Metrics::new(7)?)
    }
    let _ = topic();
}
