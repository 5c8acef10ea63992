//! A former name keeps all that was promised of it.

pub struct Beat;

topics::topics! {
    #[lock = "fail/was/lock_payload.lock"]
    pub enum BusTopic;

    #[was("worker.<id>.health")]
    system.<id>.health => Beat;
}

fn main() {}
