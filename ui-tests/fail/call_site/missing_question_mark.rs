// A topic of checked text is a `Result` until it is checked.
topics::topics! {
    pub enum BusTopic;

    topology.<id>.mutation.<state: applied | failed>;
    metrics.<shard: u16>;
    attacker.observation.<primitive..>;
    system.<worker>.health => u64;
    system.log;
}

fn main() {
    let topic = SystemHealth::new("mutator");
    println!("{topic}");
}
