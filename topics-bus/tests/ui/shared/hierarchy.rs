//! The declaration that the cases are about.

use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
pub struct Heartbeat {
    pub uptime: u64,
}

topics::topics! {
    pub enum BusTopic;
    system.<worker>.health => Heartbeat;
    system.log;
}
