//! The payload is of another type; another path to the same type is no change.

pub struct Heartbeat;
pub struct Pulse;

topics::topics! {
    #[lock = "fail/lock/payload_changed.lock"]
    pub enum BusTopic;

    system.<worker>.health => Pulse;
    system.bus.health => crate::Heartbeat;
}

fn main() {}
