#[derive(topics::Topic)]
#[topic(system.log)]
pub struct Log;

#[derive(topics::Topic)]
#[topic]
pub struct Bare;

#[derive(topics::Topic)]
#[topic = "system.log"]
pub struct Equals;

fn main() {}
