//! A text that is no pattern, with a hierarchy and without.

use topics::pattern;

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
    let _ = pattern!("system.w*.health");
    let _ = pattern!("system.>.health");
    let _ = pattern!("system..health");
    let _ = pattern!(BusTopic, "topology.<id>.status");
    let _ = pattern!(BusTopic, "system.*.");
    let _ = pattern!("");
}
