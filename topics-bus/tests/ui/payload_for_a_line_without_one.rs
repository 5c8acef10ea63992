// A line that declares no payload carries bytes.
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
    let _ = bus.publish(&SystemLog, &Heartbeat { uptime: 7 });
}
