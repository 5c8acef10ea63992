//! Topics, closed enums and patterns as their text, with the feature `serde`.

use std::collections::HashMap;

use serde::de::value::{Error as ValueError, StrDeserializer};
use serde::de::{DeserializeOwned, IntoDeserializer as _};
use serde::{Deserialize, Serialize};
use topics::{PatternOf, Roots, SegmentValue, pattern};

#[derive(SegmentValue, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[segment(rename_all = "lowercase")]
pub(crate) enum Region {
    Eu,
    Us,
}

topics::topics! {
    pub(crate) enum BusTopic;

    #[was("mutation.<state>.<id>")]
    topology.<id>.mutation.<state: applied | failed>;
    metrics.<region: Region>.<shard: u16>;
    attacker.<path..>;
    system.log;
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("JSON")
}

fn read<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    let text: StrDeserializer<'_, ValueError> = text.into_deserializer();
    T::deserialize(text).map_err(|error| error.to_string())
}

/// Whether a value is written as this text, and read from it.
fn is_its_text<T: Serialize + DeserializeOwned + PartialEq>(value: &T, text: &str) -> bool {
    json(value) == json(&text) && read::<T>(text).is_ok_and(|read| read == *value)
}

#[test]
fn a_topic_is_its_text() -> Result<(), topics::BuildError> {
    let topic = TopologyMutation::new("t-17", TopologyMutationState::Applied)?;
    assert!(is_its_text(&topic, "topology.t-17.mutation.applied"));
    assert!(is_its_text(
        &BusTopic::from(topic),
        "topology.t-17.mutation.applied"
    ));
    assert!(is_its_text(&Metrics::new(Region::Eu, 7), "metrics.eu.7"));
    assert!(is_its_text(
        &Attacker::new("ssh.login")?,
        "attacker.ssh.login"
    ));
    assert!(is_its_text(&SystemLog, "system.log"));
    assert!(is_its_text(&TopologyMutationState::Failed, "failed"));
    Ok(())
}

#[test]
fn a_former_name_is_read_and_the_present_one_is_written() {
    let topic: BusTopic<'_> = read("mutation.failed.t-17").expect("a topic");
    assert_eq!(json(&topic), r#""topology.t-17.mutation.failed""#);
}

#[test]
fn what_is_read_is_checked() {
    assert_eq!(
        read::<BusTopic<'_>>("system.logs").unwrap_err(),
        "no topic matches `system.logs`; the nearest is `system.log`",
    );
    assert!(read::<Metrics>("metrics.eu.70000").is_err());
    assert!(read::<SystemLog>("topology.t-17.mutation.failed").is_err());
    assert_eq!(
        read::<TopologyMutationState>("lost").unwrap_err(),
        "expected `applied` or `failed`",
    );
    assert!(serde_json::from_str::<SystemLog>("7").is_err());
}

#[test]
fn topics_can_be_fields_and_the_keys_of_a_map() {
    #[derive(Serialize, Deserialize)]
    struct Event<'a> {
        topic: BusTopic<'a>,
        seen: HashMap<BusTopic<'a>, u8>,
    }

    let text = r#"{"topic":"system.log","seen":{"attacker.ssh":1}}"#;
    let event: Event<'_> = serde_json::from_str(text).expect("an event");
    assert_eq!(json(&event), text);
}

#[test]
fn the_pattern_of_a_line_is_its_text() -> Result<(), topics::BuildError> {
    type Of<T> = BusTopicPattern<T>;

    let mutation = TopologyMutation::pattern;
    assert!(is_its_text(&mutation(), "topology.*.mutation.*"));
    let failed = mutation().id("t-17")?.state(TopologyMutationState::Failed);
    assert!(is_its_text(&failed, "topology.t-17.mutation.failed"));
    let read_failed: Of<TopologyMutation<'_>> = read("topology.t-17.mutation.failed").expect("one");
    assert_eq!(read_failed.to_patterns(), failed.to_patterns());
    assert!(is_its_text(&Metrics::pattern().shard(7), "metrics.*.7"));
    assert!(is_its_text(&Attacker::pattern(), "attacker.>"));
    assert!(is_its_text(
        &Attacker::pattern().path("ssh.login")?,
        "attacker.ssh.login"
    ));
    assert!(is_its_text(&SystemLog::pattern(), "system.log"));

    for text in [
        "topology.>",
        "topology.*.status.*",
        "topology.*.mutation",
        "topology.*.mutation.lost",
        "topology.*.mutation.failed.x",
        "mutation.*.*",
        ">",
        "*.t-17.mutation.failed",
        "topology..mutation.*",
    ] {
        assert!(read::<Of<TopologyMutation<'_>>>(text).is_err(), "{text}");
    }
    for text in ["attacker", "attacker.*", "attacker.ssh.>", "attacker.ssh.*"] {
        assert!(read::<Of<Attacker<'_>>>(text).is_err(), "{text}");
    }
    assert_eq!(
        read::<Of<Metrics>>("metrics.asia.*").unwrap_err(),
        "`metrics.asia.*` is not a pattern of `metrics.<region: Region>.<shard: u16>`",
    );
    assert_eq!(
        read::<Of<SystemLog>>("system.*").unwrap_err(),
        "`system.*` is not a pattern of `system.log`",
    );
    Ok(())
}

#[test]
fn the_pattern_of_a_hierarchy_is_its_text() {
    let attacks: PatternOf<'static, BusTopic<'static>> = pattern!(BusTopic, "attacker.ssh.>");
    assert!(is_its_text(&attacks, "attacker.ssh.>"));
    assert!(is_its_text(
        &pattern!(BusTopic, "mutation.failed.*"),
        "mutation.failed.*"
    ));
    assert_eq!(
        read::<PatternOf<'_, BusTopic<'_>>>("topology.*.status").unwrap_err(),
        "no topic of the hierarchy can match `topology.*.status`",
    );
}

#[test]
fn roots_are_their_text() {
    assert!(is_its_text(&Roots::new("prod.*").expect("roots"), "prod.*"));
    assert!(read::<Roots>("prod.>").is_err());
}
