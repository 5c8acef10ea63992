// A hierarchy is read as one enum if its header asks for it.
#[path = "shared/hierarchy.rs"]
mod hierarchy;

use hierarchy::*;
use topics_bus::{Bus, Local};

async fn read(bus: Bus<Local>) {
    let mut all = bus.subscribe_all::<BusTopic>().await.unwrap();
    let message = all.next().await.unwrap();
    let _ = message.read();
}

fn main() {
    let _ = read;
}
