#[derive(topics::Topic)]
#[topic("system.log")]
pub struct Log;

#[derive(topics::Topics)]
pub enum BusTopic {
    Log(Log),
    Again(Log),
}

fn main() {}
