// A topic that borrows from text that is gone.
topics::topics! {
    pub enum BusTopic;

    topology.<id>.mutation.<state: applied | failed>;
    metrics.<shard: u16>;
    attacker.observation.<primitive..>;
    system.<worker>.health => u64;
    system.log;
}

fn main() {
    let topic = {
        let text = String::from("system.mutator.health");
        SystemHealth::parse(&text)
    };
    println!("{topic:?}");
}
