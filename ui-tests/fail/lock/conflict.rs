//! A merge that was not finished.

topics::topics! {
    #[lock = "fail/lock/conflict.lock"]
    pub enum BusTopic;

    system.log;
}

fn main() {}
