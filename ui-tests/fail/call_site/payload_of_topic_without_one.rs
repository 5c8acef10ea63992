// A topic whose line declares no payload.
topics::topics! {
    pub enum BusTopic;

    topology.<id>.mutation.<state: applied | failed>;
    metrics.<shard: u16>;
    attacker.observation.<primitive..>;
    system.<worker>.health => u64;
    system.log;
}

fn main() {
    fn publish<T: topics::HasPayload>(_: &T, _: &T::Payload) {}
    publish(&SystemHealth::new("mutator").unwrap(), &7);
    publish(&SystemLog::new(), &());
}
