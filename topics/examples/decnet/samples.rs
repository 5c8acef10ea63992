//! One topic of every kind, built as a publisher builds it, with what would be published on it.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr};

use anyhow::Result;
use serde::Serialize;
use topics::{HasPayload, TopicName};

use crate::hierarchy::{
    AttackerFingerprinted, AttackerObserved, AttackerScored, AttackerSessionEnded,
    AttackerSessionStarted, DeckyMutateRequest, DeckyState, DeckyTraffic, SystemBusHealth,
    SystemLog, TopologyMutation, TopologyMutationState, TopologyStatus, WorkerHealth,
};
use crate::payload::{
    AttackerSeen, BusHeartbeat, DeckyShape, Fingerprint, Heartbeat, LogRecord, MutateRequested,
    MutationMoved, Probe, ScoreCrossed, SessionEnd, SessionStart, StatusChanged, TopologyHealth,
    TrafficSeen,
};

/// A message, ready for the bus.
pub(crate) struct Sample {
    name: TopicName<'static>,
    payload: String,
}

impl Sample {
    /// Takes a topic with the payload that its line declares; any other does not compile.
    fn new<T>(topic: &T, payload: &T::Payload) -> Result<Self>
    where
        T: HasPayload<Payload: Serialize>,
    {
        Ok(Self {
            name: topic.name(),
            payload: serde_json::to_string(payload)?,
        })
    }
}

/// The samples, one a line.
pub(crate) struct Samples(Vec<Sample>);

impl fmt::Display for Samples {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = self.0.iter().map(|sample| sample.name.as_str().len());
        let width = names.max().unwrap_or(0);
        for Sample { name, payload } in &self.0 {
            writeln!(f, "{name:width$}  {payload}")?;
        }
        Ok(())
    }
}

impl Samples {
    /// A visit: decky `web-01` of topology `t-17` is broken into, and becomes another one.
    pub(crate) fn build() -> Result<Self> {
        let mut samples = Vec::new();
        samples.extend(topology()?);
        samples.extend(decky()?);
        samples.extend(attacker()?);
        samples.extend(system()?);
        Ok(Self(samples))
    }
}

const ATTACKER: IpAddr = IpAddr::V4(Ipv4Addr::new(203, 0, 113, 66));
const DECKY: IpAddr = IpAddr::V4(Ipv4Addr::new(10, 17, 0, 21));

fn topology() -> Result<[Sample; 2]> {
    let moved = MutationMoved {
        mutation_id: 5_120,
        operation: "swap_services".into(),
        attempt: 1,
        error: None,
    };
    let changed = StatusChanged {
        from: TopologyHealth::Deploying,
        to: TopologyHealth::Active,
    };
    Ok([
        Sample::new(
            &TopologyMutation::new("t-17", TopologyMutationState::Applied)?,
            &moved,
        )?,
        Sample::new(&TopologyStatus::new("t-17")?, &changed)?,
    ])
}

fn decky() -> Result<[Sample; 3]> {
    let shape = DeckyShape {
        hostname: "build-04".into(),
        address: DECKY,
        services: vec!["smb".into(), "rdp".into()],
        mutated_at: 1_767_225_600_000,
    };
    let traffic = TrafficSeen {
        source: ATTACKER,
        source_port: 51_422,
        port: 22,
        bytes: 1_388,
    };
    let requested = MutateRequested {
        requested_by: "correlator".into(),
        reason: "attacker 66 has seen enough".into(),
    };
    Ok([
        Sample::new(&DeckyState::new("web-01")?, &shape)?,
        Sample::new(&DeckyTraffic::new("web-01")?, &traffic)?,
        Sample::new(&DeckyMutateRequest::new("web-01")?, &requested)?,
    ])
}

fn attacker() -> Result<[Sample; 5]> {
    let seen = AttackerSeen {
        attacker_id: 66,
        address: ATTACKER,
        decky_id: "web-01".into(),
    };
    let crossed = ScoreCrossed {
        attacker_id: 66,
        score: 83,
        threshold: 80,
    };
    let fingerprint = Fingerprint {
        attacker_id: 66,
        probe: Probe::Hassh,
        value: "ec7378c1a92f5a8dde7e8b7a1ddf33d1".into(),
    };
    let start = SessionStart {
        session_id: 9_041,
        attacker_id: 66,
        decky_id: "web-01".into(),
        service: "ssh".into(),
    };
    let end = SessionEnd {
        session_id: 9_041,
        duration_ms: 48_200,
        commands: 12,
    };
    Ok([
        Sample::new(&AttackerObserved::new(), &seen)?,
        Sample::new(&AttackerScored::new(), &crossed)?,
        Sample::new(&AttackerFingerprinted::new(), &fingerprint)?,
        Sample::new(&AttackerSessionStarted::new(), &start)?,
        Sample::new(&AttackerSessionEnded::new(), &end)?,
    ])
}

fn system() -> Result<[Sample; 3]> {
    let record = LogRecord {
        at: 1_767_225_600_250,
        worker: "mutator".into(),
        level: "info".into(),
        message: "web-01 is build-04 now".into(),
    };
    let bus = BusHeartbeat {
        uptime_seconds: 90_000,
        clients: 11,
        dropped: 0,
    };
    let worker = Heartbeat {
        pid: 4_711,
        uptime_seconds: 86_400,
        queued: 0,
    };
    Ok([
        Sample::new(&SystemLog::new(), &record)?,
        Sample::new(&SystemBusHealth::new(), &bus)?,
        Sample::new(&WorkerHealth::new("mutator")?, &worker)?,
    ])
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use topics::Topic;

    use super::*;
    use crate::hierarchy::BusTopic;

    #[test]
    fn there_is_one_of_every_kind_and_each_is_read_back() {
        let samples = Samples::build().expect("every id is a segment");
        let built: BTreeSet<_> = samples
            .0
            .iter()
            .map(|sample| {
                let topic = BusTopic::parse(sample.name.as_str()).expect("it was built");
                assert_eq!(topic.name(), sample.name);
                topic.template()
            })
            .collect();
        assert_eq!(built, BusTopic::TEMPLATES.iter().copied().collect());
        assert_eq!(samples.0.len(), BusTopic::TEMPLATES.len());
    }
}
