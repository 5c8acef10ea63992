// Only a line with a reply can be answered.
#[path = "shared/hierarchy.rs"]
mod hierarchy;

use hierarchy::*;
use topics_bus::{Bus, Local};

async fn answer(bus: Bus<Local>) {
    let mut health = bus.subscribe(SystemHealth::pattern()).await.unwrap();
    let message = health.next().await.unwrap();
    let _ = message.reply(&Heartbeat { uptime: 7 });
}

fn main() {
    let _ = answer;
}
