#[derive(topics::Topic)]
#[topic("system.log")]
pub enum Log {
    Log,
}

#[derive(topics::Topic)]
#[topic("system.log")]
pub union Bits {
    pub one: u32,
    pub other: f32,
}

fn main() {}
