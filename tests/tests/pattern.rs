//! Typed patterns: what is set is text, what is not is a wildcard.

use std::collections::HashSet;
use std::fmt::Debug;

use topics::{Pattern, Segment, SegmentValue, Tail, TextErrorKind, Topic, TopicPattern, TopicType};
use uuid::Uuid;

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
    /// A line of each kind.
    pub enum BusTopic;

    system.log;
    system.<worker>.health;
    topology.<id>.mutation.<state: enqueued | applied | failed>;
    shard.<region: Region>.<number: u16>;
    session.<id: Uuid>;
    attacker.<rest..>;
    tenant.<tenant>.audit.<path..> as Audit;
    <everything..> as Everything;
}

const ID: Uuid = Uuid::from_u128(0x67e5_5044_10b1_426f_9247_bb68_0e5f_e0c8);

/// The text of a pattern, which is the same in all of its forms.
fn text<P: TopicPattern + Clone>(pattern: &P) -> String
where
    Pattern<'static>: From<P>,
{
    let shown = pattern.to_string();
    assert_eq!(pattern.to_pattern(), shown);
    assert_eq!(Pattern::from(pattern.clone()), shown);
    assert!(Pattern::new(&shown).is_ok());
    shown
}

fn built<T, E: Debug>(result: Result<T, E>) -> T {
    result.expect("a pattern")
}

// ---- one type for all lines

/// The pattern of any line, and the template that it is of.
fn with_template<T: TopicType>(pattern: &BusTopicPattern<T>) -> (String, &'static str) {
    (text_of(pattern), T::TEMPLATE.as_str())
}

/// What a set, a log and a list of subscriptions ask of a pattern, whatever its topic is.
fn is_a_value<T: TopicType>(pattern: &BusTopicPattern<T>) -> bool {
    let copy: BusTopicPattern<T> = pattern.clone();
    let shown = format!("{copy:?}");
    let mut set = HashSet::from([copy]);
    !set.insert(pattern.clone()) && shown.starts_with("BusTopicPattern(")
}

#[test]
fn the_pattern_of_any_line_is_a_value() {
    assert!(is_a_value(&SystemLog::pattern()));
    assert!(is_a_value(&built(Audit::pattern().tenant("acme"))));
}

fn text_of(pattern: &impl TopicPattern) -> String {
    pattern.to_pattern().into()
}

#[test]
fn the_patterns_of_all_lines_are_of_one_type() {
    assert_eq!(
        with_template(&SystemLog::pattern()),
        ("system.log".to_owned(), "system.log"),
    );
    assert_eq!(
        with_template(&built(Audit::pattern().tenant("acme"))),
        (
            "tenant.acme.audit.>".to_owned(),
            "tenant.<tenant>.audit.<path..>"
        ),
    );
}

// ---- nothing set

#[test]
fn every_placeholder_is_a_wildcard_at_first() {
    assert_eq!(text(&SystemLog::pattern()), "system.log");
    assert_eq!(text(&SystemHealth::pattern()), "system.*.health");
    assert_eq!(text(&TopologyMutation::pattern()), "topology.*.mutation.*");
    assert_eq!(text(&Shard::pattern()), "shard.*.*");
    assert_eq!(text(&Session::pattern()), "session.*");
    assert_eq!(text(&Attacker::pattern()), "attacker.>");
    assert_eq!(text(&Audit::pattern()), "tenant.*.audit.>");
    assert_eq!(text(&Everything::pattern()), ">");
}

#[test]
fn an_unset_pattern_is_that_of_the_template() {
    fn of<T: TopicType>(pattern: &impl TopicPattern<Topic = T>) {
        assert_eq!(pattern.to_pattern(), T::TEMPLATE.pattern());
    }
    of(&SystemLog::pattern());
    of(&SystemHealth::pattern());
    of(&TopologyMutation::pattern());
    of(&Shard::pattern());
    of(&Session::pattern());
    of(&Attacker::pattern());
    of(&Audit::pattern());
    of(&Everything::pattern());
}

#[test]
fn a_pattern_is_made_while_compiling() {
    const LOG: BusTopicPattern<SystemLog> = SystemLog::pattern();
    const HEALTH: BusTopicPattern<SystemHealth<'static>> = SystemHealth::pattern();
    const SHARD: BusTopicPattern<Shard> = Shard::pattern();
    assert_eq!(text(&LOG), "system.log");
    assert_eq!(text(&HEALTH), "system.*.health");
    assert_eq!(text(&SHARD), "shard.*.*");
}

// ---- setters

#[test]
fn a_plain_placeholder_is_set_to_text_of_every_type() {
    let health = SystemHealth::pattern;
    let owned = String::from("mutator");
    let segment = Segment::new("mutator").expect("a segment");
    for pattern in [
        health().worker("mutator"),
        health().worker(&owned),
        health().worker(owned.clone()),
        health().worker(std::borrow::Cow::Borrowed("mutator")),
        health().worker(&segment),
        health().worker(segment.clone()),
    ] {
        assert_eq!(text(&built(pattern)), "system.mutator.health");
    }
}

#[test]
fn a_tail_is_set_to_text_of_every_type() {
    let owned = String::from("a.b");
    let tail = Tail::new("a.b").expect("a tail");
    for pattern in [
        Attacker::pattern().rest("a.b"),
        Attacker::pattern().rest(&owned),
        Attacker::pattern().rest(owned.clone()),
        Attacker::pattern().rest(std::borrow::Cow::Borrowed("a.b")),
        Attacker::pattern().rest(&tail),
        Attacker::pattern().rest(tail.clone()),
    ] {
        assert_eq!(text(&built(pattern)), "attacker.a.b");
    }
    let segment = Segment::new("a").expect("a segment");
    assert_eq!(
        text(&built(Attacker::pattern().rest(segment))),
        "attacker.a"
    );
}

#[test]
fn a_closed_placeholder_is_set_to_a_value() {
    let failed = TopologyMutation::pattern().state(TopologyMutationState::Failed);
    assert_eq!(text(&failed), "topology.*.mutation.failed");
}

#[test]
fn a_typed_placeholder_is_set_to_a_value() {
    assert_eq!(
        text(&Shard::pattern().region(Region::UsEast)),
        "shard.us_east.*"
    );
    assert_eq!(text(&Shard::pattern().number(7)), "shard.*.7");
    assert_eq!(
        text(&Session::pattern().id(ID)),
        "session.67e55044-10b1-426f-9247-bb680e5fe0c8"
    );
}

#[test]
fn placeholders_are_set_in_any_order() {
    let one = built(
        TopologyMutation::pattern()
            .state(TopologyMutationState::Applied)
            .id("t-17"),
    );
    let other = built(TopologyMutation::pattern().id("t-17")).state(TopologyMutationState::Applied);
    assert_eq!(text(&one), "topology.t-17.mutation.applied");
    assert_eq!(one, other);
}

#[test]
fn a_tail_stays_a_wildcard_while_others_are_set() {
    let acme = built(Audit::pattern().tenant("acme"));
    assert_eq!(text(&acme), "tenant.acme.audit.>");
    let both = built(acme.path("login.failed"));
    assert_eq!(text(&both), "tenant.acme.audit.login.failed");
    let path = built(Audit::pattern().path("login"));
    assert_eq!(text(&path), "tenant.*.audit.login");
    let everything = built(Everything::pattern().everything("a.b"));
    assert_eq!(text(&everything), "a.b");
}

#[test]
fn setting_twice_keeps_the_last() {
    let pattern = Shard::pattern().number(1).number(2);
    assert_eq!(text(&pattern), "shard.*.2");
    let pattern = built(built(SystemHealth::pattern().worker("a")).worker("b"));
    assert_eq!(text(&pattern), "system.b.health");
}

#[test]
fn a_pattern_can_be_named_and_outlives_what_it_is_set_to() {
    fn of(worker: &str) -> BusTopicPattern<SystemHealth<'static>> {
        built(SystemHealth::pattern().worker(worker))
    }
    let pattern = of(&String::from("mutator"));
    assert_eq!(text(&pattern), "system.mutator.health");
}

#[test]
fn a_pattern_outlives_what_it_was_made_of() {
    let pattern = {
        let worker = String::from("mutator");
        built(SystemHealth::pattern().worker(&worker)).to_pattern()
    };
    assert!(pattern.matches("system.mutator.health"));
}

// ---- what is refused

#[test]
fn a_refused_segment_is_an_error_as_of_new() {
    for worker in ["", "a.b", "*", ">", "a b", "a\0b", "\u{fffd}"] {
        let error = SystemHealth::pattern()
            .worker(worker)
            .expect_err("a refusal");
        assert_eq!(Err(error), SystemHealth::new(worker));
    }
}

#[test]
fn a_refused_tail_is_an_error_as_of_new() {
    for rest in ["", "a..b", "a.*", "a.>", "a.b c"] {
        let error = Attacker::pattern().rest(rest).expect_err("a refusal");
        assert_eq!(Err(error), Attacker::new(rest));
    }
}

#[test]
fn the_error_names_template_placeholder_and_text() {
    let error = TopologyMutation::pattern()
        .state(TopologyMutationState::Applied)
        .id("t.17")
        .expect_err("two segments");
    assert_eq!(error.template(), TopologyMutation::TEMPLATE);
    assert_eq!(error.placeholder(), "id");
    assert_eq!(error.text_error().kind(), TextErrorKind::Dot);
    assert_eq!(
        error.to_string(),
        "`<id>` of `topology.<id>.mutation.<state: enqueued | applied | failed>`: \
         `t.17` is not a segment: `.` at byte 1"
    );
}

// ---- what it matches

#[test]
fn a_bound_pattern_matches_the_topic_of_the_same_parameters() {
    let applied = TopologyMutationState::Applied;
    let topic = TopologyMutation::new("t-17", applied).expect("a topic");
    let pattern = built(TopologyMutation::pattern().state(applied).id("t-17")).to_pattern();
    assert_eq!(pattern.as_str(), topic.to_string());
    assert!(pattern.is_literal());
}

#[test]
fn each_set_placeholder_narrows_the_pattern() {
    let any = TopologyMutation::pattern();
    let failed = any.clone().state(TopologyMutationState::Failed);
    let one = built(failed.clone().id("t-17"));
    let [any, failed, one] = [any.to_pattern(), failed.to_pattern(), one.to_pattern()];
    assert!(any.covers(&failed) && !failed.covers(&any));
    assert!(failed.covers(&one) && !one.covers(&failed));
    assert!(any.matches("topology.t-1.mutation.applied"));
    assert!(!failed.matches("topology.t-1.mutation.applied"));
    assert!(failed.matches("topology.t-1.mutation.failed"));
    assert!(!one.matches("topology.t-1.mutation.failed"));
    assert!(one.matches("topology.t-17.mutation.failed"));
}

#[test]
fn a_pattern_knows_its_topic() {
    fn received<P: TopicPattern>(pattern: &P, name: &str) -> Option<String> {
        if !pattern.to_pattern().matches(name) {
            return None;
        }
        let topic =
            <P::Topic as topics::ParseTopic>::parse_from(name).expect("a topic of the pattern");
        Some(topic.name().into())
    }
    let failed = TopologyMutation::pattern().state(TopologyMutationState::Failed);
    let name = "topology.t-17.mutation.failed";
    assert_eq!(received(&failed, name).as_deref(), Some(name));
    assert_eq!(received(&failed, "topology.t-17.mutation.applied"), None);
}

#[test]
fn the_topic_of_a_pattern_is_the_struct_of_its_line() {
    fn template<P: TopicPattern<Topic: TopicType>>(_: &P) -> &'static str {
        P::Topic::TEMPLATE.as_str()
    }
    assert_eq!(template(&SystemLog::pattern()), "system.log");
    assert_eq!(template(&Attacker::pattern()), "attacker.<rest..>");
    assert_eq!(template(&Session::pattern()), "session.<id: Uuid>");
}

// ---- the value

#[test]
fn a_pattern_is_padded_as_any_text() {
    assert_eq!(format!("[{:<13}]", Attacker::pattern()), "[attacker.>   ]");
    assert_eq!(format!("[{:>13}]", Attacker::pattern()), "[   attacker.>]");
}

#[test]
fn a_pattern_can_be_an_object() {
    let health = SystemHealth::pattern();
    let object: &dyn TopicPattern<Topic = SystemHealth<'static>> = &health;
    assert_eq!(object.to_pattern(), "system.*.health");
}

#[test]
fn patterns_are_compared_and_hashed_by_what_is_set() {
    let mut all = HashSet::new();
    for number in [1, 2, 1, 2] {
        all.insert(Shard::pattern().number(number));
    }
    all.insert(Shard::pattern());
    all.insert(Shard::pattern().region(Region::EuWest));
    assert_eq!(all.len(), 4);
    assert_ne!(Shard::pattern().number(1), Shard::pattern());
}

#[test]
fn lines_may_have_the_same_placeholders_though_a_name_ends_in_a_digit() {
    topics::topics! {
        enum Numbered;
        first.<key1>.<state1: on | off>;
        second.<key1>.<state1: on | off>;
        third.<key1>.<state1: on | off>;
    }
    assert_eq!(
        Third::pattern().state1(ThirdState1::Off).to_pattern(),
        "third.*.off"
    );
}
