//! A part of the bus of DECNET.

use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Moved {
    pub(crate) operation: String,
    pub(crate) attempt: u32,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Traffic {
    pub(crate) port: u16,
    pub(crate) bytes: u64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Mutate {
    pub(crate) reason: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Accepted {
    pub(crate) at: u64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Seen {
    pub(crate) attacker: u64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Heartbeat {
    pub(crate) uptime: u64,
}

topics::topics! {
    #[messages(derive(Debug, PartialEq))]
    pub(crate) enum BusTopic;

    topology.<id>.mutation.<state: applying | applied | failed> => Moved;
    decky.<id> {
        traffic => Traffic;
        mutate_request => Mutate -> Accepted;
    }
    attacker.observed => Seen;
    attacker.observation.<primitive..> => Seen;
    system.log;
    system.bus.health => Heartbeat;
    #[was("worker.<worker>.health")]
    system.<worker>.health as WorkerHealth => Heartbeat;
}
