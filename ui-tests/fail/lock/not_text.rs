//! A line that is not UTF-8.

topics::topics! {
    #[lock = "fail/lock/not_text.lock"]
    pub enum BusTopic;

    system.log;
}

fn main() {}
