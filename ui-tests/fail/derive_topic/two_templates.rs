#[derive(topics::Topic)]
#[topic("system.log")]
#[topic("system.bus")]
pub struct Log;

fn main() {}
