//! What stands in the parentheses of the macros.

use topics::{pattern, segment, topic};

topics::topics! {
    pub enum BusTopic;
    topology.<id>.mutation.<state: enqueued | applied | failed>;
    topology.<id>.status;
    decky.<id>.mutate_request;
    attacker.observation.<primitive..>;
    system.log;
    system.<worker>.health;
}

const TEXT: &str = "system.log";

fn main() {
    let _ = segment!();
    let _ = pattern!();
    let _ = topic!(BusTopic);
    let _ = topic!("system.log");
    let _ = pattern!(BusTopic, TEXT);
    let _ = pattern!(TEXT.to_owned());
    let _ = pattern!(concat!("a", ".b"));
    let _ = pattern!(BusTopic, b"system.log");
    let _ = pattern!(BusTopic "system.log");
    let _ = pattern!("topology.{}.>", TEXT);
    let _ = segment!(BusTopic, "log");
    let _ = segment!(7);
    let _ = pattern!(&BusTopic, "system.log");
    let _ = pattern!("system", "log");
    let _ = topic!("system.log", BusTopic);
    let _ = pattern!(, "log");
}
