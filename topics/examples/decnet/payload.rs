//! What is published on the topics: one plain struct for each line of the hierarchy that names it.
//!
//! The bus carries them as JSON. Times are milliseconds since the Unix epoch.

use std::net::IpAddr;

use serde::Serialize;

/// A queued change of a topology moved on; the topic says to which state.
#[derive(Serialize)]
pub(crate) struct MutationMoved {
    /// The row of the queue.
    pub(crate) mutation_id: u64,
    /// What is to be done, `add_decky` or `swap_services`, say.
    pub(crate) operation: String,
    /// How often it has been tried.
    pub(crate) attempt: u32,
    /// Why it failed, if it did.
    pub(crate) error: Option<String>,
}

/// The status column of a topology row.
#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "lowercase")]
#[expect(
    dead_code,
    reason = "the column has more values than the example publishes"
)]
pub(crate) enum TopologyHealth {
    Pending,
    Deploying,
    Active,
    Degraded,
    Failed,
}

/// The status column of a topology row changed.
#[derive(Serialize)]
pub(crate) struct StatusChanged {
    pub(crate) from: TopologyHealth,
    pub(crate) to: TopologyHealth,
}

/// The shape of a decky: what it pretends to be.
#[derive(Serialize)]
pub(crate) struct DeckyShape {
    pub(crate) hostname: String,
    pub(crate) address: IpAddr,
    /// The services it offers, `ssh` or `smb`, say.
    pub(crate) services: Vec<String>,
    /// When it last became another one.
    pub(crate) mutated_at: u64,
}

/// A flow that reached a decky.
#[derive(Serialize)]
pub(crate) struct TrafficSeen {
    pub(crate) source: IpAddr,
    pub(crate) source_port: u16,
    pub(crate) port: u16,
    /// Bytes that came in.
    pub(crate) bytes: u64,
}

/// Somebody wants a decky to become another one, now.
#[derive(Serialize)]
pub(crate) struct MutateRequested {
    /// A person or a worker.
    pub(crate) requested_by: String,
    pub(crate) reason: String,
}

/// The first sight of an attacker.
#[derive(Serialize)]
pub(crate) struct AttackerSeen {
    pub(crate) attacker_id: u64,
    pub(crate) address: IpAddr,
    pub(crate) decky_id: String,
}

/// An attacker's score crossed the threshold.
#[derive(Serialize)]
pub(crate) struct ScoreCrossed {
    pub(crate) attacker_id: u64,
    pub(crate) score: u8,
    pub(crate) threshold: u8,
}

/// How an attacker was probed.
#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "lowercase")]
#[expect(dead_code, reason = "there are more probes than the example publishes")]
pub(crate) enum Probe {
    Jarm,
    Hassh,
    Tcp,
}

/// An active probe answered about an attacker.
#[derive(Serialize)]
pub(crate) struct Fingerprint {
    pub(crate) attacker_id: u64,
    pub(crate) probe: Probe,
    pub(crate) value: String,
}

/// An attacker opened a session.
#[derive(Serialize)]
pub(crate) struct SessionStart {
    pub(crate) session_id: u64,
    pub(crate) attacker_id: u64,
    pub(crate) decky_id: String,
    pub(crate) service: String,
}

/// An attacker's session is over.
#[derive(Serialize)]
pub(crate) struct SessionEnd {
    pub(crate) session_id: u64,
    pub(crate) duration_ms: u64,
    /// How many commands were typed.
    pub(crate) commands: u32,
}

/// One record of a worker's log.
#[derive(Serialize)]
pub(crate) struct LogRecord {
    pub(crate) at: u64,
    pub(crate) worker: String,
    /// `info` or `error`, say.
    pub(crate) level: String,
    pub(crate) message: String,
}

/// The bus is alive.
#[derive(Serialize)]
pub(crate) struct BusHeartbeat {
    pub(crate) uptime_seconds: u64,
    pub(crate) clients: u32,
    /// Messages that slow subscribers lost since the last heartbeat.
    pub(crate) dropped: u64,
}

/// A worker is alive.
#[derive(Serialize)]
pub(crate) struct Heartbeat {
    pub(crate) pid: u32,
    pub(crate) uptime_seconds: u64,
    /// Work that waits.
    pub(crate) queued: u32,
}
