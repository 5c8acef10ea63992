//! `segment!`, `topic!` and `pattern!`, and the pattern that remembers its hierarchy.

use std::borrow::Cow;
use std::collections::HashSet;
use std::rc::Rc;
use std::sync::Arc;

use topics::{Pattern, PatternOf, Segment, SegmentValue, TextErrorKind, TopicName};
use topics::{pattern, segment, topic};
use topics_tests::assert_as_written;
use uuid::Uuid;

mod bus {
    topics::topics! {
        /// The topics of a bus, in a module of their own.
        pub enum BusTopic;

        topology.<id>.mutation.<state: enqueued | applied | failed>;
        topology.<id>.status;
        decky.<id>.state;
        attacker.observation.<primitive..>;
        sensor.<shard: u16>.reading;
        "a{{b}}".c;
        system.log;
        system.<worker>.health;
    }
}

use bus::BusTopic;

mod no_text {
    topics::topics! {
        /// A hierarchy without lifetime.
        pub enum Plain;
        system.log;
        shard.<number: u8>;
    }
}

const WEB: Segment<'static> = segment!("web-01");
const LOG: TopicName<'static> = topic!(BusTopic, "system.log");
const ALL: Pattern<'static> = pattern!("a.*.>");
const HEALTH: PatternOf<'static, BusTopic<'static>> = pattern!(BusTopic, "system.*.health");

static STATIC_WEB: Segment<'static> = segment!("web-01");
static STATIC_LOG: TopicName<'static> = topic!(bus::BusTopic, "system.log");
static STATIC_ALL: Pattern<'static> = pattern!("a.*.>");
static STATIC_HEALTH: PatternOf<'static, BusTopic<'static>> =
    pattern!(bus::BusTopic, "system.*.health");

#[test]
fn all_can_be_constants() {
    assert_eq!(WEB, "web-01");
    assert_eq!(LOG, "system.log");
    assert_eq!(ALL, "a.*.>");
    assert_eq!(HEALTH, "system.*.health");
}

#[test]
fn all_can_be_statics() {
    assert_eq!(STATIC_WEB, "web-01");
    assert_eq!(STATIC_LOG, "system.log");
    assert_eq!(STATIC_ALL, "a.*.>");
    assert_eq!(STATIC_HEALTH, "system.*.health");
}

#[test]
fn all_can_be_arguments() {
    let texts: [String; 3] = [
        segment!("a").into(),
        topic!(BusTopic, "topology.t-17.status").into(),
        pattern!("a.>").into(),
    ];
    assert_eq!(texts, ["a", "topology.t-17.status", "a.>"]);
}

#[test]
fn a_macro_call_can_be_followed_by_a_method() {
    assert!(pattern!("a.*").matches("a.b"));
    assert!(pattern!(BusTopic, "topology.>").matches("topology.t-17.status"));
    assert_eq!(topic!(BusTopic, "system.log").segments().count(), 2);
}

#[test]
fn a_trailing_comma_is_nothing() {
    assert_eq!(segment!("a",), "a");
    assert_eq!(pattern!(BusTopic, "system.>",), "system.>");
}

#[test]
fn raw_strings_and_escapes_are_strings() {
    assert_eq!(segment!(r"a\b"), "a\\b");
    assert_eq!(segment!(r#"a"b"#), "a\"b");
    assert_eq!(segment!("\u{e9}"), "é");
}

#[test]
fn a_topic_may_be_of_any_kind_of_template() {
    assert_as_written!(topic!(BusTopic, "topology.t-17.mutation.applied"));
    assert_as_written!(topic!(BusTopic, "attacker.observation.ssh.login"));
    assert_as_written!(topic!(BusTopic, "sensor.7.reading"));
    assert_as_written!(topic!(BusTopic, "system.bus.health"));
}

#[test]
fn a_pattern_may_match_a_part_of_several_templates() {
    assert_as_written!(pattern!(BusTopic, ">"));
    assert_as_written!(pattern!(BusTopic, "*.*.>"));
    assert_as_written!(pattern!(BusTopic, "attacker.observation.ssh.*.>"));
    assert_as_written!(pattern!(BusTopic, "topology.*.mutation.failed"));
}

#[test]
fn a_hierarchy_without_lifetime_will_do() {
    static SHARDS: PatternOf<'static, no_text::Plain> = pattern!(no_text::Plain, "shard.*");
    assert_eq!(topic!(no_text::Plain, "shard.7"), "shard.7");
    let shard = SHARDS.parse("shard.7").expect("a topic");
    assert_eq!(shard, no_text::Plain::Shard(no_text::Shard { number: 7 }));
}

#[test]
fn a_hierarchy_may_be_named_with_its_lifetime() {
    assert_eq!(pattern!(BusTopic<'static>, "system.>"), "system.>");
    assert_eq!(topic!(bus::BusTopic<'_>, "system.log"), "system.log");
}

#[test]
fn a_hierarchy_may_be_named_by_an_alias() {
    type Alias = BusTopic<'static>;
    let health: PatternOf<'static, Alias> = pattern!(Alias, "system.*.health");
    assert_eq!(health, HEALTH);
}

#[test]
fn a_hierarchy_may_be_declared_in_a_function() {
    topics::topics! {
        enum Local;
        a.<x>;
    }
    let pattern = pattern!(Local, "a.*");
    assert!(matches!(pattern.parse("a.b"), Ok(Local::A(A { x })) if x == "b"));
}

#[test]
fn a_macro_may_forward_both_arguments() {
    macro_rules! forward {
        ($hierarchy:path, $text:literal) => {
            (
                topic!($hierarchy, "system.log"),
                pattern!($hierarchy, $text),
            )
        };
    }
    macro_rules! forward_type {
        ($hierarchy:ty, $text:expr) => {
            pattern!($hierarchy, $text)
        };
    }
    let (log, health) = forward!(bus::BusTopic, "system.*.health");
    assert_eq!(log, LOG);
    assert_eq!(health, HEALTH);
    assert_eq!(forward_type!(BusTopic<'static>, "system.*.health"), HEALTH);
}

#[test]
fn a_pattern_reads_what_is_received_on_it() {
    let Ok(BusTopic::SystemHealth(health)) = HEALTH.parse("system.mutator.health") else {
        panic!("another topic");
    };
    assert_eq!(health.worker, "mutator");
    assert!(HEALTH.parse("system.mutator").is_err());
}

#[test]
fn what_is_read_outlives_the_pattern() {
    let name = String::from("system.mutator.health");
    let topic = {
        let pattern = pattern!(BusTopic, "system.>");
        pattern.parse(&name).expect("a topic")
    };
    assert_eq!(topic.to_string(), name);
}

#[test]
fn a_pattern_of_a_hierarchy_is_a_pattern() {
    fn subscribe<'a>(pattern: impl Into<Pattern<'a>>) -> String {
        pattern.into().into()
    }
    fn text(pattern: impl AsRef<str>) -> usize {
        pattern.as_ref().len()
    }
    assert!(HEALTH.matches("system.mutator.health"));
    assert!(pattern!("system.>").covers(&HEALTH));
    assert_eq!(HEALTH.as_pattern(), &*HEALTH);
    assert_eq!(AsRef::<Pattern<'_>>::as_ref(&HEALTH), HEALTH.as_pattern());
    assert_eq!(subscribe(&HEALTH), "system.*.health");
    assert_eq!(subscribe(HEALTH), "system.*.health");
    assert_eq!(text(HEALTH), 15);
}

#[test]
fn a_pattern_of_a_hierarchy_is_printed_as_text() {
    assert_eq!(HEALTH.to_string(), "system.*.health");
    assert_eq!(format!("{HEALTH:>16}"), " system.*.health");
    assert_eq!(format!("{HEALTH:?}"), "PatternOf(\"system.*.health\")");
}

#[test]
fn a_pattern_of_a_hierarchy_can_be_a_key() {
    let mut patterns = HashSet::new();
    assert!(patterns.insert(HEALTH));
    assert!(!patterns.insert(HEALTH.clone().into_owned()));
    assert!(patterns.insert(pattern!(BusTopic, "system.>")));
}

#[test]
fn a_pattern_of_a_hierarchy_goes_to_other_threads() {
    fn is_shared<T: Send + Sync + 'static>(_: &T) {}
    is_shared(&STATIC_HEALTH);
}

#[test]
fn text_is_captured() {
    let id = "t-17";
    assert_eq!(
        pattern!("topology.{id}.>").expect("a pattern"),
        "topology.t-17.>"
    );
    let id = String::from("t-18");
    assert_eq!(
        pattern!("topology.{id}.>").expect("a pattern"),
        "topology.t-18.>"
    );
    let id = Cow::Borrowed("t-19");
    assert_eq!(
        pattern!("topology.{id}.>").expect("a pattern"),
        "topology.t-19.>"
    );
    let id = Segment::new("t-20").expect("a segment");
    assert_eq!(
        pattern!("topology.{id}.>").expect("a pattern"),
        "topology.t-20.>"
    );
}

#[test]
fn a_borrowed_segment_is_captured() {
    let text = String::from("t-17");
    let id = Segment::new(&text).expect("a segment");
    assert_eq!(pattern!("a.{id}").expect("a pattern"), "a.t-17");
}

#[test]
fn references_are_captured_as_what_they_point_to() {
    let owned = String::from("t-17");
    let (once, twice) = (&owned, &&owned);
    assert_eq!(
        pattern!("a.{once}.{twice}").expect("a pattern"),
        "a.t-17.t-17"
    );
    let segment = &WEB;
    let number = &7_u8;
    assert_eq!(
        pattern!("{segment}.{number}").expect("a pattern"),
        "web-01.7"
    );
    let shared: Rc<str> = Rc::from("rc");
    let counted: Arc<String> = Arc::new(String::from("arc"));
    let boxed: Box<str> = "box".into();
    assert_eq!(
        pattern!("{shared}.{counted}.{boxed}").expect("a pattern"),
        "rc.arc.box"
    );
}

#[test]
fn values_are_captured() {
    #[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
    #[segment(rename_all = "kebab-case")]
    enum Region {
        EuWest,
    }
    let (region, shard, on) = (Region::EuWest, 7_u16, true);
    let uuid = Uuid::from_u128(1);
    let state = bus::TopologyMutationState::Failed;
    assert_eq!(
        pattern!("{region}.{shard}.{on}.{uuid}.{state}").expect("a pattern"),
        "eu-west.7.true.00000000-0000-0000-0000-000000000001.failed"
    );
}

#[test]
fn an_integer_of_no_known_type_is_captured() {
    let shard = 7;
    assert_eq!(pattern!("sensor.{shard}").expect("a pattern"), "sensor.7");
}

#[test]
fn what_is_captured_is_not_moved() {
    let id = String::from("t-17");
    let first = pattern!("a.{id}");
    let second = pattern!("{id}.{id}");
    assert_eq!(first.expect("a pattern"), "a.t-17");
    assert_eq!(second.expect("a pattern"), "t-17.t-17");
    assert_eq!(id, "t-17");
}

#[test]
fn a_generic_value_is_captured() {
    fn subscribe<T: SegmentValue>(shard: &T) -> Pattern<'static> {
        pattern!("sensor.{shard}.>").expect("a pattern")
    }
    assert_eq!(subscribe(&7_u16), "sensor.7.>");
}

#[test]
fn a_captured_text_that_is_no_segment_is_an_error() {
    for (id, kind) in [
        ("t.17", TextErrorKind::Dot),
        ("*", TextErrorKind::Wildcard),
        (">", TextErrorKind::Wildcard),
        ("", TextErrorKind::Empty),
        ("a\r\nPUB x 0", TextErrorKind::Whitespace),
    ] {
        let error = pattern!("topology.{id}.>").expect_err(id);
        assert_eq!(error.kind(), kind);
        assert_eq!(error.text(), id);
        let error = pattern!(BusTopic, "topology.{id}.>").expect_err(id);
        assert_eq!(error.kind(), kind);
    }
}

#[test]
fn a_capture_on_a_hierarchy_remembers_it() {
    let id = "t-17";
    let pattern = pattern!(BusTopic, "topology.{id}.>").expect("a pattern");
    assert_eq!(pattern, "topology.t-17.>");
    assert!(matches!(
        pattern.parse("topology.t-17.status"),
        Ok(BusTopic::TopologyStatus(status)) if status.id == id
    ));
}

#[test]
fn a_capture_may_stand_where_values_are_closed() {
    let state = bus::TopologyMutationState::Failed;
    let pattern = pattern!(BusTopic, "topology.*.mutation.{state}");
    assert_eq!(pattern.expect("a pattern"), "topology.*.mutation.failed");
}

#[test]
fn constants_and_keywords_are_captured() {
    const ID: &str = "t-17";
    let r#type = "status";
    assert_eq!(
        pattern!("a.{ID}.{type}").expect("a pattern"),
        "a.t-17.status"
    );
    assert_eq!(pattern!("{r#type}").expect("a pattern"), "status");
}

#[test]
fn a_capture_is_a_variable_of_where_the_literal_stands() {
    macro_rules! hygienic {
        ($text:literal) => {{
            let id = "inner";
            let _ = id;
            pattern!($text)
        }};
    }
    let id = "outer";
    assert_eq!(hygienic!("a.{id}").expect("a pattern"), "a.outer");
}

#[test]
fn the_shadowing_variable_is_captured() {
    let id = "one";
    let before = pattern!("{id}");
    let id = 2_u8;
    assert_eq!(before.expect("a pattern"), "one");
    assert_eq!(pattern!("{id}").expect("a pattern"), "2");
}

#[test]
fn doubled_braces_are_braces() {
    let id = "x";
    assert_eq!(segment!("{{a}}"), "{a}");
    assert_eq!(topic!(BusTopic, "a{{b}}.c"), "a{b}.c");
    assert_eq!(pattern!(BusTopic, "a{{b}}.*"), "a{b}.*");
    assert_eq!(pattern!("{{{{.{id}.}}").expect("a pattern"), "{{.x.}");
}

#[test]
fn an_early_return_takes_the_error() {
    fn subscribe(id: &str) -> Result<String, topics::TextError> {
        Ok(pattern!(BusTopic, "decky.{id}.state")?.to_string())
    }
    assert_eq!(subscribe("web-01").as_deref(), Ok("decky.web-01.state"));
    assert!(subscribe("web.01").is_err());
}
