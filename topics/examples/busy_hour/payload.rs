//! The payloads of the topics: one plain struct for each line of the hierarchy that names it.
//!
//! Times are milliseconds since the Unix epoch.

use std::net::IpAddr;

macro_rules! payloads {
    ($($(#[$doc:meta])* $name:ident { $($field:ident: $of:ty),* })*) => {$(
        $(#[$doc])*
        #[derive(Debug)]
        #[expect(dead_code, reason = "this example only shows its payloads")]
        #[allow(clippy::struct_field_names, reason = "the names are those of the database")]
        pub(crate) struct $name { $(pub(crate) $field: $of),* }
    )*};
}

payloads! {
    /// A queued change of a topology moved on; the topic tells to which state.
    MutationMoved { mutation_id: u64, operation: String, attempt: u32 }
    /// The status column of a topology changed.
    StatusChanged { from: String, to: String }
    /// What a decky looks like.
    DeckyShape { hostname: String, address: IpAddr, services: Vec<String>, mutated_at: u64 }
    /// Traffic at a decky.
    TrafficSeen { source: IpAddr, port: u16, bytes: u64 }
    /// Somebody asks for another shape.
    MutateRequested { requested_by: String, reason: String }
    /// The first sight of an attacker.
    AttackerSeen { attacker_id: u64, address: IpAddr, decky_id: String }
    /// A score crossed its threshold.
    ScoreCrossed { attacker_id: u64, score: u8, threshold: u8 }
    /// The answer of an active probe.
    Fingerprint { attacker_id: u64, probe: String, value: String }
    /// A session began.
    SessionStart { session_id: u64, attacker_id: u64, decky_id: String }
    /// A session is over.
    SessionEnd { session_id: u64, duration_ms: u64, commands: u32 }
    /// A record of a worker's log.
    LogRecord { at: u64, worker: String, message: String }
    /// The bus is alive.
    BusHeartbeat { uptime_seconds: u64, clients: u32 }
    /// A worker is alive.
    Heartbeat { pid: u32, uptime_seconds: u64 }
}
