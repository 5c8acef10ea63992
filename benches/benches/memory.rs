//! What a map of a million patterns holds, and that reading a topic allocates nothing.
//!
//! A program of its own, since counting allocations makes them slower.

#[path = "speed/peers.rs"]
mod peers;
#[path = "../hierarchies/sixty.rs"]
mod sixty;

use std::hint::black_box;

use allocation_counter::measure;
use fastrand::Rng;
use mqtt_topic_engine::{CacheStrategy, QoS, TopicPatternPath, TopicRouter};
use peers::{key_expression, mqtt};
use sixty::BusTopic;
use topics::{Pattern, PatternMap};
use topics_benches::{Beside, Figure, MapInputs, Report, known};
use zenoh_keyexpr::keyexpr_tree::{IKeyExprTreeMut, KeBoxTree};

const PATTERNS: usize = 1_000_000;

fn main() {
    let mut report = Report::new("Memory");
    if report.wants("parse") {
        parse(&mut report);
    }
    if report.wants("map") {
        map(&mut report);
    }
}

fn parse(report: &mut Report) {
    let topics = known(BusTopic::TEMPLATES, 4_096, &mut Rng::with_seed(9));
    let allocated = measure(|| {
        for topic in &topics {
            black_box(BusTopic::parse(topic)).expect("it is known");
        }
    });
    report.figure(&Figure {
        work: "`parse` of 4,096 topics, 60 templates",
        unit: "allocations",
        ours: u32::try_from(allocated.count_total).map_or(f64::INFINITY, f64::from),
        goal: Some(0.0),
        rivals: &[],
    });
}

/// What each map holds per pattern, its text and a `u32` included.
fn map(report: &mut Report) {
    let patterns = MapInputs::new(PATTERNS, 0).patterns;
    let mqtt: Vec<_> = patterns.iter().map(|text| mqtt(text)).collect();
    let keys: Vec<_> = patterns.iter().map(|text| key_expression(text)).collect();
    let ours = held(|| {
        let mut map = PatternMap::new();
        for (value, text) in (0_u32..).zip(&patterns) {
            map.insert(Pattern::new(text).expect("a pattern"), value);
        }
        map
    });
    let quill = held(|| {
        let registry = quill::Registry::new();
        for (value, text) in (0_u32..).zip(&mqtt) {
            registry.subscribe(quill::Pattern::parse(text).expect("a pattern"), value);
        }
        registry
    });
    let engine = held(|| {
        let mut router = TopicRouter::new();
        for (value, text) in (0_u32..).zip(&mqtt) {
            let pattern = TopicPatternPath::new_from_string(text.as_str(), CacheStrategy::NoCache);
            router.add_subscription(pattern.expect("a pattern"), QoS::AtMostOnce, value);
        }
        router
    });
    let zenoh = held(|| {
        let mut tree: KeBoxTree<u32> = KeBoxTree::default();
        for (value, key) in (0_u32..).zip(&keys) {
            tree.insert(key, value);
        }
        tree
    });
    report.figure(&Figure {
        work: "a map of 1 M patterns",
        unit: "bytes per pattern",
        ours,
        goal: Some(130.0),
        rivals: &[
            Beside::new("quill-pubsub", quill),
            Beside::new("mqtt-topic-engine", engine),
            Beside::new("zenoh's `KeBoxTree`", zenoh),
        ],
    });
}

/// How many bytes per pattern are still allocated when a map has been built.
fn held<M>(build: impl FnOnce() -> M) -> f64 {
    let mut map = None;
    let allocated = measure(|| map = Some(build()));
    drop(map);
    let bytes = u64::try_from(allocated.bytes_current).unwrap_or_default() / PATTERNS as u64;
    u32::try_from(bytes).map_or(f64::INFINITY, f64::from)
}
