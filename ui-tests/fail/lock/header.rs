//! A file that is no lock.

topics::topics! {
    #[lock = "fail/lock/header.lock"]
    pub enum BusTopic;

    system.log;
}

fn main() {}
