//! A program that has no standard library: it declares a hierarchy, builds, reads and matches topics,
//! and returns 0 if each of them is as it should be, or else the number of the first check that failed.
//!
//! That it links is half of the test. There is one panic handler in it, its own; were `std` anywhere
//! below, there would be a second one, and the program would not build.
#![no_std]
#![no_main]

extern crate alloc;

mod runtime;

use alloc::string::ToString as _;
use core::num::NonZero;

use topics::{Pattern, Segment, SegmentValue};

/// A value of one's own.
#[derive(SegmentValue, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[segment(rename_all = "kebab-case")]
enum Region {
    EuWest,
    UsEast,
}

/// A value around another.
#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
struct Name(Segment<'static>);

topics::topics! {
    /// Each kind of placeholder.
    enum BusTopic;

    system.log;
    system.bus.health;
    system.<worker>.health;
    topology.<id>.mutation.<state: applied | failed>;
    shard.<region: Region>.<number: u16>.<replica: NonZero<u8>>.<ready: bool>;
    named.<name: Name>;
    attacker.<rest..>;
}

const NAMES: [&str; 7] = [
    "system.log",
    "system.bus.health",
    "system.mutator.health",
    "topology.t-17.mutation.failed",
    "shard.eu-west.65535.1.true",
    "named.decky",
    "attacker.session.started",
];

fn topics_are_built() -> bool {
    let health = SystemHealth::new("mutator");
    let shard = Shard::new(Region::UsEast, 7, NonZero::<u8>::MIN, false);
    let attacker = Attacker::new(alloc::string::String::from("session.ended"));
    health.is_ok_and(|topic| topic.name() == "system.mutator.health")
        && shard.to_string() == "shard.us-east.7.1.false"
        && attacker.is_ok_and(|topic| topic.to_string() == "attacker.session.ended")
}

fn topics_are_read() -> bool {
    NAMES
        .iter()
        .zip(BusTopic::TEMPLATES)
        .all(|(name, template)| {
            BusTopic::parse(name)
                .is_ok_and(|topic| topic.template() == *template && topic.to_string() == *name)
        })
}

fn topics_are_owned() -> bool {
    NAMES.iter().all(|name| {
        let topic: Result<BusTopic<'static>, _> = name.parse();
        topic.is_ok_and(|topic| topic.name() == *name)
    })
}

fn faults_are_refused() -> bool {
    let built = TopologyMutation::new("t.17", TopologyMutationState::Applied);
    let read = BusTopic::parse("topology.t-17.mutation.undone");
    let near = BusTopic::parse("system.lgo");
    built.is_err_and(|error| error.placeholder() == "id" && error.text_error().at() == 1)
        && read.is_err_and(|error| {
            error
                .to_string()
                .ends_with("expected `applied` or `failed`")
        })
        && near.is_err_and(|error| error.nearest() == Some(SystemLog::TEMPLATE))
}

fn patterns_match() -> bool {
    let failed = TopologyMutation::pattern().state(TopologyMutationState::Failed);
    let health = Pattern::from_static("system.*.health");
    let all = Pattern::from_static(">");
    let matched = NAMES.iter().filter(|name| health.matches(name));
    failed.to_pattern().matches(NAMES[3])
        && matched.count() == 2
        && NAMES.iter().all(|name| all.matches(name))
        && all.covers(&health)
}

/// Called by the platform's own start-up code; see `runtime`.
fn run() -> i32 {
    let checks = [
        topics_are_built,
        topics_are_read,
        topics_are_owned,
        faults_are_refused,
        patterns_match,
    ];
    let failed = checks.iter().zip(1..).find(|(check, _)| !check());
    failed.map_or(0, |(_, number)| number)
}
