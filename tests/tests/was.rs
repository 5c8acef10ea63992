//! Renaming a topic on purpose: `#[was("…")]`.

use topics::{
    BuildError, Hierarchy, ParseError, ParseErrorKind, PatternOf, Topic, TopicPattern, TopicType,
    pattern,
};

/// A payload.
pub struct Heartbeat;

topics::topics! {
    /// Each kind of placeholder in a line that was renamed.
    pub enum BusTopic;

    #[was("worker.<id>.health")]
    #[was("health.<id>")]
    system.<id>.health => Heartbeat;
    #[was("mutation.<state>.<id>")]
    topology.<id>.mutation.<state: applied | failed>;
    #[was("metrics.<shard: u16>.<host>")]
    metrics.<host>.shard.<shard: u16>;
    #[was("seen.<kind>.<what..>")]
    attacker.<kind>.<what..>;
    #[was("log")]
    system.log;
    #[was("system.bus.health")]
    bus.health;
    plain.<id>;
}

fn written(names: Vec<topics::TopicName<'static>>) -> Vec<String> {
    names.into_iter().map(Into::into).collect()
}

// ---- reading

#[test]
fn a_former_name_is_the_same_topic() -> Result<(), ParseError> {
    for (former, present) in [
        ("worker.w-1.health", "system.w-1.health"),
        ("health.w-1", "system.w-1.health"),
        ("mutation.failed.t-17", "topology.t-17.mutation.failed"),
        ("metrics.7.web", "metrics.web.shard.7"),
        ("seen.port.22.open", "attacker.port.22.open"),
        ("seen.port.22", "attacker.port.22"),
        ("log", "system.log"),
        ("system.bus.health", "bus.health"),
    ] {
        let topic = BusTopic::parse(former)?;
        assert_eq!(topic, BusTopic::parse(present)?);
        assert_eq!(topic.to_string(), present);
        assert_eq!(former.parse::<BusTopic<'_>>()?.to_string(), present);
        assert_eq!(BusTopic::try_from(former)?, topic);
    }
    Ok(())
}

#[test]
fn it_is_told_which_template_a_name_was_of() -> Result<(), ParseError> {
    for (name, template) in [
        ("worker.w-1.health", "worker.<id>.health"),
        ("health.w-1", "health.<id>"),
        ("system.w-1.health", "system.<id>.health"),
        (
            "mutation.failed.t-17",
            "mutation.<state: applied | failed>.<id>",
        ),
        ("metrics.7.web", "metrics.<shard: u16>.<host>"),
        ("seen.port.22.open", "seen.<kind>.<what..>"),
        ("plain.x", "plain.<id>"),
    ] {
        let (topic, found) = BusTopic::parse_with_template(name)?;
        assert_eq!(found, template);
        assert_eq!(BusTopic::parse(name)?, topic);
    }
    Ok(())
}

#[test]
fn a_struct_reads_its_former_names_and_no_others() -> Result<(), ParseError> {
    let (topic, template) = SystemHealth::parse_with_template("health.w-1")?;
    assert_eq!(topic, SystemHealth::parse("system.w-1.health")?);
    assert_eq!(template, SystemHealth::FORMER[1]);
    let (_, template) = SystemHealth::parse_with_template("system.w-1.health")?;
    assert_eq!(template, SystemHealth::TEMPLATE);
    assert_eq!(<SystemHealth<'_>>::try_from("health.w-1")?, topic);
    assert_eq!(
        <SystemHealth<'_> as topics::ParseTopic>::parse_from("health.w-1")?,
        topic
    );
    assert!(SystemHealth::parse("plain.w-1").is_err());
    assert_eq!(SystemLog::parse("log")?, SystemLog);
    Ok(())
}

#[test]
fn what_no_name_matches_is_refused() {
    let error = BusTopic::parse("mutation.undone.t-17").unwrap_err();
    let ParseErrorKind::Parameter {
        template, value, ..
    } = error.kind()
    else {
        panic!("{error}");
    };
    assert_eq!(template, "mutation.<state: applied | failed>.<id>");
    assert_eq!(&*value, "undone");
    assert!(BusTopic::parse("seen.port").is_err());
    assert!(BusTopic::parse("health.a.b").is_err());
    // The nearest is one that has a future.
    let error = SystemHealth::parse("system.w-1.heath").unwrap_err();
    assert_eq!(
        error.nearest().map(|t| t.to_string()),
        Some("system.<id>.health".to_owned())
    );
}

#[test]
fn a_former_name_takes_its_place_among_the_more_specific() -> Result<(), ParseError> {
    // `system.<id>.health` matches it too.
    let topic = BusTopic::parse("system.bus.health")?;
    assert!(matches!(topic, BusTopic::BusHealth(_)));
    // A line is more specific than what another was.
    assert!(matches!(
        Shadowed::parse("old.bus")?,
        Shadowed::OldBus(OldBus)
    ));
    assert!(matches!(Shadowed::parse("old.x")?, Shadowed::New(_)));
    Ok(())
}

#[test]
fn what_shadows_a_former_name_is_told_at_run_time() {
    let strings = |found: Vec<topics::Template<'static>>| -> Vec<String> {
        found.iter().map(ToString::to_string).collect()
    };
    let more = |template| strings(BusTopic::more_specific_than(template).collect());
    let less = |template| strings(BusTopic::less_specific_than(template).collect());
    assert_eq!(more(SystemHealth::TEMPLATE), ["system.bus.health"]);
    assert_eq!(less(BusHealth::FORMER[0]), ["system.<id>.health"]);
    assert_eq!(more(BusHealth::FORMER[0]), [""; 0]);
    let more: Vec<_> = Shadowed::more_specific_than(shadowed::New::FORMER[0]).collect();
    assert_eq!(more, [OldBus::TEMPLATE]);
}

mod shadowed {
    topics::topics! {
        pub(super) enum Shadowed;
        #[was("old.<id>")]
        new.<id>;
        old.bus;
    }
}
use shadowed::{OldBus, Shadowed};

/// By either name, `status.status` has the same parameter.
mod turned_around {
    topics::topics! {
        pub(super) enum TurnedAround;
        #[was("status.<id>")]
        <id>.status as Status;
    }
}

#[test]
fn names_of_one_line_may_share_a_topic() -> Result<(), ParseError> {
    use turned_around::TurnedAround;

    for name in ["status.status", "status.x", "x.status"] {
        let TurnedAround::Status(status) = TurnedAround::parse(name)?;
        assert_eq!(
            TurnedAround::from(status.clone()).to_string(),
            format!("{}.status", status.id)
        );
    }
    Ok(())
}

// ---- writing

#[test]
fn a_publisher_may_send_all_names() -> Result<(), BuildError> {
    let health = SystemHealth::new("w-1")?;
    assert_eq!(health.to_string(), "system.w-1.health");
    let former = ["worker.w-1.health", "health.w-1"];
    assert_eq!(written(health.former_names()), former);
    let topics: [&dyn Topic; 2] = [&health, &BusTopic::from(health.clone())];
    for topic in topics {
        assert_eq!(written(topic.former_names()), former);
        assert_eq!(written((&topic).former_names()), former);
    }
    let mutation = TopologyMutation::new("t", TopologyMutationState::Failed)?;
    assert_eq!(written(mutation.former_names()), ["mutation.failed.t"]);
    let shard = MetricsShard::new("web", 7)?;
    assert_eq!(written(shard.former_names()), ["metrics.7.web"]);
    let attacker = Attacker::new("port", "22.open")?;
    assert_eq!(written(attacker.former_names()), ["seen.port.22.open"]);
    assert_eq!(written(SystemLog.former_names()), ["log"]);
    assert_eq!(written(Plain::new("x")?.former_names()), [""; 0]);
    assert_eq!(
        written(BusTopic::from(Plain::new("x")?).former_names()),
        [""; 0]
    );
    Ok(())
}

#[test]
fn every_former_name_reads_as_the_topic() -> Result<(), ParseError> {
    for name in [
        "system.w-1.health",
        "topology.t-17.mutation.applied",
        "metrics.web.shard.65535",
        "attacker.a.b.c",
        "system.log",
        "bus.health",
    ] {
        let topic = BusTopic::parse(name)?;
        let former = topic.former_names();
        assert!(!former.is_empty());
        for (index, name) in former.iter().enumerate() {
            let (same, template) = BusTopic::parse_with_template(name.as_str())?;
            assert_eq!(same, topic);
            assert!(template.matches(name.as_str()), "{index}");
        }
    }
    Ok(())
}

// ---- subscribing

fn patterns(of: &impl TopicPattern) -> Vec<String> {
    of.to_patterns().into_iter().map(Into::into).collect()
}

#[test]
fn a_subscriber_takes_all_names() -> Result<(), BuildError> {
    let health = SystemHealth::pattern();
    assert_eq!(health.to_pattern(), "system.*.health");
    assert_eq!(
        patterns(&health),
        ["system.*.health", "worker.*.health", "health.*"]
    );
    assert_eq!(
        patterns(&health.id("w-1")?),
        ["system.w-1.health", "worker.w-1.health", "health.w-1"]
    );
    let failed = TopologyMutation::pattern().state(TopologyMutationState::Failed);
    assert_eq!(
        patterns(&failed),
        ["topology.*.mutation.failed", "mutation.failed.*"]
    );
    assert_eq!(
        patterns(&MetricsShard::pattern().shard(7)),
        ["metrics.*.shard.7", "metrics.7.*"]
    );
    assert_eq!(
        patterns(&Attacker::pattern().kind("port")?),
        ["attacker.port.>", "seen.port.>"]
    );
    assert_eq!(
        patterns(&Attacker::pattern().what("22.open")?),
        ["attacker.*.22.open", "seen.*.22.open"]
    );
    assert_eq!(patterns(&Plain::pattern()), ["plain.*"]);
    Ok(())
}

#[test]
fn a_pattern_of_the_hierarchy_takes_the_former_names_of_the_topics_that_it_matches() {
    for (pattern, all) in [
        (
            pattern!(BusTopic, "system.*.health"),
            &["system.*.health", "worker.*.health", "health.*"][..],
        ),
        (
            pattern!(BusTopic, "topology.t-17.mutation.*"),
            &["topology.t-17.mutation.*", "mutation.*.t-17"],
        ),
        (
            pattern!(BusTopic, "attacker.port.22.>"),
            &["attacker.port.22.>", "seen.port.22.>"],
        ),
        (
            pattern!(BusTopic, "*.*.health"),
            &["*.*.health", "health.*"],
        ),
        (pattern!(BusTopic, "*.>"), &["*.>", "log"]),
        (pattern!(BusTopic, ">"), &[">"]),
        (pattern!(BusTopic, "plain.*"), &["plain.*"]),
        // This is a former name itself.
        (pattern!(BusTopic, "worker.*.health"), &["worker.*.health"]),
    ] {
        assert_eq!(patterns(&pattern), all);
    }
}

/// Patterns of up to three segments.
fn each_pattern() -> impl Iterator<Item = String> {
    let parts = [
        "*", "system", "w-1", "health", "bus", "topology", "t-17", "log", "attacker", "22",
    ];
    let of_two = |one: String| parts.map(|part| format!("{one}.{part}"));
    let one: Vec<String> = parts.map(String::from).to_vec();
    let two: Vec<String> = one.iter().cloned().flat_map(of_two).collect();
    let three: Vec<String> = two.iter().cloned().flat_map(of_two).collect();
    let all = [one, two, three].into_iter().flatten();
    all.flat_map(|pattern| [format!("{pattern}.>"), pattern])
        .chain([String::from(">")])
}

#[test]
fn a_pattern_takes_the_former_names_of_what_it_matches_and_of_nothing_else() {
    let topics = [
        "system.w-1.health",
        "system.bus.health",
        "topology.t-17.mutation.failed",
        "metrics.w-1.shard.22",
        "attacker.w-1.22",
        "attacker.w-1.22.health",
        "system.log",
        "bus.health",
        "plain.w-1",
    ];
    for text in each_pattern() {
        let Ok(pattern) =
            serde_json::from_value::<PatternOf<'_, BusTopic<'_>>>(text.clone().into())
        else {
            continue;
        };
        let all = pattern.to_patterns();
        for topic in topics.map(|name| BusTopic::parse(name).unwrap()) {
            let is_matched = pattern.matches(&topic.name());
            for former in topic.former_names() {
                let is_taken = all.iter().any(|one| one.matches(&former));
                assert_eq!(
                    is_taken,
                    is_matched || pattern.matches(&former),
                    "{text} {former}"
                );
            }
        }
    }
}

// ---- as data

#[test]
fn former_templates_are_data() {
    assert_eq!(
        BusTopic::FORMER,
        [
            "worker.<id>.health",
            "health.<id>",
            "mutation.<state: applied | failed>.<id>",
            "metrics.<shard: u16>.<host>",
            "seen.<kind>.<what..>",
            "log",
            "system.bus.health",
        ]
    );
    assert_eq!(<BusTopic<'_> as Hierarchy>::FORMER, BusTopic::FORMER);
    assert_eq!(BusTopic::TEMPLATES.len(), 7);
    assert_eq!(<SystemLog as TopicType>::FORMER, ["log"]);
    assert!(<Plain<'_> as TopicType>::FORMER.is_empty());
}

#[test]
fn a_configured_line_takes_its_former_names_along() {
    assert_eq!(configured::Configured::FORMER, ["was.<id>"]);
    assert!(configured::Configured::parse("was.absent").is_ok());
    assert!(configured::Configured::parse("gone").is_err());
}

mod configured {
    topics::topics! {
        pub(super) enum Configured;
        #[was("was.<id>")]
        #[cfg(all())]
        is.<id>;
        #[was("gone")]
        #[cfg(any())]
        absent;
    }
}

/// An enum that wraps a topic passes its former names on.
#[derive(topics::Topics, Clone, Debug, PartialEq)]
enum Wrapping<'a> {
    Health(SystemHealth<'a>),
    #[topic("other.<n>")]
    Other {
        n: u8,
    },
}

#[test]
fn an_enum_of_ones_own_knows_the_former_names_of_what_it_wraps() -> Result<(), ParseError> {
    let (health, template) = Wrapping::parse_with_template("system.w-1.health")?;
    assert_eq!(template, "system.<id>.health");
    assert_eq!(
        written(health.former_names()),
        ["worker.w-1.health", "health.w-1"]
    );
    assert_eq!(written(Wrapping::Other { n: 1 }.former_names()), [""; 0]);
    Ok(())
}

mod never_renamed {
    topics::topics! {
        pub(super) enum NeverRenamed;

        system.log;
    }

    impl NeverRenamed {
        pub(super) const FORMER: &str = "of the user's own";

        pub(super) fn former_names(&self) -> &'static str {
            let Self::SystemLog(_) = self;
            Self::FORMER
        }
    }
}

#[test]
fn an_enum_has_nothing_for_former_names_if_no_line_has_any() -> Result<(), ParseError> {
    use never_renamed::NeverRenamed;

    let log = NeverRenamed::parse("system.log")?;
    assert_eq!(log.former_names(), NeverRenamed::FORMER);
    Ok(())
}

mod renamed_throughout {
    topics::topics! {
        pub(super) enum Renamed;

        #[was("log")]
        system.log;
    }
}

#[test]
fn an_enum_tells_former_names_if_all_lines_have_some() -> Result<(), ParseError> {
    use renamed_throughout::Renamed;

    assert_eq!(Renamed::FORMER, ["log"]);
    assert_eq!(written(Renamed::parse("log")?.former_names()), ["log"]);
    Ok(())
}

// ---- literals

#[test]
fn a_literal_may_be_a_former_name_while_it_is_read() {
    let old = topics::topic!(BusTopic, "worker.w-1.health");
    assert_eq!(old, "worker.w-1.health");
    let pattern = topics::pattern!(BusTopic, "worker.*.health");
    assert_eq!(
        pattern.parse(old.as_str()),
        BusTopic::parse("system.w-1.health")
    );
}
