//! Everything that breaks is reported, each at its place; what does not break is not.

pub struct Heartbeat;
pub struct Pulse;

topics::topics! {
    #[lock = "fail/lock/several_at_once.lock"]
    pub enum BusTopic;

    decky.<decky_id>.state;
    system.<worker: u32>.health => Pulse;
    topology.<id>.<state: on | standby>;
    brand.new;
}

fn main() {}
