// A role publishes only its own lines.
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
    let topic = SystemHealth::new("mutator").unwrap();
    let _ = bus.publish(&topic, &Heartbeat { uptime: 7 });
    let _ = bus.publish_bytes(&topic, "up");
}
