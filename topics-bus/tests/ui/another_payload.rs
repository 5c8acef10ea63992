// Only what the line declares is published on it.
#[path = "shared/hierarchy.rs"]
mod hierarchy;

use hierarchy::*;
use topics_bus::{Bus, Local};

fn main() {
    let bus = Bus::new(Local::new());
    let topic = SystemHealth::new("mutator").unwrap();
    let _ = bus.publish(&topic, &7_u64);
}
