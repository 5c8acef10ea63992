//! The first argument is a hierarchy.

use topics::{pattern, topic};

topics::topics! {
    pub enum BusTopic;
    topology.<id>.mutation.<state: enqueued | applied | failed>;
    topology.<id>.status;
    decky.<id>.mutate_request;
    attacker.observation.<primitive..>;
    system.log;
    system.<worker>.health;
}

struct Service;

trait Subscribe: Sized {
    fn subscribe(&self) {
        let _ = pattern!(Self, "system.>");
    }
}

impl Subscribe for Service {}

fn subscribe<H: topics::Hierarchy>() {
    let _ = pattern!(H, "system.>");
}

fn main() {
    let _ = pattern!(Service, "system.>");
    let _ = pattern!(BusTopik, "system.>");
    let _ = topic!(SystemLog, "system.log");
    Service.subscribe();
    subscribe::<BusTopic<'static>>();
}
