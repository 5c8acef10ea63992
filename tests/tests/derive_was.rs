//! `#[was("…")]` before types of the user's: what it means before a line of `topics!`.

use topics::{
    HasPayload, ParseError, ParseErrorKind, ParseTopic, Segment, SegmentValue, Tail, Topic,
    TopicName, TopicPattern, TopicType,
};

/// What a worker says of itself.
#[derive(Debug, PartialEq)]
struct Heartbeat;

#[derive(SegmentValue, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[segment(rename_all = "lowercase")]
enum State {
    Applied,
    Failed,
}

#[derive(Topic, Clone, Debug, PartialEq)]
#[was("worker.<id>.health")]
#[topic("system.<id>.health", payload = Heartbeat)]
#[was("health.<id>")]
struct SystemHealth<'text> {
    id: Segment<'text>,
}

/// Its parameters in another order, and none of them borrowed.
#[derive(Topic, Clone, Debug, PartialEq)]
#[topic("topology.<id>.mutation.<state>")]
#[was("mutation.<state>.<id>")]
struct TopologyMutation {
    state: State,
    id: Segment<'static>,
}

#[derive(Topic, Clone, Debug, PartialEq)]
#[topic("metrics.<region>.shard.<shard>")]
#[was("metrics.<shard: u16>.<region>")]
struct Metrics<R> {
    region: R,
    shard: u16,
}

#[derive(Topic, Clone, Debug, PartialEq)]
#[topic("attacker.<kind>.<what..>")]
#[was("it's.<kind>.<what..>")]
struct Attacker<'a> {
    what: Tail<'a>,
    kind: Segment<'a>,
}

#[derive(Topic, Clone, Debug, PartialEq)]
#[topic("<type>.status")]
#[was("status.<type>")]
struct Status<'a> {
    r#type: Segment<'a>,
}

#[derive(Topic, Clone, Debug, PartialEq)]
#[topic("system.log")]
#[was("log")]
struct SystemLog;

#[derive(Topic, Clone, Debug, PartialEq)]
#[topic("plain.<id>")]
struct Plain<'a> {
    id: Segment<'a>,
}

fn written(names: Vec<TopicName<'static>>) -> Vec<String> {
    names.into_iter().map(Into::into).collect()
}

fn patterns(of: &impl TopicPattern) -> Vec<String> {
    of.to_patterns().into_iter().map(Into::into).collect()
}

/// Reads each name, by whichever template it is of, as one and the same topic.
macro_rules! assert_reads {
    ($of:ty, $topic:expr, [$(($name:literal, $template:literal)),* $(,)?]) => {
        let topic = $topic;
        $(
            let (read, template) = <$of>::parse_with_template($name)?;
            assert_eq!(read, topic);
            assert_eq!(template, $template);
            assert_eq!(<$of>::parse($name)?, topic);
            assert_eq!(<$of>::try_from($name)?, topic);
            assert_eq!(<$of as ParseTopic>::parse_from($name)?, topic);
        )*
        let names = [$($name),*];
        assert_eq!(topic.to_string(), names[0]);
        assert_eq!(written(topic.former_names()), names[1..]);
    };
}

#[test]
fn a_former_name_is_the_same_topic() -> Result<(), Box<dyn std::error::Error>> {
    assert_reads!(
        SystemHealth<'_>,
        SystemHealth::new("w-1")?,
        [
            ("system.w-1.health", "system.<id>.health"),
            ("worker.w-1.health", "worker.<id>.health"),
            ("health.w-1", "health.<id>"),
        ]
    );
    assert_reads!(
        TopologyMutation,
        TopologyMutation::new("t-17", State::Failed)?,
        [
            (
                "topology.t-17.mutation.failed",
                "topology.<id>.mutation.<state: State>"
            ),
            ("mutation.failed.t-17", "mutation.<state: State>.<id>"),
        ]
    );
    assert_reads!(
        Metrics<bool>,
        Metrics::new(true, 7),
        [
            (
                "metrics.true.shard.7",
                "metrics.<region: R>.shard.<shard: u16>"
            ),
            ("metrics.7.true", "metrics.<shard: u16>.<region: R>"),
        ]
    );
    assert_reads!(
        Attacker<'_>,
        Attacker::new("port", "22.open")?,
        [
            ("attacker.port.22.open", "attacker.<kind>.<what..>"),
            ("it's.port.22.open", "it's.<kind>.<what..>"),
        ]
    );
    assert_reads!(
        Status<'_>,
        Status::new("red")?,
        [
            ("red.status", "<type>.status"),
            ("status.red", "status.<type>")
        ]
    );
    assert_reads!(
        SystemLog,
        SystemLog,
        [("system.log", "system.log"), ("log", "log")]
    );
    Ok(())
}

#[test]
fn what_no_name_matches_is_refused() {
    assert!(SystemHealth::parse("plain.w-1").is_err());
    assert!(Attacker::parse("it's.port").is_err());
    let error = TopologyMutation::parse("mutation.undone.t-17").unwrap_err();
    let ParseErrorKind::Parameter { template, .. } = error.kind() else {
        panic!("{error}");
    };
    assert_eq!(template, "mutation.<state: State>.<id>");
}

#[test]
fn a_subscriber_takes_all_names() -> Result<(), topics::BuildError> {
    assert_eq!(
        patterns(&SystemHealth::pattern().id("w-1")?),
        ["system.w-1.health", "worker.w-1.health", "health.w-1"]
    );
    assert_eq!(
        patterns(&TopologyMutation::pattern().state(State::Failed)),
        ["topology.*.mutation.failed", "mutation.failed.*"]
    );
    assert_eq!(
        patterns(&Metrics::<bool>::pattern().shard(7)),
        ["metrics.*.shard.7", "metrics.7.*"]
    );
    assert_eq!(
        patterns(&Attacker::pattern().what("22.open")?),
        ["attacker.*.22.open", "it's.*.22.open"]
    );
    assert_eq!(patterns(&Plain::pattern()), ["plain.*"]);
    Ok(())
}

#[test]
fn former_templates_are_data() {
    fn payload<T: HasPayload>(payload: T::Payload) -> T::Payload {
        payload
    }
    assert_eq!(SystemHealth::FORMER, ["worker.<id>.health", "health.<id>"]);
    assert_eq!(<SystemLog as TopicType>::FORMER, ["log"]);
    assert!(<Plain<'_> as TopicType>::FORMER.is_empty());
    assert_eq!(payload::<SystemHealth<'_>>(Heartbeat), Heartbeat);
}

#[test]
fn what_is_read_by_a_former_name_is_freed_like_any_other() -> Result<(), ParseError> {
    let owned = {
        let name = String::from("worker.w-1.health");
        SystemHealth::parse(&name)?.into_owned()
    };
    assert_eq!(owned.to_string(), "system.w-1.health");
    Ok(())
}

/// Variants with former names, one of which is more specific than what another is.
#[derive(topics::Topics, Clone, Debug, PartialEq)]
enum BusTopic<'a> {
    #[topic("system.<id>.health")]
    #[was("worker.<id>.health")]
    Health { id: Segment<'a> },
    #[topic("topology.<id>.mutation.<state>")]
    #[was("mutation.<state>.<id>")]
    #[was("mutations.<id>.<state>")]
    Mutation { state: State, id: Segment<'static> },
    #[topic("bus.health")]
    #[was("system.bus.health")]
    BusHealth,
    #[topic("plain.<n>")]
    Plain { n: u8 },
}

#[test]
fn a_variant_reads_and_writes_its_former_names() -> Result<(), ParseError> {
    let health = BusTopic::Health {
        id: topics::segment!("w-1"),
    };
    let mutation = BusTopic::Mutation {
        state: State::Failed,
        id: topics::segment!("t-17"),
    };
    let cases: [(_, &[_]); 4] = [
        (
            health,
            &[
                ("system.w-1.health", "system.<id>.health"),
                ("worker.w-1.health", "worker.<id>.health"),
            ],
        ),
        (
            mutation,
            &[
                (
                    "topology.t-17.mutation.failed",
                    "topology.<id>.mutation.<state: State>",
                ),
                ("mutation.failed.t-17", "mutation.<state: State>.<id>"),
                ("mutations.t-17.failed", "mutations.<id>.<state: State>"),
            ],
        ),
        (
            BusTopic::BusHealth,
            &[
                ("bus.health", "bus.health"),
                ("system.bus.health", "system.bus.health"),
            ],
        ),
        (BusTopic::Plain { n: 7 }, &[("plain.7", "plain.<n: u8>")]),
    ];
    for (topic, names) in cases {
        for (name, template) in names {
            let (read, found) = BusTopic::parse_with_template(name)?;
            assert_eq!(read, topic);
            assert_eq!(found, *template);
            assert_eq!(BusTopic::parse(name)?, topic);
            assert_eq!(name.parse::<BusTopic<'_>>()?, topic);
        }
        assert_eq!(topic.to_string(), names[0].0);
        let former: Vec<&str> = names[1..].iter().map(|(name, _)| *name).collect();
        assert_eq!(written(topic.former_names()), former);
    }
    assert_eq!(
        BusTopic::FORMER,
        [
            "worker.<id>.health",
            "mutation.<state: State>.<id>",
            "mutations.<id>.<state: State>",
            "system.bus.health",
        ]
    );
    Ok(())
}
