//! What is shown is the line of the lock, payload and all.

topics::topics! {
    #[lock = "fail/lock/removed_with_payload.lock"]
    pub enum BusTopic;

    decky.<id>.state;
}

fn main() {}
