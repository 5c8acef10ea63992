// A role is made of few words, which take topics.
#[path = "shared/hierarchy.rs"]
mod hierarchy;

use hierarchy::*;

topics_bus::role! {
    pub struct Misspelt;
    publsh SystemLog;
}

topics_bus::role! {
    pub struct Unknown;
    publish Heartbeat;
    subscribe BusTopic;
    answer SystemHealth;
}

fn main() {}
