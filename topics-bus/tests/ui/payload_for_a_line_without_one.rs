// A line that declares no payload carries bytes.
#[path = "shared/hierarchy.rs"]
mod hierarchy;

use hierarchy::*;
use topics_bus::{Bus, Local};

fn main() {
    let bus = Bus::new(Local::new());
    let _ = bus.publish(&SystemLog, &Heartbeat { uptime: 7 });
}
