//! A text that is no topic, whatever the hierarchy.

use topics::topic;

topics::topics! {
    pub enum BusTopic;
    topology.<id>.mutation.<state: enqueued | applied | failed>;
    topology.<id>.status;
    decky.<id>.mutate_request;
    attacker.observation.<primitive..>;
    system.log;
    system.<worker>.health;
}

fn main() {
    let _ = topic!(BusTopic, "system.*.health");
    let _ = topic!(BusTopic, "system..log");
    let _ = topic!(BusTopic, "system log");
    let _ = topic!(BusTopic, "");
}
