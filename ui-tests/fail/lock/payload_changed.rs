//! The payload is of another type, or of one with the same name in another module.

pub struct Heartbeat;
pub struct Pulse;
pub mod v2 {
    pub struct Heartbeat;
}

topics::topics! {
    #[lock = "fail/lock/payload_changed.lock"]
    pub enum BusTopic;

    system.<worker>.health => Pulse;
    system.bus.health => v2::Heartbeat;
}

fn main() {}
