//! From checked parts to a topic: what `new` takes and refuses, and what the value is good for.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt::{self, Write as _};

use topics::{
    BuildError, IntoSegment, IntoTail, Segment, SegmentValue, Tail, TextError, TextErrorKind,
    TextType, Topic,
};
use uuid::Uuid;

const SESSION: Uuid = Uuid::from_u128(0x67e5_5044_10b1_426f_9247_bb68_0e5f_e0c8);

/// Where a shard lives.
#[derive(SegmentValue, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[segment(rename_all = "snake_case")]
pub enum Region {
    /// `eu_west`
    EuWest,
    /// `us_east`
    UsEast,
}

topics::topics! {
    /// One line of every kind, and some that mix them.
    pub enum BusTopic;

    system.log;
    system.<worker>.health;
    light.<colour: red | green>;
    shard.<number: u16>;
    shard.<region: Region>.<number: u16>.leader;
    session.<id: Uuid>;
    attacker.<rest..>;
    topology.<id>.mutation.<state: enqueued | applied>.<attempt: u8>.<cause..>;
    tenant.<tenant>.audit.<actor> as Audit;
    quoted."a/b".<name>;
    10.0.0.<host> as Address;
}

fn text_error<T: fmt::Debug>(result: Result<T, BuildError>) -> TextError {
    result.expect_err("a refusal").text_error().clone()
}

// ---- what each kind of placeholder takes

#[test]
fn a_literal_topic_is_built_of_nothing() {
    assert_eq!(SystemLog::new().to_string(), "system.log");
}

#[test]
fn a_plain_placeholder_takes_a_str() {
    let topic = SystemHealth::new("mutator").expect("a topic");
    assert_eq!(topic.to_string(), "system.mutator.health");
}

#[test]
fn a_plain_placeholder_takes_a_reference_to_a_string() {
    let worker = String::from("mutator");
    let topic = SystemHealth::new(&worker).expect("a topic");
    assert_eq!(topic.worker.as_str().as_ptr(), worker.as_ptr());
}

#[test]
fn a_plain_placeholder_takes_a_string_without_copying_it() {
    let worker = String::from("mutator");
    let address = worker.as_ptr();
    let topic = SystemHealth::new(worker).expect("a topic");
    assert_eq!(topic.worker.as_str().as_ptr(), address);
}

#[test]
fn a_plain_placeholder_takes_a_cow() {
    for worker in [Cow::Borrowed("mutator"), Cow::Owned("mutator".to_owned())] {
        let topic = SystemHealth::new(worker).expect("a topic");
        assert_eq!(topic.to_string(), "system.mutator.health");
    }
}

#[test]
fn a_plain_placeholder_takes_a_segment() {
    let worker = Segment::new("mutator").expect("a segment");
    let topic = SystemHealth::new(worker).expect("a topic");
    assert_eq!(topic.to_string(), "system.mutator.health");
}

#[test]
fn a_plain_placeholder_takes_a_reference_to_a_segment() {
    let worker = Segment::new(String::from("mutator")).expect("a segment");
    let topic = SystemHealth::new(&worker).expect("a topic");
    assert_eq!(topic.worker.as_str().as_ptr(), worker.as_str().as_ptr());
}

#[test]
fn a_plain_placeholder_takes_a_type_that_knows_how_to_become_a_segment() {
    struct Worker(&'static str);

    impl<'a> IntoSegment<'a> for &'a Worker {
        fn into_segment(self) -> Result<Segment<'a>, TextError> {
            Segment::new(self.0)
        }
    }

    let topic = SystemHealth::new(&Worker("mutator")).expect("a topic");
    assert_eq!(topic.to_string(), "system.mutator.health");
    let error = text_error(SystemHealth::new(&Worker("")));
    assert_eq!(error.kind(), TextErrorKind::Empty);
}

#[test]
fn a_tail_takes_a_str() {
    let topic = Attacker::new("session.started").expect("a topic");
    assert_eq!(topic.to_string(), "attacker.session.started");
}

#[test]
fn a_tail_of_one_segment_is_a_tail() {
    let topic = Attacker::new("observed").expect("a topic");
    assert_eq!(topic.to_string(), "attacker.observed");
}

#[test]
fn a_tail_takes_a_reference_to_a_string() {
    let rest = String::from("session.started");
    let topic = Attacker::new(&rest).expect("a topic");
    assert_eq!(topic.rest.as_str().as_ptr(), rest.as_ptr());
}

#[test]
fn a_tail_takes_a_string_without_copying_it() {
    let rest = String::from("session.started");
    let address = rest.as_ptr();
    let topic = Attacker::new(rest).expect("a topic");
    assert_eq!(topic.rest.as_str().as_ptr(), address);
}

#[test]
fn a_tail_takes_a_cow() {
    for rest in [Cow::Borrowed("a.b"), Cow::Owned("a.b".to_owned())] {
        let topic = Attacker::new(rest).expect("a topic");
        assert_eq!(topic.to_string(), "attacker.a.b");
    }
}

#[test]
fn a_tail_takes_a_segment() {
    let rest = Segment::new("observed").expect("a segment");
    let topic = Attacker::new(rest).expect("a topic");
    assert_eq!(topic.to_string(), "attacker.observed");
}

#[test]
fn a_tail_takes_a_tail() {
    let rest = Tail::new("session.ended").expect("a tail");
    let topic = Attacker::new(rest).expect("a topic");
    assert_eq!(topic.to_string(), "attacker.session.ended");
}

#[test]
fn a_tail_takes_a_reference_to_a_tail() {
    let rest = Tail::new(String::from("session.ended")).expect("a tail");
    let topic = Attacker::new(&rest).expect("a topic");
    assert_eq!(topic.rest.as_str().as_ptr(), rest.as_str().as_ptr());
}

#[test]
fn a_tail_takes_a_type_that_knows_how_to_become_one() {
    struct Path(&'static [&'static str]);

    impl<'a> IntoTail<'a> for Path {
        fn into_tail(self) -> Result<Tail<'a>, TextError> {
            Tail::new(self.0.join("."))
        }
    }

    let topic = Attacker::new(Path(&["session", "ended"])).expect("a topic");
    assert_eq!(topic.to_string(), "attacker.session.ended");
}

#[test]
fn a_closed_placeholder_takes_its_values() {
    assert_eq!(Light::new(LightColour::Red).to_string(), "light.red");
    assert_eq!(Light::new(LightColour::Green).to_string(), "light.green");
}

#[test]
fn a_typed_placeholder_takes_an_integer() {
    assert_eq!(Shard::new(7).to_string(), "shard.7");
}

#[test]
fn a_typed_placeholder_takes_a_uuid() {
    assert_eq!(
        Session::new(SESSION).to_string(),
        "session.67e55044-10b1-426f-9247-bb680e5fe0c8"
    );
}

#[test]
fn a_typed_placeholder_takes_a_type_of_ones_own() {
    let topic = ShardLeader::new(Region::UsEast, 7);
    assert_eq!(topic.to_string(), "shard.us_east.7.leader");
}

#[test]
fn all_kinds_stand_beside_each_other() {
    let topic = TopologyMutation::new("t-17", TopologyMutationState::Applied, 3, "user.request")
        .expect("a topic");
    assert_eq!(
        topic.to_string(),
        "topology.t-17.mutation.applied.3.user.request"
    );
}

#[test]
fn a_topic_may_begin_and_end_with_a_placeholder() {
    let topic = Audit::new("acme", "root").expect("a topic");
    assert_eq!(topic.to_string(), "tenant.acme.audit.root");
}

#[test]
fn quoted_segments_and_numbers_are_written_as_declared() {
    let quoted = QuotedAB::new("x").expect("a topic");
    assert_eq!(quoted.to_string(), "quoted.a/b.x");
    let address = Address::new("1").expect("a topic");
    assert_eq!(address.to_string(), "10.0.0.1");
}

#[test]
fn the_arguments_may_be_of_different_types() {
    let topic = Audit::new("acme", String::from("root")).expect("a topic");
    assert_eq!(topic.to_string(), "tenant.acme.audit.root");
}

#[test]
fn text_is_kept_byte_by_byte() {
    // The same letter in two normal forms, and in upper case.
    for worker in ["é", "e\u{301}", "É", "日本", "a-_/:$#@!"] {
        let topic = SystemHealth::new(worker).expect("a topic");
        assert_eq!(topic.to_string(), format!("system.{worker}.health"));
    }
}

// ---- fallible if and only if there is text

#[test]
fn new_is_fallible_if_a_placeholder_takes_text() {
    let _: Result<SystemHealth<'_>, BuildError> = SystemHealth::new("x");
    let _: Result<Attacker<'_>, BuildError> = Attacker::new("x");
    let _: fn(&'static str, TopologyMutationState, u8, &'static str) -> Result<_, BuildError> =
        TopologyMutation::new;
}

#[test]
fn new_is_infallible_if_no_placeholder_takes_text() {
    let _: fn() -> SystemLog = SystemLog::new;
    let _: fn(LightColour) -> Light = Light::new;
    let _: fn(u16) -> Shard = Shard::new;
    let _: fn(Uuid) -> Session = Session::new;
    let _: fn(Region, u16) -> ShardLeader = ShardLeader::new;
}

#[test]
fn topics_without_text_are_built_while_compiling() {
    const LOG: SystemLog = SystemLog::new();
    const RED: Light = Light::new(LightColour::Red);
    const SEVEN: Shard = Shard::new(7);
    const LEADER: ShardLeader = ShardLeader::new(Region::EuWest, u16::MAX);
    const OF_SESSION: Session = Session::new(SESSION);

    let names = [
        LOG.to_string(),
        RED.to_string(),
        SEVEN.to_string(),
        LEADER.to_string(),
        OF_SESSION.to_string(),
    ];
    assert_eq!(
        names,
        [
            "system.log",
            "light.red",
            "shard.7",
            "shard.eu_west.65535.leader",
            "session.67e55044-10b1-426f-9247-bb680e5fe0c8"
        ]
    );
}

#[test]
fn a_struct_literal_over_checked_text_needs_no_check() {
    const HEALTH: SystemHealth<'static> = SystemHealth {
        worker: Segment::from_static("mutator"),
    };
    assert_eq!(HEALTH.to_string(), "system.mutator.health");

    let attacker = Attacker {
        rest: Tail::from_static("session.started"),
    };
    assert_eq!(attacker.to_string(), "attacker.session.started");
    let shard = Shard { number: 7 };
    assert_eq!(shard, Shard::new(7));
}

// ---- what is refused

#[test]
fn the_error_names_template_placeholder_and_text() {
    let error = SystemHealth::new("a.b").expect_err("two segments");
    assert_eq!(error.template(), "system.<worker>.health");
    assert_eq!(error.placeholder(), "worker");
    assert_eq!(error.text_error().text(), "a.b");
    assert_eq!(error.text_error().text_type(), TextType::Segment);
    assert_eq!(error.text_error().kind(), TextErrorKind::Dot);
    assert_eq!(error.text_error().at(), 1);
    assert_eq!(
        error.to_string(),
        "`<worker>` of `system.<worker>.health`: `a.b` is not a segment: `.` at byte 1"
    );
}

#[test]
fn every_way_to_break_a_segment_has_its_kind_and_place() {
    for (text, kind, at) in [
        ("", TextErrorKind::Empty, 0),
        (".", TextErrorKind::Dot, 0),
        ("a.b", TextErrorKind::Dot, 1),
        ("*", TextErrorKind::Wildcard, 0),
        ("é>", TextErrorKind::Wildcard, 2),
        ("a b", TextErrorKind::Whitespace, 1),
        ("a\r\nPUB x 0", TextErrorKind::Whitespace, 1),
        ("日\u{2028}", TextErrorKind::Whitespace, 3),
        ("a\0", TextErrorKind::Control, 1),
        ("\u{fffd}", TextErrorKind::ReplacementCharacter, 0),
    ] {
        let error = text_error(SystemHealth::new(text));
        assert_eq!((error.kind(), error.at()), (kind, at), "{text:?}");
    }
}

#[test]
fn every_way_to_break_a_tail_has_its_kind_and_place() {
    for (text, kind, at) in [
        ("", TextErrorKind::Empty, 0),
        (".a", TextErrorKind::EmptySegment, 0),
        ("a..b", TextErrorKind::EmptySegment, 2),
        ("a.", TextErrorKind::EmptySegment, 2),
        ("a.*", TextErrorKind::Wildcard, 2),
        ("a.>", TextErrorKind::Wildcard, 2),
        ("a.b c", TextErrorKind::Whitespace, 3),
        ("a.\u{7f}", TextErrorKind::Control, 2),
        ("a.\u{fffd}", TextErrorKind::ReplacementCharacter, 2),
    ] {
        let error = text_error(Attacker::new(text));
        assert_eq!((error.kind(), error.at()), (kind, at), "{text:?}");
        assert_eq!(error.text_type(), TextType::Tail);
    }
}

#[test]
fn the_error_of_a_tail_says_that_it_is_one() {
    let error = Attacker::new("a..b").expect_err("an empty segment");
    assert_eq!(
        error.to_string(),
        "`<rest>` of `attacker.<rest..>`: `a..b` is not the tail of a topic: empty segment at byte 2"
    );
}

#[test]
fn the_error_of_an_empty_text_names_no_byte() {
    let error = SystemHealth::new("").expect_err("empty");
    assert_eq!(
        error.to_string(),
        "`<worker>` of `system.<worker>.health`: `` is not a segment: it is empty"
    );
}

#[test]
fn the_message_of_an_error_is_one_line() {
    let error = SystemHealth::new("a\r\nPUB x 0").expect_err("a line break");
    assert_eq!(
        error.to_string(),
        "`<worker>` of `system.<worker>.health`: `a\\r\\nPUB x 0` is not a segment: whitespace at byte 1"
    );
}

#[test]
fn the_first_of_several_refused_texts_is_reported() {
    let error = Audit::new("a b", "c d").expect_err("two faults");
    assert_eq!(error.placeholder(), "tenant");
    let error = Audit::new("ab", "c d").expect_err("one fault");
    assert_eq!(error.placeholder(), "actor");
}

#[test]
fn owned_text_is_checked_too() {
    let error = text_error(SystemHealth::new(String::from("a.b")));
    assert_eq!(error.kind(), TextErrorKind::Dot);
    let error = text_error(SystemHealth::new(Cow::<str>::Owned("a b".to_owned())));
    assert_eq!(error.kind(), TextErrorKind::Whitespace);
    let error = text_error(Attacker::new(String::from("a.>")));
    assert_eq!(error.kind(), TextErrorKind::Wildcard);
}

#[test]
fn an_error_is_an_error_of_the_standard_library() {
    fn build() -> Result<String, Box<dyn std::error::Error + Send + Sync>> {
        Ok(SystemHealth::new("a b")?.to_string())
    }
    let error = build().expect_err("a space");
    assert!(error.is::<BuildError>());
}

#[test]
fn an_error_shows_its_parts_to_programmers() {
    let error = SystemHealth::new("a.b").expect_err("two segments");
    let shown = format!("{error:?}");
    assert!(
        shown.starts_with("BuildError { template: ") && shown.contains("placeholder: \"worker\""),
        "{shown}"
    );
    assert!(
        shown.contains(&format!("{:?}", error.text_error())),
        "{shown}"
    );
}

#[test]
fn equal_errors_are_equal() {
    let refuse = |text| SystemHealth::new(text).expect_err("a refusal");
    assert_eq!(refuse("a b"), refuse("a b").clone());
    assert_ne!(refuse("a b"), refuse("a c"));
}

// ---- the name

#[test]
fn a_name_is_displayed_whole_however_long_it_is() {
    for length in (1..300).chain([1 << 16]) {
        let worker = "é".repeat(length);
        let topic = SystemHealth::new(worker.as_str()).expect("a topic");
        let expected = format!("system.{worker}.health");
        assert_eq!(topic.to_string(), expected);
        assert_eq!(topic.name(), expected);
        assert_eq!(format!("{topic:1}"), expected);
        let mut name = String::from("to ");
        topic.write_to(&mut name);
        assert_eq!(name, format!("to {expected}"));
    }
}

#[test]
fn a_topic_is_padded_as_any_text() {
    let topic = SystemHealth::new("x").expect("a topic");
    assert_eq!(format!("[{topic:18}]"), "[system.x.health   ]");
    assert_eq!(format!("[{topic:>18}]"), "[   system.x.health]");
    assert_eq!(format!("[{topic:^19}]"), "[  system.x.health  ]");
    assert_eq!(format!("[{topic:*<17}]"), "[system.x.health**]");
    assert_eq!(format!("[{topic:3}]"), "[system.x.health]");
    assert_eq!(format!("[{topic:.6}]"), "[system]");
    assert_eq!(format!("[{topic:>8.6}]"), "[  system]");
}

#[test]
fn every_topic_of_a_hierarchy_is_padded() {
    let topics: [BusTopic<'_>; 3] = [
        SystemLog::new().into(),
        Shard::new(7).into(),
        Light::new(LightColour::Red).into(),
    ];
    let column = topics.map(|topic| format!("{topic:>12}|"));
    assert_eq!(column, ["  system.log|", "     shard.7|", "   light.red|"]);
}

#[test]
fn a_closed_value_is_padded() {
    assert_eq!(format!("[{:>6}]", LightColour::Red), "[   red]");
    assert_eq!(format!("[{:.2}]", LightColour::Green), "[gr]");
}

#[test]
fn the_flags_of_a_number_do_not_reach_a_typed_parameter() {
    let topic = Shard::new(7);
    assert_eq!(format!("{topic:+}"), "shard.7");
    assert_eq!(format!("{topic:#}"), "shard.7");
    assert_eq!(format!("{topic:012}"), "shard.7     ");
}

#[test]
fn name_is_the_text_as_a_checked_name() {
    let topic = TopologyMutation::new("t-17", TopologyMutationState::Enqueued, 0, "a.b.c")
        .expect("a topic");
    assert_eq!(topic.name(), "topology.t-17.mutation.enqueued.0.a.b.c");
    assert_eq!(BusTopic::from(topic.clone()).name(), topic.name());
}

#[test]
fn write_to_appends() {
    let mut text = String::from("PUB ");
    SystemHealth::new("mutator")
        .expect("a topic")
        .write_to(&mut text);
    text.push_str(" 0");
    assert_eq!(text, "PUB system.mutator.health 0");
}

#[test]
fn write_to_reuses_what_the_string_has_room_for() {
    let mut text = String::with_capacity(64);
    let (address, room) = (text.as_ptr(), text.capacity());
    for number in 0..100 {
        text.clear();
        Shard::new(number).write_to(&mut text);
        assert_eq!(text, format!("shard.{number}"));
    }
    assert_eq!((text.as_ptr(), text.capacity()), (address, room));
}

#[test]
fn a_failing_writer_is_reported() {
    struct Full;

    impl fmt::Write for Full {
        fn write_str(&mut self, _: &str) -> fmt::Result {
            Err(fmt::Error)
        }
    }

    let topic = Shard::new(7);
    assert!(write!(Full, "{topic}").is_err());
    assert!(write!(Full, "{topic:9}").is_err());
}

#[test]
fn topics_of_different_types_are_published_as_objects() {
    let health = SystemHealth::new("mutator").expect("a topic");
    let any = BusTopic::from(Shard::new(7));
    let log = SystemLog::new();
    let topics: [&dyn Topic; 3] = [&health, &any, &log];
    assert_eq!(
        topics.map(|topic| topic.name().to_string()),
        ["system.mutator.health", "shard.7", "system.log"]
    );
    assert_eq!(
        topics.map(|topic| topic.template().as_str()),
        [
            "system.<worker>.health",
            "shard.<number: u16>",
            "system.log"
        ]
    );
}

#[test]
fn a_reference_to_any_topic_is_a_topic() {
    fn text(topic: impl Topic) -> String {
        format!("{} {topic}", topic.template())
    }
    fn of_any<T: Topic>(topic: &T) -> String {
        let reference = &topic;
        assert_eq!(text(reference), text(topic));
        text(topic)
    }
    let object: &dyn Topic = &SystemLog;
    assert_eq!(of_any(&SystemLog), "system.log system.log");
    assert_eq!(of_any(&object), "system.log system.log");
    assert!(object.former_names().is_empty());
}

#[test]
fn a_function_takes_any_topic() {
    fn publish(topic: &impl Topic) -> String {
        topic.name().into()
    }

    assert_eq!(publish(&SystemLog), "system.log");
    assert_eq!(
        publish(&Attacker::new("x.y").expect("a topic")),
        "attacker.x.y"
    );
    assert_eq!(publish(&BusTopic::SystemLog(SystemLog)), "system.log");
    assert_eq!(publish(&&SystemLog), "system.log");
    let object: &dyn Topic = &SystemLog;
    assert_eq!(publish(&object), "system.log");
}

// ---- the values

#[test]
fn a_topic_without_parameters_is_a_unit_with_a_default() {
    fn default<T: Default>() -> T {
        T::default()
    }
    let unit = SystemLog;
    let copied = unit;
    assert_eq!(unit, copied);
    assert_eq!(unit, default());
}

#[test]
fn a_topic_of_closed_values_is_copied() {
    let topic = Light::new(LightColour::Red);
    let copied = topic;
    assert_eq!(topic, copied);
}

#[test]
fn a_topic_is_shown_as_a_struct() {
    assert_eq!(format!("{SystemLog:?}"), "SystemLog");
    assert_eq!(
        format!("{:?}", SystemHealth::new("x")),
        "Ok(SystemHealth { worker: Segment(\"x\") })"
    );
    assert_eq!(
        format!("{:?}", Attacker::new("x.y")),
        "Ok(Attacker { rest: Tail(\"x.y\") })"
    );
    assert_eq!(
        format!("{:?}", Light::new(LightColour::Red)),
        "Light { colour: Red }"
    );
    assert_eq!(format!("{:?}", Shard::new(7)), "Shard { number: 7 }");
    assert_eq!(
        format!("{:?}", BusTopic::from(ShardLeader::new(Region::EuWest, 7))),
        "ShardLeader(ShardLeader { region: EuWest, number: 7 })"
    );
}

#[test]
fn the_alternate_form_of_debug_is_passed_on() {
    assert_eq!(
        format!("{:#?}", ShardLeader::new(Region::EuWest, 7)),
        "ShardLeader {\n    region: EuWest,\n    number: 7,\n}"
    );
}

#[test]
fn topics_are_equal_if_all_of_their_parameters_are() {
    let topic = |id, state, attempt, cause| {
        TopologyMutation::new(id, state, attempt, cause).expect("a topic")
    };
    let (applied, enqueued) = (
        TopologyMutationState::Applied,
        TopologyMutationState::Enqueued,
    );
    let one = topic("a", applied, 1, "x.y");
    assert_eq!(one, topic("a", applied, 1, "x.y"));
    assert_ne!(one, topic("b", applied, 1, "x.y"));
    assert_ne!(one, topic("a", enqueued, 1, "x.y"));
    assert_ne!(one, topic("a", applied, 2, "x.y"));
    assert_ne!(one, topic("a", applied, 1, "x.z"));
}

#[test]
fn owned_and_borrowed_topics_are_equal_and_hash_alike() {
    let borrowed = BusTopic::from(SystemHealth::new("x").expect("a topic"));
    let owned = BusTopic::from(SystemHealth::new(String::from("x")).expect("a topic"));
    assert_eq!(borrowed, owned);
    let known = HashSet::from([borrowed]);
    assert!(known.contains(&owned));
}

#[test]
fn every_parameter_is_part_of_the_hash() {
    let mut all = HashSet::new();
    for id in ["a", "b"] {
        for state in TopologyMutationState::ALL {
            for attempt in 0..3 {
                for cause in ["x", "x.y"] {
                    let topic = TopologyMutation::new(id, *state, attempt, cause);
                    all.insert(topic.expect("a topic"));
                }
            }
        }
    }
    assert_eq!(all.len(), 2 * 2 * 3 * 2);
}

#[test]
fn a_clone_is_the_same_topic() {
    let topic = TopologyMutation::new("a", TopologyMutationState::Applied, 1, String::from("x.y"))
        .expect("a topic");
    let copy = topic.clone();
    assert_eq!(copy, topic);
    drop(topic);
    assert_eq!(copy.to_string(), "topology.a.mutation.applied.1.x.y");
}
