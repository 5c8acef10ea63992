//! The hierarchy of DECNET: held against what its original builds, row by row, and declared for real.

use std::collections::BTreeMap;

use serde::Deserialize;
use topics::{BuildError, HasPayload, Pattern};

const BUILDERS: &str = include_str!("../data/decnet/builders.jsonl");

/// What the original's builders take: text, wherever there is a placeholder.
mod builders {
    topics::topics! {
        pub(crate) enum Built;

        attacker.<rest..>;
        decky.<id>.<leaf>;
        system.<rest..>;
        system.<worker>.health;
        topology.<id>.mutation.<state>;
        topology.<id>.status;
    }
}

/// A call of a builder: what it returned in the original, and what it has to return here.
#[derive(Debug, Deserialize)]
struct Row {
    builder: String,
    args: Vec<String>,
    python: Option<String>,
    topic: Option<String>,
}

/// The number is stated so that a table that lost rows does not pass.
fn rows() -> Vec<Row> {
    let rows: Vec<Row> = BUILDERS
        .lines()
        .map(|line| serde_json::from_str(line).expect("a row of the table"))
        .collect();
    assert_eq!(rows.len(), 261);
    rows
}

fn build(row: &Row) -> Result<builders::Built<'_>, BuildError> {
    use builders::{Attacker, Decky, System, SystemHealth, TopologyMutation, TopologyStatus};

    let args: Vec<&str> = row.args.iter().map(String::as_str).collect();
    match (row.builder.as_str(), args.as_slice()) {
        ("attacker", [rest]) => Attacker::new(*rest).map(Into::into),
        ("decky", [id, leaf]) => Decky::new(*id, *leaf).map(Into::into),
        ("system", [rest]) => System::new(*rest).map(Into::into),
        ("system_health", [worker]) => SystemHealth::new(*worker).map(Into::into),
        ("topology_mutation", [id, state]) => TopologyMutation::new(*id, *state).map(Into::into),
        ("topology_status", [id]) => TopologyStatus::new(*id).map(Into::into),
        other => panic!("no such builder: {other:?}"),
    }
}

#[test]
fn every_row_is_built_or_refused_as_the_table_says() {
    for row in rows() {
        let built = build(&row).ok().map(|topic| topic.to_string());
        assert_eq!(built, row.topic, "{row:?}");
    }
}

#[test]
fn what_is_built_is_what_the_original_built() {
    let rows = rows();
    let built = rows.iter().filter(|row| row.topic.is_some());
    for row in built.clone() {
        assert_eq!(row.topic, row.python);
    }
    assert_eq!(built.count(), 94);
}

#[test]
fn every_builder_has_rows_of_both_kinds() {
    let mut counts: BTreeMap<String, [usize; 2]> = BTreeMap::new();
    for row in rows() {
        counts.entry(row.builder).or_default()[usize::from(row.topic.is_some())] += 1;
    }
    let counts: Vec<_> = counts
        .iter()
        .map(|(name, counts)| (name.as_str(), *counts))
        .collect();
    assert_eq!(
        counts,
        [
            ("attacker", [23, 13]),
            ("decky", [50, 22]),
            ("system", [22, 14]),
            ("system_health", [21, 12]),
            ("topology_mutation", [30, 21]),
            ("topology_status", [21, 12]),
        ]
    );
}

#[test]
fn a_refusal_names_an_argument_of_its_row() {
    for row in rows() {
        if let Err(error) = build(&row) {
            let text = error.text_error().text();
            assert!(row.args.iter().any(|arg| arg == text), "{row:?}");
            let names: Vec<_> = error
                .template()
                .placeholders()
                .map(|it| it.name())
                .collect();
            assert!(names.contains(&error.placeholder()), "{row:?}");
        }
    }
}

#[test]
fn what_is_built_is_read_back() {
    for row in rows() {
        if let Ok(topic) = build(&row) {
            let name = topic.name();
            let read = builders::Built::parse(name.as_str()).expect("a topic");
            assert_eq!(read.name(), name);
        }
    }
}

#[test]
fn what_no_builder_of_the_original_checked_is_refused() {
    assert!(builders::System::new("*.>").is_err());
    assert!(builders::Attacker::new("session.*").is_err());
    assert!(builders::Attacker::new("a\r\nPUB x 0").is_err());
}

// ---- for real

/// What a worker says of itself.
#[derive(Debug)]
pub struct Heartbeat;

/// What happened to a queued change.
#[derive(Debug)]
pub struct MutationMoved;

topics::topics! {
    /// Every topic on the DECNET service bus.
    pub enum BusTopic;

    /// A queued change of a topology moved on.
    topology.<topology_id>.mutation.<state: enqueued | applying | applied | failed> => MutationMoved;
    /// The status column of a topology changed.
    topology.<topology_id>.status;

    decky.<decky_id> {
        /// The shape of a decky changed.
        state;
        /// Traffic was seen at a decky.
        traffic;
        /// Somebody asks for an immediate mutation of this decky.
        mutate_request;
    }

    attacker {
        /// The first sight of an attacker.
        observed;
        /// A score crossed its threshold.
        scored;
        /// An active probe answered.
        fingerprinted;
        session.started;
        session.ended;
    }

    system {
        /// Log records.
        log;
        /// The heartbeat of the bus itself.
        bus.health => Heartbeat;
        /// The heartbeat of a worker.
        <worker>.health as WorkerHealth => Heartbeat;
    }
}

/// The rows of the table: a template, a topic of it, and what those who listen to it subscribe to.
const TABLE: [(&str, &str, &[&str]); 13] = [
    (
        "topology.<topology_id>.mutation.<state: enqueued | applying | applied | failed>",
        "topology.t-17.mutation.applied",
        &[
            "topology.>",
            "topology.t-17.>",
            "topology.*.mutation.applied",
        ],
    ),
    (
        "topology.<topology_id>.status",
        "topology.t-17.status",
        &["topology.>", "topology.t-17.>", "topology.*.status"],
    ),
    (
        "decky.<decky_id>.state",
        "decky.web-01.state",
        &["decky.*.state", "decky.web-01.*"],
    ),
    (
        "decky.<decky_id>.traffic",
        "decky.web-01.traffic",
        &["decky.*.traffic"],
    ),
    (
        "decky.<decky_id>.mutate_request",
        "decky.web-01.mutate_request",
        &["decky.*.mutate_request"],
    ),
    ("attacker.observed", "attacker.observed", &["attacker.>"]),
    ("attacker.scored", "attacker.scored", &["attacker.>"]),
    (
        "attacker.fingerprinted",
        "attacker.fingerprinted",
        &["attacker.>"],
    ),
    (
        "attacker.session.started",
        "attacker.session.started",
        &["attacker.>", "attacker.session.*"],
    ),
    (
        "attacker.session.ended",
        "attacker.session.ended",
        &["attacker.>", "attacker.session.*"],
    ),
    ("system.log", "system.log", &["system.>", "system.log"]),
    (
        "system.bus.health",
        "system.bus.health",
        &["system.*.health", "system.bus.health"],
    ),
    (
        "system.<worker>.health",
        "system.mutator.health",
        &["system.*.health", "system.mutator.health"],
    ),
];

#[test]
fn every_row_of_the_table_is_declared() {
    let declared = BusTopic::TEMPLATES.iter().map(topics::Template::as_str);
    assert!(declared.eq(TABLE.map(|(template, _, _)| template)));
}

#[test]
fn a_topic_of_each_row_is_read_as_that_row() {
    for (template, name, _) in TABLE {
        let topic = BusTopic::parse(name).expect(name);
        assert_eq!(topic.template(), template);
        assert_eq!(topic.to_string(), name);
    }
}

#[test]
fn every_listener_of_a_row_receives_its_topics() {
    for (template, name, subscriptions) in TABLE {
        for subscription in subscriptions {
            let pattern = Pattern::new(*subscription).expect("a pattern");
            assert!(pattern.matches(name), "{subscription} of {template}");
        }
    }
}

#[test]
fn a_mutation_is_in_one_of_the_states_of_the_database() {
    let texts = TopologyMutationState::ALL
        .iter()
        .map(|state| state.as_str());
    assert!(texts.eq(["enqueued", "applying", "applied", "failed"]));
    assert!(BusTopic::parse("topology.t-17.mutation.undone").is_err());
}

#[test]
fn everything_about_one_topology_is_one_pattern() {
    let all = Pattern::new("topology.t-17.>").expect("a pattern");
    let one = TopologyMutation::pattern()
        .topology_id("t-17")
        .expect("an id");
    let status = TopologyStatus::pattern()
        .topology_id("t-17")
        .expect("an id");
    assert!(all.covers(&one.to_pattern()));
    assert!(all.covers(&status.to_pattern()));
    let other = TopologyStatus::pattern()
        .topology_id("t-18")
        .expect("an id");
    assert!(!all.overlaps(&other.to_pattern()));
}

#[test]
fn one_state_of_all_topologies_is_one_pattern() {
    let failed = TopologyMutation::pattern().state(TopologyMutationState::Failed);
    assert_eq!(failed.to_string(), "topology.*.mutation.failed");
}

#[test]
fn a_mutate_request_is_one_segment() {
    let topic = DeckyMutateRequest::new("web-01").expect("a topic");
    assert_eq!(topic.to_string(), "decky.web-01.mutate_request");
    assert!(BusTopic::parse("decky.web-01.mutate.request").is_err());
}

#[test]
fn a_tail_wildcard_takes_one_segment_at_least() {
    let topology = Pattern::from_static("topology.>");
    assert!(topology.matches("topology.abc.status"));
    assert!(!topology.matches("topology"));
}

#[test]
fn the_heartbeat_of_the_bus_is_received_by_both_subscriptions() {
    let name = SystemBusHealth.name();
    let [of_bus, of_all] = [
        SystemBusHealth::pattern().to_pattern(),
        WorkerHealth::pattern().to_pattern(),
    ];
    assert!(of_bus.matches(name.as_str()));
    assert!(of_all.matches(name.as_str()));
    assert!(!of_bus.matches("system.mutator.health"));
    assert!(of_all.matches("system.mutator.health"));
}

#[test]
fn the_heartbeat_of_the_bus_is_read_as_its_own_line() {
    let topic = BusTopic::parse("system.bus.health").expect("a topic");
    assert_eq!(topic, BusTopic::SystemBusHealth(SystemBusHealth));
}

#[test]
fn a_worker_called_bus_is_written_as_the_bus_itself() {
    let topic = WorkerHealth::new("bus").expect("a topic");
    let name = topic.to_string();
    assert_eq!(BusTopic::parse(&name), Ok(SystemBusHealth.into()));
    // Whoever reads the workers' line alone does not take it for a worker's.
    assert!(WorkerHealth::parse(&name).is_err());
}

#[test]
fn both_heartbeats_carry_the_same_payload() {
    fn beat<T: HasPayload<Payload = Heartbeat>>(_: &T) -> Heartbeat {
        Heartbeat
    }
    beat(&SystemBusHealth);
    beat(&WorkerHealth::new("mutator").expect("a topic"));
}

#[test]
fn a_renamed_topic_has_its_former_name_near() {
    for (stale, template) in [
        (
            "topology.t-17.mutations.applied",
            TopologyMutation::TEMPLATE,
        ),
        ("decky.web-01.mutate-request", DeckyMutateRequest::TEMPLATE),
        ("attacker.session.start", AttackerSessionStarted::TEMPLATE),
        ("system.mutator.heartbeat", WorkerHealth::TEMPLATE),
    ] {
        let error = BusTopic::parse(stale).expect_err("a stale name");
        assert_eq!(error.nearest(), Some(template), "{stale}");
    }
}
