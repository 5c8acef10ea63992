//! Two lines for one topic, of which the configuration chooses one, are both in the lock.

pub struct Small;
pub struct Large;

topics::topics! {
    #[lock = "pass/lock_of_alternatives.lock"]
    pub enum BusTopic;

    #[cfg(any())]
    sensor.<value: u32> => Small;
    #[cfg(not(any()))]
    sensor.<value: u64> => Large;
}

fn main() {}
