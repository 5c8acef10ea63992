//! To match a topic against a pattern.

use fastrand::Rng;
use topics::Pattern;
use topics_benches::{Race, Report, each, known, mixed};
use zenoh_keyexpr::OwnedKeyExpr;

use crate::TOPICS;
use crate::peers::{key_expression, mqtt};
use crate::sixty::BusTopic;

/// A pattern and a topic, as each of the contestants takes them, read beforehand.
struct Pair {
    pattern: Pattern<'static>,
    topic: String,
    key_pattern: OwnedKeyExpr,
    key_topic: OwnedKeyExpr,
    mqtt_filter: String,
    mqtt_topic: String,
}

pub(crate) fn run(report: &mut Report) {
    mix(report);
    known_at_compile_time(report);
}

/// Any patterns.
fn mix(report: &mut Report) {
    let pairs = pairs();
    let matching = pairs
        .iter()
        .filter(|pair| pair.pattern.matches(&pair.topic))
        .count();
    assert!(
        (TOPICS / 2..TOPICS * 6 / 10).contains(&matching),
        "{matching} pairs match"
    );
    for pair in &pairs {
        let expected = naive_matches(pair.pattern.as_str(), &pair.topic);
        assert_eq!(pair.pattern.matches(&pair.topic), expected);
        assert_eq!(pair.key_pattern.includes(&pair.key_topic), expected);
        assert_eq!(
            rumqttc::matches(&pair.mqtt_topic, &pair.mqtt_filter),
            expected
        );
    }

    let ours = each(&pairs, |pair| pair.pattern.matches(&pair.topic));
    Race::new("`Pattern::matches`, a mix of patterns", pairs.len(), ours)
        .rival(
            "zenoh's `includes`",
            each(&pairs, |pair| pair.key_pattern.includes(&pair.key_topic)),
        )
        .within(0.4)
        .rival(
            "rumqttc's `matches`",
            each(&pairs, |pair| {
                rumqttc::matches(&pair.mqtt_topic, &pair.mqtt_filter)
            }),
        )
        .rival(
            "split and zip",
            each(&pairs, |pair| {
                naive_matches(pair.pattern.as_str(), &pair.topic)
            }),
        )
        .run(report);
}

/// Half of the patterns are made of their topic, the others of another one.
fn pairs() -> Vec<Pair> {
    let mut rng = Rng::with_seed(2);
    let topics = known(BusTopic::TEMPLATES, TOPICS * 2, &mut rng);
    let mut pairs = Vec::with_capacity(TOPICS);
    while pairs.len() < TOPICS {
        let topic = topics[rng.usize(..topics.len())].clone();
        let other = if pairs.len() % 2 == 0 {
            &topic
        } else {
            &topics[rng.usize(..topics.len())]
        };
        let pattern = generalise(other, &mut rng);
        // In MQTT `a/#` matches `a` too, which is not asked for here.
        if pattern
            .strip_suffix(".>")
            .is_some_and(|beginning| naive_matches(beginning, &topic))
        {
            continue;
        }
        pairs.push(Pair {
            key_pattern: key_expression(&pattern),
            key_topic: key_expression(&topic),
            mqtt_filter: mqtt(&pattern),
            mqtt_topic: mqtt(&topic),
            pattern: Pattern::new(&pattern).expect("a pattern").into_owned(),
            topic,
        });
    }
    pairs
}

/// One segment in four becomes a wildcard, and one pattern in four ends early, with `>`.
fn generalise(topic: &str, rng: &mut Rng) -> String {
    let mut segments: Vec<_> = topic.split('.').collect();
    for segment in &mut segments {
        if rng.u8(..4) == 0 {
            *segment = "*";
        }
    }
    if rng.u8(..4) == 0 {
        segments.truncate(rng.usize(1..segments.len()));
        segments.push(">");
    }
    segments.join(".")
}

/// What one writes first: split both, and compare segment by segment.
fn naive_matches(pattern: &str, topic: &str) -> bool {
    let pattern: Vec<_> = pattern.split('.').collect();
    let topic: Vec<_> = topic.split('.').collect();
    let as_long = match pattern.last() {
        Some(&">") => topic.len() >= pattern.len(),
        _ => topic.len() == pattern.len(),
    };
    let same =
        |(pattern, segment): (&&str, &&str)| matches!(*pattern, "*" | ">") || pattern == segment;
    as_long && pattern.iter().zip(&topic).all(same)
}

/// The patterns that a subscriber has in the source.
fn known_at_compile_time(report: &mut Report) {
    let topics = mixed(BusTopic::TEMPLATES, TOPICS, &mut Rng::with_seed(3));
    let key_topics: Vec<_> = topics.iter().map(|topic| key_expression(topic)).collect();
    let key_patterns = PATTERNS.map(key_expression);
    for (topic, key_topic) in topics.iter().zip(&key_topics) {
        let expected = PATTERNS.map(|pattern| naive_matches(pattern, topic));
        assert_eq!(matches_constants(topic), expected);
        assert_eq!(
            key_patterns
                .each_ref()
                .map(|pattern| pattern.includes(key_topic)),
            expected
        );
    }

    Race::new(
        "`matches` on a `pattern!`",
        topics.len() * PATTERNS.len(),
        each(&topics, |topic| matches_constants(topic)),
    )
    .rival(
        "zenoh's `includes`",
        each(&key_topics, |topic| {
            key_patterns
                .each_ref()
                .map(|pattern| pattern.includes(topic))
        }),
    )
    .within(0.2)
    .run(report);
}

const PATTERNS: [&str; 4] = [
    "topology.*.mutation.*",
    "system.*.health",
    "decky.*.file.>",
    "attacker.session.ended",
];

fn matches_constants(topic: &str) -> [bool; 4] {
    [
        topics::pattern!("topology.*.mutation.*").matches(topic),
        topics::pattern!("system.*.health").matches(topic),
        topics::pattern!("decky.*.file.>").matches(topic),
        topics::pattern!("attacker.session.ended").matches(topic),
    ]
}
