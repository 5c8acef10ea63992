// A role subscribes only to its own lines, and to a hierarchy only if it says so.
#[path = "shared/hierarchy.rs"]
mod hierarchy;

use hierarchy::*;
use topics_bus::{Bus, Local};

topics_bus::role! {
    pub struct Watcher;
    publish SystemLog;
    subscribe SystemHealth;
}

fn main() {
    let bus = Bus::new(Local::new()).in_role::<Watcher>();
    let _ = bus.subscribe(SystemLog::pattern());
    let _ = bus.subscribe(topics::pattern!(BusTopic, "system.>"));
}
