//! A payload is no longer declared.

topics::topics! {
    #[lock = "fail/lock/payload_removed.lock"]
    pub enum BusTopic;

    system.<worker>.health;
}

fn main() {}
