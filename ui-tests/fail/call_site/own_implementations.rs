use std::fmt;

topics::topics! {
    pub enum BusTopic;

    system.<worker>.health;
    system.log as Log;
}

impl fmt::Display for SystemHealth<'_> {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}

impl Clone for BusTopic<'_> {
    fn clone(&self) -> Self {
        loop {}
    }
}

impl From<Log> for BusTopic<'_> {
    fn from(_: Log) -> Self {
        loop {}
    }
}

impl Log {
    pub fn name(&self) {}
}

fn main() {}
