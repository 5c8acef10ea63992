//! A line that was edited by hand.

topics::topics! {
    #[lock = "fail/lock/unreadable_line.lock"]
    pub enum BusTopic;

    system.log;
}

fn main() {}
