// Only a line with a reply can be asked.
#[path = "shared/hierarchy.rs"]
mod hierarchy;

use hierarchy::*;
use topics_bus::{Bus, Local};

fn main() {
    let bus = Bus::new(Local::new());
    let topic = SystemHealth::new("mutator").unwrap();
    let _ = bus.request(&topic, &Heartbeat { uptime: 7 });
}
