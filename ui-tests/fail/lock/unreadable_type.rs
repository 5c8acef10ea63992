//! A line about a type that was edited by hand.

topics::topics! {
    #[lock = "fail/lock/unreadable_type.lock"]
    pub enum BusTopic;

    system.log;
}

fn main() {}
