//! A merge that kept a line about a type of both sides.

topics::topics! {
    #[lock = "fail/lock/repeated_type.lock"]
    pub enum BusTopic;

    system.log;
}

fn main() {}
