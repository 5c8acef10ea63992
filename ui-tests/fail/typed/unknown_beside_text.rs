topics::topics! {
    pub enum BusTopic;

    system.<worker>.<shard: Missing>.health;
    system.<shard: Missing>.<state: on | off>;
}

fn main() {}
