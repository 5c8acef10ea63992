//! A merge that kept a line of both sides.

topics::topics! {
    #[lock = "fail/lock/repeated_line.lock"]
    pub enum BusTopic;

    system.log;
}

fn main() {}
