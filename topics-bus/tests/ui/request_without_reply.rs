// Only a line with a reply can be asked.
use serde::{Deserialize, Serialize};
use topics_bus::{Bus, Local};

#[derive(Serialize, Deserialize)]
pub struct Heartbeat {
    pub uptime: u64,
}

topics::topics! {
    pub enum BusTopic;
    system.<worker>.health => Heartbeat;
    system.log;
}

fn main() {
    let bus = Bus::new(Local::new());
    let topic = SystemHealth::new("mutator").unwrap();
    let _ = bus.request(&topic, &Heartbeat { uptime: 7 });
}
