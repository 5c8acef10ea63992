//! A lock that a later version wrote.

topics::topics! {
    #[lock = "fail/lock/version.lock"]
    pub enum BusTopic;

    system.log;
}

fn main() {}
