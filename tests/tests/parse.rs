//! From text to a topic: which template reads it, what it borrows, and how it is refused.

use topics::{
    ParseError, ParseErrorKind, Segment, SegmentValue, Tail, TextErrorKind, TextType, Texts,
    ValueError,
};
use uuid::Uuid;

/// A priority.
#[derive(SegmentValue, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[segment(rename_all = "lowercase")]
pub enum Priority {
    /// `high`
    High,
    /// `low`
    Low,
}

topics::topics! {
    /// The least specific lines come first, so that the order of the lines is of no help.
    pub enum BusTopic;

    system.<rest..> as System;
    system.<worker>.<what> as SystemOther;
    system.<worker>.health as WorkerHealth;
    system.<worker: bus | log>.health as CoreHealth;
    system.bus.health;
    system.log;

    topology.<id>.status;
    topology.<id>.mutation.<state: enqueued | applied | failed>;

    shard.<number: u16>;
    session.<id: Uuid>.open;
    light.<on: bool>;
    job.<priority: Priority>;
}

mod fallback {
    //! Lines whose types refuse what a less specific line takes.

    topics::topics! {
        pub enum Work;

        job.<id>.<step> as JobStep;
        job.<id: u32>.result;

        valve.<id>.<open: bool>;
        valve.<id: u8>.on;

        range.<from: u8>.<to: u8>;

        deep.<rest..>;
        deep.<one>.<two..> as DeepText;
        deep.<one: u8>.<two>.<three> as DeepNumber;
        deep.<one: u8>.<two: bool>.end;
    }
}

use fallback::{DeepEnd, DeepNumber, DeepText, JobResult, JobStep, Valve, ValveOn, Work};

fn parse(text: &str) -> BusTopic<'_> {
    BusTopic::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn refuse(text: &str) -> ParseError {
    BusTopic::parse(text).expect_err(text)
}

fn segment(text: &str) -> Segment<'_> {
    Segment::new(text).expect("a segment")
}

// ---- reading

#[test]
fn a_literal_topic_is_read() {
    assert_eq!(parse("system.log"), BusTopic::SystemLog(SystemLog));
}

#[test]
fn a_plain_placeholder_takes_the_segment() {
    let TopologyStatus { id } = TopologyStatus::parse("topology.t-17.status").expect("a topic");
    assert_eq!(id, "t-17");
}

#[test]
fn a_tail_takes_all_that_is_left() {
    for rest in ["a", "a.b.c", "a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p"] {
        let text = format!("system.{rest}");
        let topic = System::parse(&text).expect("a topic");
        assert_eq!(topic.rest, rest);
    }
}

#[test]
fn a_tail_takes_no_less_than_one_segment() {
    let error = System::parse("system").expect_err("nothing for the tail");
    assert!(matches!(error.kind(), ParseErrorKind::UnknownTopic));
}

#[test]
fn a_closed_placeholder_takes_its_values() {
    for state in TopologyMutationState::ALL {
        let text = format!("topology.t.mutation.{state}");
        let topic = TopologyMutation::parse(&text).expect("a topic");
        assert_eq!(topic.state, *state);
    }
}

#[test]
fn typed_placeholders_take_the_values_of_their_types() {
    let id = Uuid::from_u128(7);
    assert_eq!(parse("shard.65535"), Shard::new(u16::MAX).into());
    assert_eq!(parse("light.true"), Light::new(true).into());
    assert_eq!(parse("job.low"), Job::new(Priority::Low).into());
    assert_eq!(
        parse("session.00000000-0000-0000-0000-000000000007.open"),
        SessionOpen::new(id).into()
    );
}

#[test]
fn text_is_compared_byte_by_byte() {
    for text in ["System.log", "system.Log", "SYSTEM.LOG"] {
        assert!(SystemLog::parse(text).is_err(), "{text}");
    }
    let composed = TopologyStatus::parse("topology.é.status").expect("a topic");
    let decomposed = TopologyStatus::parse("topology.e\u{301}.status").expect("a topic");
    assert_ne!(composed, decomposed);
}

#[test]
fn a_longer_or_shorter_topic_is_another() {
    for text in ["shard", "shard.7.x", "shard.7.x.y.z.a.b.c", "x.shard.7"] {
        assert!(Shard::parse(text).is_err(), "{text}");
        assert!(BusTopic::parse(text).is_err(), "{text}");
    }
}

#[test]
fn a_value_is_read_from_its_text() {
    assert_eq!("applied".parse(), Ok(TopologyMutationState::Applied));
    let error = "undone"
        .parse::<TopologyMutationState>()
        .expect_err("no value");
    assert_eq!(error.allowed(), Texts::new("enqueued | applied | failed"));
}

#[test]
fn a_text_that_is_no_segment_is_no_value() {
    let error = "a b"
        .parse::<TopologyMutationState>()
        .expect_err("no segment");
    assert_eq!(
        error.to_string(),
        "`a b` is not a segment: whitespace at byte 1"
    );
}

// ---- conversions

#[test]
fn a_topic_is_made_from_a_str() {
    let topic = BusTopic::try_from("shard.7").expect("a topic");
    assert_eq!(topic, BusTopic::Shard(Shard::new(7)));
    let topic = TopologyStatus::try_from("topology.t.status").expect("a topic");
    assert_eq!(topic.id, "t");
    let topic: Result<Shard, ParseError> = "shard.7".try_into();
    assert_eq!(topic, Ok(Shard::new(7)));
}

#[test]
fn parsing_a_str_gives_an_owned_topic() {
    fn parse(text: &str) -> Result<BusTopic<'static>, ParseError> {
        text.parse()
    }
    let text = String::from("topology.t-17.status");
    let topic = parse(&text);
    drop(text);
    let expected = TopologyStatus::new("t-17").expect("a topic");
    assert_eq!(topic, Ok(expected.into()));
}

#[test]
fn what_is_read_points_into_the_text() {
    let text = String::from("topology.t-17.status");
    let BusTopic::TopologyStatus(TopologyStatus { id }) = parse(&text) else {
        panic!("another topic");
    };
    assert_eq!(id.as_str().as_ptr(), text["topology.".len()..].as_ptr());

    let text = String::from("system.a.b.c");
    let BusTopic::System(System { rest }) = parse(&text) else {
        panic!("another topic");
    };
    assert_eq!(rest.as_str().as_ptr(), text["system.".len()..].as_ptr());
}

#[test]
fn what_is_read_lives_as_long_as_the_text() {
    fn id(text: &str) -> Segment<'_> {
        let topic = TopologyStatus::parse(text).expect("a topic");
        topic.id
    }
    let text = String::from("topology.t-17.status");
    assert_eq!(id(&text), "t-17");
}

#[test]
fn a_type_without_text_outlives_what_it_was_read_from() {
    let topic = {
        let text = String::from("topology.t.mutation.failed");
        TopologyMutation::parse(&text).expect("a topic").state
    };
    assert_eq!(topic, TopologyMutationState::Failed);
    let shard: Shard = {
        let text = String::from("shard.7");
        Shard::parse(&text).expect("a topic")
    };
    assert_eq!(shard.number, 7);
}

// ---- the most specific template first

#[test]
fn a_literal_topic_comes_before_all_others() {
    assert_eq!(parse("system.bus.health"), SystemBusHealth.into());
    assert_eq!(parse("system.log"), SystemLog.into());
}

#[test]
fn closed_values_come_before_any_segment() {
    let expected = CoreHealth::new(CoreHealthWorker::Log);
    assert_eq!(parse("system.log.health"), expected.into());
}

#[test]
fn more_literals_come_before_fewer() {
    let expected = WorkerHealth::new("mutator").expect("a topic");
    assert_eq!(parse("system.mutator.health"), expected.into());
    let expected = SystemOther::new("mutator", "load").expect("a topic");
    assert_eq!(parse("system.mutator.load"), expected.into());
}

#[test]
fn a_tail_comes_last() {
    for rest in ["mutator", "mutator.health.now", "bus.health.x"] {
        let text = format!("system.{rest}");
        let expected = System::new(rest).expect("a topic");
        assert_eq!(parse(&text), expected.into());
    }
}

#[test]
fn a_struct_refuses_what_a_more_specific_line_shadows() {
    let errors = [
        WorkerHealth::parse("system.bus.health").map(drop),
        CoreHealth::parse("system.bus.health").map(drop),
        System::parse("system.bus.health").map(drop),
        SystemOther::try_from("system.bus.health").map(drop),
    ];
    let owner = parse("system.bus.health").template();
    for error in errors {
        let kind = error.map_err(|error| error.kind());
        assert!(
            matches!(&kind, Err(ParseErrorKind::OfAnotherLine { owner: of, .. }) if *of == owner),
            "{kind:?}"
        );
    }
    let own = WorkerHealth::parse("system.mutator.health").expect("a topic");
    assert_eq!(own.worker, "mutator");
}

// ---- a type refuses

#[test]
fn a_refused_parameter_leaves_the_topic_to_a_less_specific_line() {
    let step = JobStep::new("x", "result").expect("a topic");
    assert_eq!(Work::parse("job.x.result"), Ok(step.into()));
    assert_eq!(Work::parse("job.7.result"), Ok(JobResult::new(7).into()));
    let step = JobStep::new("007", "result").expect("a topic");
    assert_eq!(Work::parse("job.007.result"), Ok(step.into()));
}

#[test]
fn the_search_goes_on_after_several_refusals() {
    let parsed = |text| Work::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
    let tail = |text| Tail::new(text).expect("a tail");
    assert_eq!(
        parsed("deep.1.true.end"),
        DeepEnd { one: 1, two: true }.into()
    );
    let number = DeepNumber::new(1, "x", "end").expect("a topic");
    assert_eq!(parsed("deep.1.x.end"), number.into());
    let text = DeepText {
        one: segment("x"),
        two: tail("true.end"),
    };
    assert_eq!(parsed("deep.x.true.end"), text.into());
}

#[test]
fn the_refusal_of_the_most_specific_line_is_reported() {
    let error = Work::parse("valve.x.on").expect_err("neither line takes it");
    assert_eq!(
        error.to_string(),
        "`x` is not a valid `<id>` of `valve.<id: u8>.on`: expected `<u8>`"
    );
    assert_eq!(ValveOn::parse("valve.x.on"), Err(error));
}

#[test]
fn the_refusal_of_a_line_that_does_not_match_is_not_reported() {
    let error = Work::parse("valve.x.off").expect_err("no boolean");
    assert_eq!(
        error.to_string(),
        "`off` is not a valid `<open>` of `valve.<id>.<open: bool>`: expected `true` or `false`"
    );
    assert_eq!(Valve::parse("valve.x.off"), Err(error));
}

#[test]
fn the_first_refused_parameter_of_a_line_is_reported() {
    let error = Work::parse("range.x.y").expect_err("no numbers");
    assert_eq!(
        error.to_string(),
        "`x` is not a valid `<from>` of `range.<from: u8>.<to: u8>`: expected `<u8>`"
    );
    let error = Work::parse("range.1.y").expect_err("no number");
    assert_eq!(
        error.to_string(),
        "`y` is not a valid `<to>` of `range.<from: u8>.<to: u8>`: expected `<u8>`"
    );
}

// ---- what is refused

#[test]
fn a_text_that_is_no_topic_is_refused_as_such() {
    for (text, kind, at) in [
        ("", TextErrorKind::Empty, 0),
        ("system.", TextErrorKind::EmptySegment, 7),
        (".log", TextErrorKind::EmptySegment, 0),
        ("system..log", TextErrorKind::EmptySegment, 7),
        ("system.*", TextErrorKind::Wildcard, 7),
        ("system.>", TextErrorKind::Wildcard, 7),
        ("system.a b", TextErrorKind::Whitespace, 8),
        ("system.log\n", TextErrorKind::Whitespace, 10),
        ("system.\u{1}", TextErrorKind::Control, 7),
        ("system.\u{fffd}", TextErrorKind::ReplacementCharacter, 7),
    ] {
        let error = refuse(text);
        assert_eq!(error.text(), text);
        let ParseErrorKind::NotATopic(error) = error.kind() else {
            panic!("{text:?}: {error:?}");
        };
        assert_eq!(error.text(), text);
        assert_eq!((error.kind(), error.at()), (kind, at), "{text:?}");
        assert_eq!(error.text_type(), TextType::Topic);
    }
}

#[test]
fn the_message_about_a_text_that_is_no_topic() {
    assert_eq!(
        refuse("system..log").to_string(),
        "`system..log` is not a topic: empty segment at byte 7"
    );
    assert_eq!(refuse("").to_string(), "`` is not a topic: it is empty");
    assert_eq!(
        refuse("system.log\r\nPUB x 0").to_string(),
        "`system.log\\r\\nPUB x 0` is not a topic: whitespace at byte 10"
    );
}

#[test]
fn a_text_that_is_no_topic_may_have_a_template_near() {
    let nearest = refuse("topology.t 17.status").nearest();
    assert_eq!(nearest, Some(TopologyStatus::TEMPLATE));
    assert_eq!(refuse("").nearest(), None);
}

#[test]
fn a_text_is_judged_before_its_parameters_are() {
    let error = refuse("shard.x.").kind();
    assert!(matches!(error, ParseErrorKind::NotATopic(_)), "{error:?}");
}

#[test]
fn an_unknown_topic_comes_with_the_nearest_template() {
    let error = refuse("topology.t-17.statuz");
    assert_eq!(error.text(), "topology.t-17.statuz");
    assert_eq!(error.kind(), ParseErrorKind::UnknownTopic);
    assert_eq!(error.nearest(), Some(TopologyStatus::TEMPLATE));
    assert_eq!(
        error.to_string(),
        "no topic matches `topology.t-17.statuz`; the nearest is `topology.<id>.status`"
    );
}

#[test]
fn an_unknown_topic_may_have_no_template_near() {
    let error = refuse("nothing.like.this.at.all");
    assert_eq!(error.kind(), ParseErrorKind::UnknownTopic);
    assert_eq!(error.nearest(), None);
    assert_eq!(
        error.to_string(),
        "no topic matches `nothing.like.this.at.all`, and none is similar"
    );
}

#[test]
fn a_struct_offers_its_own_template_only() {
    let error = TopologyStatus::parse("topology.t-17.mutation.failed").expect_err("of another");
    assert_eq!(
        error.to_string(),
        "no topic matches `topology.t-17.mutation.failed`; the nearest is `topology.<id>.status`"
    );
    let error = TopologyStatus::parse("shard.7").expect_err("of another");
    assert_eq!(
        error.to_string(),
        "no topic matches `shard.7`, and none is similar"
    );
}

#[test]
fn a_refused_parameter_comes_with_its_place_and_reason() {
    let error = refuse("shard.65536");
    assert_eq!(error.text(), "shard.65536");
    assert_eq!(error.nearest(), Some(Shard::TEMPLATE));
    assert_eq!(
        error.kind(),
        ParseErrorKind::Parameter {
            template: Shard::TEMPLATE,
            placeholder: "number",
            value: "65536".into(),
            error: ValueError::new("out of the range of `u16`"),
        }
    );
    assert_eq!(
        error.to_string(),
        "`65536` is not a valid `<number>` of `shard.<number: u16>`: out of the range of `u16`"
    );
}

#[test]
fn a_closed_placeholder_lists_what_it_takes() {
    let error = refuse("topology.t.mutation.undone");
    let ParseErrorKind::Parameter {
        template,
        placeholder,
        value,
        error: reason,
    } = error.kind()
    else {
        panic!("{error:?}");
    };
    assert_eq!(template, TopologyMutation::TEMPLATE);
    assert_eq!(placeholder, "state");
    assert_eq!(&*value, "undone");
    assert_eq!(reason.allowed(), Texts::new("enqueued | applied | failed"));
    assert_eq!(
        error.to_string(),
        "`undone` is not a valid `<state>` of `topology.<id>.mutation.<state: enqueued | applied | failed>`: \
         expected `enqueued`, `applied` or `failed`"
    );
}

#[test]
fn each_type_says_what_it_refuses() {
    for (text, message) in [
        (
            "light.1",
            "`1` is not a valid `<on>` of `light.<on: bool>`: expected `true` or `false`",
        ),
        (
            "job.urgent",
            "`urgent` is not a valid `<priority>` of `job.<priority: Priority>`: expected `high` or `low`",
        ),
        (
            "session.7.open",
            "`7` is not a valid `<id>` of `session.<id: Uuid>.open`: expected `<uuid>`",
        ),
        (
            "session.00000000-0000-0000-0000-00000000000A.open",
            "`00000000-0000-0000-0000-00000000000A` is not a valid `<id>` of `session.<id: Uuid>.open`: \
             a UUID is written with hyphens and in lower case",
        ),
        (
            "shard.-1",
            "`-1` is not a valid `<number>` of `shard.<number: u16>`: expected `<u16>`",
        ),
    ] {
        assert_eq!(refuse(text).to_string(), message);
    }
}

#[test]
fn a_long_text_is_cut_in_the_message_but_not_in_the_error() {
    let text = format!("shard.{}", "é".repeat(1000));
    let error = refuse(&text);
    assert_eq!(error.text(), text);
    assert_eq!(
        error.to_string(),
        format!(
            "`{}… (2000 bytes)` is not a valid `<number>` of `shard.<number: u16>`: expected `<u16>`",
            "é".repeat(120)
        )
    );
}

#[test]
fn a_topic_of_very_many_segments_is_refused_quietly() {
    let text = vec!["x"; 100_000].join(".");
    assert_eq!(refuse(&text).text().len(), 199_999);
}

mod long {
    topics::topics! {
        pub enum LongTopic;

        a.b.c.d.e.f.g.h.i.<x>.k as Long;
    }
}

#[test]
fn each_of_many_literals_counts() {
    let right: Vec<&str> = "a.b.c.d.e.f.g.h.i.j.k".split('.').collect();
    for at in 0..right.len() {
        let mut segments = right.clone();
        segments[at] = "other";
        let is_read = long::LongTopic::parse(&segments.join(".")).is_ok();
        assert_eq!(is_read, at == 9, "{at}");
    }
}

#[test]
fn the_debug_form_of_an_error_shows_its_text() {
    assert_eq!(
        format!("{:?}", refuse("x")),
        "ParseError(no topic matches `x`, and none is similar)"
    );
}

#[test]
fn equal_errors_are_equal() {
    assert_eq!(refuse("shard.x"), refuse("shard.x").clone());
    assert_ne!(refuse("shard.x"), refuse("shard.y"));
    assert_ne!(refuse("a..b"), refuse("a.b"));
}

#[test]
fn an_error_is_an_error_of_the_standard_library() {
    fn number(text: &str) -> Result<u16, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Shard::parse(text)?.number)
    }
    assert_eq!(number("shard.7").expect("a topic"), 7);
    let error = number("shard.x").expect_err("no number");
    assert!(error.is::<ParseError>());
}
