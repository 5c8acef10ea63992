//! The bus, beside what a program would write without it.
//!
//! Arguments are filters: `cargo bench -p topics-benches --bench bus -- local nats`. The part `nats` needs a server, as the
//! tests of `topics-nats` do.

#[path = "../../../topics-nats/tests/common/mod.rs"]
mod common;
mod local;
mod nats;

use serde::{Deserialize, Serialize};
use topics_benches::Report;

topics::topics! {
    pub enum BusTopic;
    system.<worker>.health => Heartbeat;
    system.<worker>.chunk => [u8; 16];
}

/// A payload of usual size, 34 bytes of JSON.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Heartbeat {
    /// In seconds.
    pub uptime: u64,
    /// Of one core.
    pub load: f32,
    /// That wait.
    pub jobs: u16,
}

const BEAT: Heartbeat = Heartbeat {
    uptime: 86_399,
    load: 0.25,
    jobs: 17,
};

/// A payload that costs nothing but its bytes.
const CHUNK: [u8; 16] = [7; 16];

/// So many messages a lap.
const LAP: usize = 1_000;

/// The workers whose messages are published in a lap, in an order that is none of the memory's.
fn workers() -> Vec<String> {
    (0..LAP)
        .map(|number| format!("w-{}", number * 619 % LAP))
        .collect()
}

fn main() {
    let mut report = Report::new("Bus");
    if report.wants("local") {
        local::run(&mut report);
    }
    if report.wants("nats") && !common::is_skipped() {
        nats::run(&mut report);
    }
}
