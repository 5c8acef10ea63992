//! Topics and patterns under a root, and under many.

use proptest::prelude::*;
use topics::{
    Hierarchy, ParseErrorKind, ParseTopic, Pattern, PatternMap, Root, Roots, Topic, TopicName,
    Topics, pattern, topics,
};
use topics_tests::naive;

topics! {
    pub enum BusTopic;
    order.<id: u64>.paid;
    order.stats;
    #[was("dky.<id>.state")]
    decky.<id>.state;
    log.<path..>;
}

#[derive(Topics, Clone, Debug, PartialEq)]
enum Small<'a> {
    State(DeckyState<'a>),
    #[topic("ping")]
    Ping,
}

fn root() -> Root {
    Root::new("prod.acme").expect("a root")
}

#[test]
fn every_kind_of_topic_has_a_name_under_a_root() {
    let root = root();
    let state = DeckyState::new("web-01").unwrap();
    assert_eq!(root.name(&OrderPaid::new(7)), "prod.acme.order.7.paid");
    assert_eq!(root.name(&OrderStats::new()), "prod.acme.order.stats");
    assert_eq!(root.name(&state), "prod.acme.decky.web-01.state");
    assert_eq!(
        root.name(&BusTopic::from(state.clone())),
        "prod.acme.decky.web-01.state"
    );
    assert_eq!(
        root.name(&Small::from(state.clone())),
        "prod.acme.decky.web-01.state"
    );
    assert_eq!(root.name(&Small::Ping), "prod.acme.ping");
    let object: &dyn Topic = &state;
    assert_eq!(root.name(&object), "prod.acme.decky.web-01.state");
    assert_eq!(root.former_names(&state), ["prod.acme.dky.web-01.state"]);
    assert_eq!(Root::none().former_names(&state), ["dky.web-01.state"]);
    let log = TopicName::new("log.a.b").unwrap();
    assert_eq!(root.join(&log), "prod.acme.log.a.b");
    assert_eq!(Root::none().join(&log), "log.a.b");

    let mut kept = String::from("PUB ");
    root.write_to(&Small::Ping, &mut kept);
    assert_eq!(kept, "PUB prod.acme.ping");
}

#[test]
fn every_kind_of_pattern_has_its_place_under_a_root() {
    let root = root();
    assert_eq!(
        root.pattern(&DeckyState::pattern()),
        "prod.acme.decky.*.state"
    );
    assert_eq!(
        root.pattern(&BusTopic::HIERARCHY_PATTERN),
        "prod.acme.order.>"
    );
    assert_eq!(root.pattern(&Pattern::from_static(">")), "prod.acme.>");
    assert_eq!(root.pattern(&Small::ping_pattern()), "prod.acme.ping");
    let patterns = root.patterns(&DeckyState::pattern().id("web-01").unwrap());
    assert_eq!(
        patterns,
        ["prod.acme.decky.web-01.state", "prod.acme.dky.web-01.state"]
    );
    assert_eq!(
        root.patterns(&Pattern::from_static("a.*")),
        ["prod.acme.a.*"]
    );
    assert_eq!(
        Root::none().patterns(&DeckyState::pattern()),
        DeckyState::pattern().to_patterns()
    );
}

trait HasPattern {
    const HIERARCHY_PATTERN: topics::PatternOf<'static, BusTopic<'static>>;
}

impl HasPattern for BusTopic<'_> {
    const HIERARCHY_PATTERN: topics::PatternOf<'static, BusTopic<'static>> =
        pattern!(BusTopic, "order.>");
}

#[test]
fn what_is_published_under_a_root_is_received_under_it() {
    let mut handlers = PatternMap::new();
    for pattern in root().patterns(&DeckyState::pattern()) {
        handlers.insert(pattern, "state");
    }
    handlers.insert(root().pattern(&Pattern::from_static("order.>")), "orders");
    let found = |name: &str| handlers.matches(name).copied().collect::<Vec<_>>();
    assert_eq!(found("prod.acme.decky.web-01.state"), ["state"]);
    assert_eq!(found("prod.acme.dky.web-01.state"), ["state"]);
    assert_eq!(found("prod.acme.order.7.paid"), ["orders"]);
    assert_eq!(found("order.7.paid"), [""; 0]);

    let parsed = root()
        .parse::<BusTopic<'_>>("prod.acme.dky.web-01.state")
        .unwrap();
    assert_eq!(
        parsed,
        BusTopic::DeckyState(DeckyState::new("web-01").unwrap())
    );
    let parsed = root().parse::<Small<'_>>("prod.acme.ping").unwrap();
    assert_eq!(parsed, Small::Ping);
    let parsed = Root::default().parse::<OrderPaid>("order.7.paid").unwrap();
    assert_eq!(parsed, OrderPaid::new(7));
}

#[test]
fn an_error_shows_the_whole_name() {
    let root = root();
    let error = |name: &str| root.parse::<BusTopic<'_>>(name).unwrap_err();
    for (name, outside, message) in [
        (
            "order.7.paid",
            true,
            "`order.7.paid` is outside the root `prod.acme`",
        ),
        (
            "prod.acme",
            true,
            "`prod.acme` is outside the root `prod.acme`",
        ),
        (
            "prod.acme.",
            true,
            "`prod.acme.` is not a topic: empty segment at byte 10",
        ),
        ("", true, "`` is not a topic: it is empty"),
        (
            "prod.acme.order.7.payed",
            false,
            "`prod.acme.order.7.payed` under the root `prod.acme`: \
             no topic matches `order.7.payed`; the nearest is `order.<id: u64>.paid`",
        ),
        (
            "prod.acme.order. .paid",
            false,
            "`prod.acme.order. .paid` is not a topic: whitespace at byte 16",
        ),
    ] {
        let error = error(name);
        assert_eq!(error.to_string(), message);
        assert_eq!(error.is_outside(), outside, "{name}");
        assert_eq!(error.parse_error().is_none(), outside, "{name}");
        assert_eq!(error.name(), name);
        assert_eq!(error.root().unwrap(), "prod.acme");
    }
    let kind = error("prod.acme.nothing").parse_error().unwrap().kind();
    assert_eq!(kind, ParseErrorKind::UnknownTopic);

    let error = Root::none().parse::<BusTopic<'_>>("nothing").unwrap_err();
    assert_eq!(error.root(), None);
    assert_eq!(
        error.to_string(),
        BusTopic::parse("nothing").unwrap_err().to_string()
    );
    assert!(format!("{error:?}").starts_with("RootError { name: \"nothing\""));
}

#[test]
fn a_root_is_a_topic_or_nothing() {
    for text in ["", ".", "a.", "a.*", "a.>", "a b", "*"] {
        assert!(Root::new(text).is_err(), "{text:?}");
        assert!(text.parse::<Root>().is_err(), "{text:?}");
    }
    assert_eq!(Root::default(), Root::none());
    assert_eq!(Root::none().as_name(), None);
    assert_eq!(Root::from(TopicName::new("prod.acme").unwrap()), root());
    assert_eq!(Root::from(None), Root::none());
    assert_eq!(Root::from(TopicName::new("prod.acme").ok()), root());
    assert_eq!(Root::try_from("prod.acme"), Ok(root()));
    assert_eq!(Root::try_from("prod.acme".to_owned()), Ok(root()));
    assert_eq!(
        format!("{:?} {:?}", root(), Root::none()),
        r#"Root(Some(TopicName("prod.acme"))) Root(None)"#
    );
    let json = serde_json::to_string(&[root(), Root::none()]).unwrap();
    assert_eq!(json, r#"["prod.acme",null]"#);
    let read: [Root; 2] = serde_json::from_str(&json).unwrap();
    assert_eq!(read, [root(), Root::none()]);
    assert!(serde_json::from_str::<Root>(r#""a.*""#).is_err());
}

#[test]
fn a_pattern_loses_what_the_root_takes() {
    let pattern = Pattern::from_static("prod.*.decky.>");
    assert_eq!(Root::none().strip_pattern(&pattern).unwrap(), pattern);
    assert_eq!(root().strip_pattern(&pattern).unwrap(), "decky.>");
    assert_eq!(
        root().strip_pattern(&Pattern::from_static("staging.>")),
        None
    );
}

#[test]
fn a_root_of_any_hierarchy_can_be_handled_by_generic_code() {
    fn echo<H: Hierarchy>(root: &Root, name: &str) -> Option<TopicName<'static>> {
        let topic = root.parse::<H>(name).ok()?;
        Some(root.name(&topic))
    }
    fn line<T: ParseTopic>(root: &Root, name: &str) -> bool {
        root.parse::<T>(name).is_ok()
    }
    assert_eq!(
        echo::<BusTopic<'_>>(&root(), "prod.acme.log.a.b").unwrap(),
        "prod.acme.log.a.b"
    );
    assert!(line::<OrderPaid>(&root(), "prod.acme.order.7.paid"));
    assert!(!line::<OrderPaid>(&root(), "prod.acme.log.a.b"));
}

#[test]
fn strip_agrees_with_patterns() {
    let names = naive::topics(&["a", "b", "ab"], 4);
    for prefix in naive::topics(&["a", "b"], 2) {
        let root = Root::new(prefix.as_str()).unwrap();
        let all = root.pattern(&Pattern::from_static(">"));
        for name in &names {
            let stripped = root.strip(name);
            assert_eq!(stripped.is_some(), all.matches(name), "{prefix} {name}");
            if let Some(rest) = stripped {
                assert_eq!(format!("{prefix}.{rest}"), *name);
            }
        }
    }
}

#[test]
fn many_roots_hand_out_what_their_wildcards_stood_for() {
    let names = naive::topics(&["a", "b", "c"], 4);
    for text in naive::sequences(&["a", "b", "*"], 2) {
        let roots = Roots::new(text.join(".")).unwrap();
        let all = roots.pattern(&Pattern::from_static(">"));
        for name in &names {
            let Some((root, rest)) = roots.strip(name) else {
                assert!(!all.matches(name), "{roots} {name}");
                continue;
            };
            assert!(all.matches(name), "{roots} {name}");
            assert!(roots.as_pattern().matches(root));
            assert_eq!(format!("{root}.{rest}"), *name);
        }
    }
    let roots = Roots::new("*.eu.*").unwrap();
    assert_eq!(roots.to_string(), "*.eu.*");
    // Whatever is outside; a wildcard takes no empty segment.
    assert_eq!(roots.strip("prod.eu..system.log"), None);
    let under = roots
        .parse::<BusTopic<'_>>("prod.eu.acme.decky.web-01.state")
        .unwrap();
    assert_eq!(under.topic.to_string(), "decky.web-01.state");
    assert_eq!(under.root, "prod.eu.acme");
    assert_eq!(under.segments, ["prod", "acme"]);
    let own = Root::from(under.root);
    assert_eq!(own.name(&under.topic), "prod.eu.acme.decky.web-01.state");
    assert_eq!(
        roots.patterns(&DeckyState::pattern()),
        ["*.eu.*.decky.*.state", "*.eu.*.dky.*.state"]
    );
}

#[test]
fn an_error_under_many_roots_shows_the_whole_name() {
    let roots = Roots::new("*.eu").unwrap();
    let error = |name: &str| roots.parse::<BusTopic<'_>>(name).unwrap_err().to_string();
    assert_eq!(
        error("acme.us.log.a"),
        "`acme.us.log.a` is outside the root `*.eu`"
    );
    assert_eq!(error("acme.eu"), "`acme.eu` is outside the root `*.eu`");
    assert_eq!(
        error("a b.eu.order.7.paid"),
        "`a b.eu.order.7.paid` is not a topic: whitespace at byte 1"
    );
    assert_eq!(
        error(".eu.order.7.paid"),
        "`.eu.order.7.paid` is not a topic: empty segment at byte 0"
    );
    assert!(
        error("acme.eu.nothing").starts_with("`acme.eu.nothing` under the root `*.eu`: no topic")
    );
}

#[test]
fn many_roots_are_a_pattern_without_a_tail() {
    for (text, message) in [
        ("prod.>", "`prod.>` is not a root: `>` at byte 5"),
        (">", "`>` is not a root: `>` at byte 0"),
        ("", "`` is not a root: it is empty"),
        (
            "p*",
            "`p*` is not a root: wildcard that is not a whole segment at byte 1",
        ),
        ("a..b", "`a..b` is not a root: empty segment at byte 2"),
    ] {
        assert_eq!(Roots::new(text).unwrap_err().to_string(), message);
    }
    assert_eq!(
        format!("{:?}", Roots::new("a.*").unwrap()),
        r#"Roots(Pattern("a.*"))"#
    );
    assert_eq!("a.*".parse(), Roots::try_from("a.*"));
}

proptest! {
    #[test]
    fn no_text_makes_a_root_panic(text in any::<String>(), name in any::<String>()) {
        let whole = format!("{text}.{name}");
        if let Ok(root) = Root::new(text.as_str()) {
            prop_assert_eq!(root.strip(&whole), (!name.is_empty()).then_some(name.as_str()));
            let parsed = root.parse::<BusTopic<'_>>(&whole);
            prop_assert_eq!(parsed.is_ok(), BusTopic::parse(&name).is_ok());
            if let Err(error) = parsed {
                let _ = (error.to_string(), format!("{error:?}"));
            }
        }
        if let Ok(roots) = Roots::new(text.as_str()) {
            let _ = roots.parse::<BusTopic<'_>>(&whole).map_err(|error| error.to_string());
        }
    }
}

#[test]
fn a_root_is_captured_at_the_front_of_a_pattern() {
    let (root, none, name) = (root(), Root::none(), TopicName::new("a.b").unwrap());
    let id = 7_u64;
    assert_eq!(
        pattern!("{root}.order.{id}.>").unwrap(),
        "prod.acme.order.7.>"
    );
    assert_eq!(pattern!("{none}.order.{id}.>").unwrap(), "order.7.>");
    assert_eq!(pattern!("{name}.*").unwrap(), "a.b.*");
    assert_eq!(pattern!("{name}").unwrap(), "a.b");
    assert_eq!(pattern!("{root}").unwrap(), "prod.acme");
    assert_eq!(
        pattern!("{none}").unwrap_err().to_string(),
        "`` is not a pattern: it is empty"
    );
    let (root, name) = (&root, &name);
    assert_eq!(pattern!("{root}.*").unwrap(), "prod.acme.*");
    assert_eq!(pattern!("{name}.*").unwrap(), "a.b.*");

    // One segment there, of whatever type, is what it was.
    let (text, owned, boxed, value) = ("t-17", String::from("t-17"), Box::new(7_u8), true);
    let (segment, reference) = (topics::segment!("t-17"), &&7_u8);
    assert_eq!(pattern!("{text}.*").unwrap(), "t-17.*");
    assert_eq!(pattern!("{owned}.*").unwrap(), "t-17.*");
    assert_eq!(pattern!("{boxed}.*").unwrap(), "7.*");
    assert_eq!(pattern!("{value}.*").unwrap(), "true.*");
    assert_eq!(pattern!("{segment}.*").unwrap(), "t-17.*");
    assert_eq!(pattern!("{reference}.{text}").unwrap(), "7.t-17");
    let text = "t.17";
    assert!(pattern!("{text}.*").is_err());
}
