//! What is new and what has another name is for the generated test to record.

pub struct Heartbeat;

topics::topics! {
    #[lock = "pass/lock_kept.lock"]
    pub enum BusTopic;

    decky.<decky_id>.state => Heartbeat;
    topology.<state: off | on | standby>;
    system.<worker>.health => crate::Heartbeat;
    #[cfg(any())]
    only.elsewhere;
    brand.new;
}

fn main() {}
