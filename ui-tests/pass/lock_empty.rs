//! A hierarchy that has not recorded anything yet.

topics::topics! {
    #[lock = "pass/lock_empty.lock"]
    pub enum BusTopic;

    system.log;
}

fn main() {}
