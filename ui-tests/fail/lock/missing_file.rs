//! There is no such file.

topics::topics! {
    #[lock = "fail/lock/missing_file.lock"]
    pub enum BusTopic;

    system.log;
}

fn main() {}
