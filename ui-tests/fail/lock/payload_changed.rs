//! The payload is of another type, or of the same type by another path.

pub struct Heartbeat;
pub struct Pulse;

topics::topics! {
    #[lock = "fail/lock/payload_changed.lock"]
    pub enum BusTopic;

    system.<worker>.health => Pulse;
    system.bus.health => crate::Heartbeat;
}

fn main() {}
