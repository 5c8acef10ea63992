// Only a line with a reply can be answered.
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

async fn answer(bus: Bus<Local>) {
    let mut health = bus.subscribe(SystemHealth::pattern()).await.unwrap();
    let message = health.next().await.unwrap();
    let _ = message.reply(&Heartbeat { uptime: 7 });
}

fn main() {
    let _ = answer;
}
