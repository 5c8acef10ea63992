//! A root that is captured where one segment stands.

use topics::{Root, pattern};

topics::topics! {
    pub enum BusTopic;
    topology.<id>.status;
    <tenant>.log;
}

fn main() {
    let root = Root::none();
    let _ = pattern!("topology.{root}");
    let _ = pattern!(BusTopic, "{root}.topology.*.status");
    let _ = pattern!(BusTopic, "{root}.log");
}
