//! Two locks for one declaration.

topics::topics! {
    #[lock = "fail/lock/twice.lock"]
    #[lock = "other.lock"]
    pub enum BusTopic;

    system.log;
}

fn main() {}
