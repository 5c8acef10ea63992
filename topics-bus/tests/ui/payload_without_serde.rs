// A codec that goes through serde needs its derives.
use topics_bus::{Bus, Local};

pub struct Heartbeat {
    pub uptime: u64,
}

topics::topics! {
    system.<worker>.health => Heartbeat;
}

fn main() {
    let bus = Bus::new(Local::new());
    let topic = SystemHealth::new("mutator").unwrap();
    let _ = bus.publish(&topic, &Heartbeat { uptime: 7 });
}
