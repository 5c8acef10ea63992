use topics::{Segment, Tail};

#[derive(topics::Topics)]
pub enum BusTopic<'a> {
    #[topic("system.*")]
    Wildcard,
    #[topic("system.<worker>.health")]
    Health { workr: Segment<'a> },
    #[topic("attacker.<rest..>")]
    Attacker { rest: Tail<'a> },
    #[topic("shard.<number>")]
    Shard { number: f64 },
}

fn main() {
    let topic = BusTopic::parse("attacker.a.b").unwrap().into_owned();
    println!("{topic}: {}", topic.template());
}
