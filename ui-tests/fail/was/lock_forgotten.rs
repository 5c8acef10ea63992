//! To take `#[was]` away again is to retire the old name.

topics::topics! {
    #[lock = "fail/was/lock_forgotten.lock"]
    pub enum BusTopic;

    system.<id>.health;
}

fn main() {}
