//! The reply is of another type, or is gone.

pub struct Ping;
pub struct Pong;
pub struct Echo;

topics::topics! {
    #[lock = "fail/lock/reply_changed.lock"]
    pub enum BusTopic;

    system.<worker>.ping => Ping -> Echo;
    system.<worker>.stop => Ping;
}

fn main() {}
