//! A line that cannot be read may be the one that the lock asks for, so nobody is told that it is gone.

topics::topics! {
    #[lock = "fail/lock/beside_a_broken_line.lock"]
    pub enum BusTopic;

    system.log
    system.*.health;
    decky.<id: u32>.state;
}

fn main() {}
