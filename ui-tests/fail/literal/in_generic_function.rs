//! A generic function that nobody calls is checked all the same.

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

pub fn subscribe<T: Into<String>>(id: T) {
    let _ = pattern!(BusTopic, "topology.*.statuz");
    let _ = topic!(BusTopic, "system.logs");
    let id: String = id.into();
    let _ = pattern!(BusTopic, "topology.{id}.statuz");
}

pub struct Wrapper<T>(T);

impl<T> Wrapper<T> {
    pub fn subscribe(&self) {
        let _ = pattern!(BusTopic, "system.*.helth");
    }
}

fn main() {}
