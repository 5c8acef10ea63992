#[derive(topics::Topics)]
pub struct Log;

#[derive(topics::Topics)]
pub enum Never {}

#[derive(topics::Topics)]
#[topic("system.log")]
pub enum Template {
    #[topic("system.bus")]
    Bus,
}

#[derive(topics::Topics)]
#[topics(krate = topics)]
pub enum Option {
    #[topic("system.bus")]
    Bus,
}

fn main() {}
