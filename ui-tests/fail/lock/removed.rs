//! A rename of a literal, and a topic that is nothing like the others.

topics::topics! {
    #[lock = "fail/lock/removed.lock"]
    pub enum BusTopic;

    system.logs;
    system.<worker>.health;
}

fn main() {}
