pub struct Log;

#[derive(topics::Topics)]
pub enum BusTopic {
    Log(Log),
}

fn main() {}
