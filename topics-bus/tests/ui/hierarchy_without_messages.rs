// A hierarchy is read as one enum if its header asks for it.
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

async fn read(bus: Bus<Local>) {
    let mut all = bus.subscribe_all::<BusTopic>().await.unwrap();
    let message = all.next().await.unwrap();
    let _ = message.read();
}

fn main() {
    let _ = read;
}
