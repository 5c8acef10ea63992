//! The topics on the bus, and their payloads.

use serde::{Deserialize, Serialize};

topics::topics! {
    /// A part of the DECNET service bus.
    #[messages]
    pub(crate) enum BusTopic;

    decky.<id> {
        /// The shape of a decoy changed.
        state => Shape;
        /// Traffic was seen at a decoy.
        traffic => Traffic;
        /// Somebody asks for an immediate mutation of a decoy.
        mutate_request => Mutate -> Accepted;
    }
    /// An attacker's score crossed its threshold.
    attacker.scored => Score;
    /// The heartbeat of a worker.
    system.<worker>.health as WorkerHealth => Heartbeat;
}

/// What a decoy pretends to be.
#[derive(Serialize, Deserialize)]
pub(crate) struct Shape {
    pub(crate) hostname: String,
    /// How often it has changed.
    pub(crate) generation: u64,
}

/// A flow that reached a decoy.
#[derive(Serialize, Deserialize)]
pub(crate) struct Traffic {
    pub(crate) source: String,
    pub(crate) bytes: u64,
}

/// The reason why a decoy should change.
#[derive(Serialize, Deserialize)]
pub(crate) struct Mutate {
    pub(crate) reason: String,
}

/// The change was made.
#[derive(Serialize, Deserialize)]
pub(crate) struct Accepted {
    pub(crate) generation: u64,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct Score {
    pub(crate) source: String,
    pub(crate) score: u64,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct Heartbeat {
    pub(crate) uptime_seconds: u64,
}
