//! The derives: what they generate for types of the user's own is what `topics!` generates.

/// The same topics, declared by `topics!`.
pub mod declared {
    use super::{Heartbeat, Region};

    topics::topics! {
        /// Every topic.
        pub enum BusTopic;

        topology.<id>.mutation.<region: Region>;
        system.<worker>.health as WorkerHealth => Heartbeat;
        shard.<number: u16>.<ready: bool>;
        attacker.<primitive..> as Attacker;
        system.log;
        system.bus.health;
        "a/b".<r#type> as Typed;
    }
}

/// The same topics, derived for types that are written out.
pub mod derived {
    use super::{Heartbeat, Region};
    use topics::{Segment, Tail, Topic, Topics};

    /// Fields in another order than the placeholders.
    #[derive(Topic, Clone, Debug, PartialEq, Eq, Hash)]
    #[topic("topology.<id>.mutation.<region>")]
    pub struct TopologyMutation<'a> {
        /// Where.
        pub region: Region,
        /// Which.
        pub id: Segment<'a>,
    }

    /// With a payload, and with another name for the lifetime.
    #[derive(Topic, Clone, Debug, PartialEq, Eq, Hash)]
    #[topic("system.<worker>.health", payload = Heartbeat, reply = Option<u8>)]
    pub struct WorkerHealth<'text> {
        /// Whose.
        pub worker: topics::Segment<'text>,
    }

    /// Without text.
    #[derive(Topic, Clone, Copy, Debug, PartialEq, Eq, Hash)]
    #[topic("shard.<number>.<ready>")]
    pub struct Shard {
        /// Which.
        pub number: u16,
        /// Whether it is.
        pub ready: bool,
    }

    /// With a tail.
    #[derive(Topic, Clone, Debug, PartialEq, Eq, Hash)]
    #[topic("attacker.<primitive..>")]
    pub struct Attacker<'a> {
        /// The rest.
        pub primitive: Tail<'a>,
    }

    /// Without fields.
    #[derive(Topic, Clone, Copy, Debug, PartialEq, Eq, Hash)]
    #[topic("system.log")]
    pub struct SystemLog;

    /// All of them, some as variants with templates of their own.
    #[derive(Topics, Clone, Debug, PartialEq, Eq, Hash)]
    pub enum BusTopic<'a> {
        /// Wraps.
        TopologyMutation(TopologyMutation<'a>),
        /// Wraps.
        WorkerHealth(WorkerHealth<'a>),
        /// Wraps.
        Shard(Shard),
        /// Wraps.
        Attacker(Attacker<'a>),
        /// Wraps.
        SystemLog(SystemLog),
        /// Carries, and is more specific than what comes before it.
        #[topic("system.bus.health")]
        SystemBusHealth,
        /// Carries; a keyword names the field.
        #[topic("a/b.<type>")]
        Typed {
            /// Of what kind.
            r#type: Segment<'a>,
        },
    }
}

/// What a worker says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heartbeat;

/// A region.
#[derive(topics::SegmentValue, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[segment(rename_all = "kebab-case")]
pub enum Region {
    /// `eu-west`
    EuWest,
    /// `us-east`
    UsEast,
}

/// Names of topics, and texts that are none, of every kind that the declarations tell apart.
const TEXTS: [&str; 22] = [
    "topology.t-17.mutation.eu-west",
    "topology.t-17.mutation.us-east",
    "topology.t-17.mutation.mars",
    "topology.t-17.mutation",
    "topology.t-17.mutation.eu-west.more",
    "system.mutator.health",
    "system.bus.health",
    "system.log",
    "system.mutator",
    "shard.7.true",
    "shard.07.true",
    "shard.7.maybe",
    "shard.70000.true",
    "attacker.a",
    "attacker.a.b.c.d.e.f",
    "attacker",
    "a/b.c",
    "a/b",
    "",
    "system..log",
    "system.*.health",
    "other",
];

mod structs {
    use super::{Heartbeat, Region, TEXTS, declared, derived};
    use topics::{HasPayload, Segment, Tail, TopicType};

    #[test]
    fn the_template_is_that_of_the_line() {
        assert_eq!(
            derived::TopologyMutation::TEMPLATE,
            declared::TopologyMutation::TEMPLATE
        );
        assert_eq!(
            <derived::Shard as TopicType>::TEMPLATE,
            declared::Shard::TEMPLATE
        );
        assert_eq!(derived::SystemLog::TEMPLATE, "system.log");
    }

    #[test]
    fn new_takes_the_parameters_in_the_order_of_the_template() {
        let topic = derived::TopologyMutation::new("t-17", Region::EuWest).unwrap();
        assert_eq!(topic.to_string(), "topology.t-17.mutation.eu-west");
        assert_eq!(topic.name(), "topology.t-17.mutation.eu-west");
        assert_eq!(topic.id, "t-17");
    }

    #[test]
    fn new_is_infallible_and_const_without_text() {
        const SHARD: derived::Shard = derived::Shard::new(7, true);
        const LOG: derived::SystemLog = derived::SystemLog::new();
        assert_eq!(SHARD.to_string(), "shard.7.true");
        assert_eq!(LOG.to_string(), "system.log");
    }

    #[test]
    fn what_cannot_be_built_fails_as_by_the_line() {
        for text in ["", "t.17", "t 17", "*"] {
            let derived = derived::TopologyMutation::new(text, Region::EuWest).unwrap_err();
            let declared = declared::TopologyMutation::new(text, Region::EuWest).unwrap_err();
            assert_eq!(derived, declared);
        }
        let derived = derived::Attacker::new("a..b").unwrap_err();
        assert_eq!(derived, declared::Attacker::new("a..b").unwrap_err());
    }

    #[test]
    fn parse_reads_what_the_line_reads() {
        macro_rules! same {
            ($($Topic:ident)*) => {$(
                for text in TEXTS {
                    let derived = derived::$Topic::parse(text).map(|topic| topic.to_string());
                    let declared = declared::$Topic::parse(text).map(|topic| topic.to_string());
                    // A struct of its own knows no other lines.
                    let of_another_line = declared.as_ref().is_err_and(|error| {
                        matches!(error.kind(), topics::ParseErrorKind::OfAnotherLine { .. })
                    });
                    if of_another_line {
                        assert_eq!(derived.as_deref(), Ok(text));
                    } else {
                        assert_eq!(derived, declared, "{text}");
                    }
                }
            )*};
        }
        same!(TopologyMutation WorkerHealth Shard Attacker SystemLog);
    }

    #[test]
    fn patterns_are_those_of_the_line() {
        assert_eq!(
            derived::TopologyMutation::pattern().to_string(),
            declared::TopologyMutation::pattern().to_string()
        );
        let one = derived::TopologyMutation::pattern()
            .region(Region::UsEast)
            .id("t-17")
            .unwrap();
        assert_eq!(one.to_pattern(), "topology.t-17.mutation.us-east");
        let tail = derived::Attacker::pattern();
        assert_eq!(tail.to_string(), "attacker.>");
        assert_eq!(tail.primitive("a.b").unwrap().to_string(), "attacker.a.b");
        assert!(derived::Attacker::pattern().primitive("a b").is_err());
        assert_eq!(derived::Shard::pattern().number(7).to_string(), "shard.7.*");
    }

    #[test]
    fn a_pattern_knows_its_topic() {
        fn template<T: topics::TopicPattern<Topic: TopicType>>(_: &T) -> &'static str {
            <T::Topic as TopicType>::TEMPLATE.as_str()
        }
        assert_eq!(
            template(&derived::Shard::pattern()),
            "shard.<number: u16>.<ready: bool>"
        );
    }

    #[test]
    fn into_owned_outlives_the_text() {
        let owned = {
            let text = String::from("topology.t-17.mutation.us-east");
            derived::TopologyMutation::parse(&text)
                .unwrap()
                .into_owned()
        };
        assert_eq!(owned.to_string(), "topology.t-17.mutation.us-east");
    }

    #[test]
    fn fields_make_a_topic_without_new() {
        let primitive = Tail::new("a.b").unwrap();
        assert_eq!(derived::Attacker { primitive }.to_string(), "attacker.a.b");
    }

    #[test]
    fn a_payload_is_that_of_the_option() {
        fn is_same<T>(_: T, _: T) {}
        let payload: <derived::WorkerHealth<'_> as HasPayload>::Payload = Heartbeat;
        is_same(payload, Heartbeat);
    }

    #[test]
    fn a_reply_is_that_of_the_option() {
        let reply: <derived::WorkerHealth<'_> as topics::HasReply>::Reply = None;
        assert_eq!(reply, None::<u8>);
    }

    #[test]
    fn text_converts() {
        let topic = derived::WorkerHealth::try_from("system.mutator.health").unwrap();
        assert_eq!(topic.worker, Segment::new("mutator").unwrap());
        assert!(derived::WorkerHealth::try_from("system.log").is_err());
    }
}

mod enums {
    use super::{TEXTS, declared, derived};
    use topics::Hierarchy;

    #[test]
    fn the_templates_are_in_the_order_of_the_variants() {
        assert_eq!(derived::BusTopic::TEMPLATES, declared::BusTopic::TEMPLATES);
        assert_eq!(
            <derived::BusTopic<'_> as Hierarchy>::TEMPLATES,
            declared::BusTopic::TEMPLATES
        );
    }

    #[test]
    fn parse_reads_what_the_declaration_reads() {
        for text in TEXTS {
            let derived =
                derived::BusTopic::parse(text).map(|topic| (topic.to_string(), topic.template()));
            let declared =
                declared::BusTopic::parse(text).map(|topic| (topic.to_string(), topic.template()));
            assert_eq!(derived, declared, "{text}");
        }
    }

    #[test]
    fn errors_read_the_same() {
        for text in TEXTS {
            let derived = derived::BusTopic::parse(text).map_err(|error| error.to_string());
            let declared = declared::BusTopic::parse(text).map_err(|error| error.to_string());
            assert_eq!(derived.err(), declared.err(), "{text}");
        }
    }

    #[test]
    fn the_most_specific_is_read_whatever_the_order() {
        let topic = derived::BusTopic::parse("system.bus.health").unwrap();
        assert_eq!(topic, derived::BusTopic::SystemBusHealth);
        let topic = derived::BusTopic::parse("system.mutator.health").unwrap();
        assert!(matches!(topic, derived::BusTopic::WorkerHealth(_)));
    }

    #[test]
    fn a_variant_with_fields_is_written_and_read() {
        let r#type = topics::Segment::new("x").unwrap();
        let topic = derived::BusTopic::Typed { r#type };
        assert_eq!(topic.to_string(), "a/b.x");
        assert_eq!(topic.name(), "a/b.x");
        assert_eq!(derived::BusTopic::parse("a/b.x"), Ok(topic));
    }

    #[test]
    fn into_owned_outlives_the_text() {
        let owned: Vec<derived::BusTopic<'static>> = TEXTS
            .iter()
            .map(|text| String::from(*text))
            .filter_map(|text| Some(derived::BusTopic::parse(&text).ok()?.into_owned()))
            .collect();
        let names: Vec<String> = owned.iter().map(ToString::to_string).collect();
        let expected: Vec<&str> = TEXTS
            .into_iter()
            .filter(|text| declared::BusTopic::parse(text).is_ok())
            .collect();
        assert_eq!(names, expected);
    }

    #[test]
    fn wrapped_topics_convert() {
        let shard = derived::Shard::new(7, true);
        assert_eq!(
            derived::BusTopic::from(shard),
            derived::BusTopic::Shard(shard)
        );
    }

    #[test]
    fn text_converts() {
        let topic: derived::BusTopic<'static> = "system.log".parse().unwrap();
        assert_eq!(topic, derived::SystemLog.into());
        assert_eq!(derived::BusTopic::try_from("system.log"), Ok(topic));
        assert!(<derived::BusTopic<'_> as topics::ParseTopic>::parse_from("nothing").is_err());
    }

    #[test]
    fn a_topic_is_padded_as_text() {
        let topic = derived::BusTopic::SystemBusHealth;
        assert_eq!(format!("{topic:>20}|"), "   system.bus.health|");
    }
}

/// Structs and enums of every shape.
pub mod shapes {
    use super::Region;
    use topics::{Segment, SegmentValue, Tail, Topic, TopicType, Topics};

    /// Text of its own.
    #[derive(Topic, Clone, Debug, PartialEq, Eq)]
    #[topic("log.<level>.<path..>")]
    pub struct Log {
        /// How bad.
        pub level: Segment<'static>,
        /// Where.
        pub path: Tail<'static>,
    }

    #[test]
    fn owned_text_is_made_of_any_text() {
        let text = String::from("info");
        let topic = Log::new(&text, "a.b").unwrap();
        drop(text);
        assert_eq!(topic.to_string(), "log.info.a.b");
        assert!(Log::new("in fo", "a").is_err());
    }

    #[test]
    fn owned_text_is_read_from_any_text() {
        let topic = Log::parse(&String::from("log.info.a.b")).unwrap();
        assert_eq!(topic.into_owned().path, "a.b");
        let text = String::from("warn");
        let pattern = Log::pattern().level(&text).unwrap();
        assert_eq!(pattern.to_string(), "log.warn.>");
    }

    /// Of any type that is a segment; the names are those that generated code might use.
    #[derive(Topic, Clone, Debug, PartialEq, Eq)]
    #[topic("metrics.<out>.<split>.<text>")]
    pub struct Metrics<'a, W, H = u16>
    where
        W: Copy,
    {
        /// Text.
        pub text: Segment<'a>,
        /// A value.
        pub out: W,
        /// Another.
        pub split: H,
    }

    #[test]
    fn type_parameters_are_segment_values() {
        let topic = Metrics::new(Region::EuWest, 7_u16, "cpu").unwrap();
        assert_eq!(topic.to_string(), "metrics.eu-west.7.cpu");
        assert_eq!(Metrics::parse("metrics.eu-west.7.cpu"), Ok(topic));
        let pattern = Metrics::<Region>::pattern().split(7).text("cpu").unwrap();
        assert_eq!(pattern.to_string(), "metrics.*.7.cpu");
        assert_eq!(
            <Metrics<'_, bool, u8> as TopicType>::TEMPLATE,
            "metrics.<out: W>.<split: H>.<text>"
        );
    }

    /// A value that depends on a constant.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub struct Below<const MOST: u8>(u8);

    impl<const MOST: u8> SegmentValue for Below<MOST> {
        fn to_segment(&self) -> Segment<'_> {
            Segment::new(self.0.to_string()).unwrap()
        }

        fn from_segment(segment: Segment<'_>) -> Result<Self, topics::ValueError> {
            u8::from_segment(segment)
                .ok()
                .filter(|value| *value < MOST)
                .map(Self)
                .ok_or(topics::ValueError::new("too much"))
        }
    }

    /// With a constant among its parameters.
    #[derive(Topic, Clone, Copy, Debug, PartialEq, Eq)]
    #[topic("level.<value>")]
    pub struct Level<const MOST: u8> {
        /// How much.
        pub value: Below<MOST>,
    }

    #[test]
    fn constants_are_parameters_too() {
        assert_eq!(Level::<3>::parse("level.2").unwrap().value, Below(2));
        assert!(Level::<3>::parse("level.3").is_err());
        assert_eq!(Level::<3>::pattern().value(Below(1)).to_string(), "level.1");
    }

    /// Values of a type that depends on a parameter.
    #[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
    pub struct Id<T>(T);

    /// Where the parameter itself needs not be a segment.
    #[derive(Topic, Clone, Debug, PartialEq, Eq)]
    #[topic("entity.<id>")]
    pub struct Entity<T> {
        /// Which.
        pub id: Id<T>,
    }

    #[test]
    fn a_parameter_may_be_inside_of_a_type() {
        assert_eq!(Entity::new(Id(7_u8)).to_string(), "entity.7");
        assert_eq!(Entity::parse("entity.7"), Ok(Entity { id: Id(7_u8) }));
    }

    /// Everything has a template of its own, so that all is known while the macro runs.
    #[derive(Topics, Clone, Debug, PartialEq, Eq)]
    pub enum Own<'text> {
        /// The least specific first.
        #[topic("<rest..>")]
        Any {
            /// All of it.
            rest: Tail<'text>,
        },
        /// A value.
        #[topic("a.<number>")]
        Number {
            /// Which.
            number: u8,
        },
        /// Text.
        #[topic("a.b")]
        Literal,
    }

    #[test]
    fn own_variants_are_read_most_specific_first() {
        assert_eq!(Own::parse("a.b"), Ok(Own::Literal));
        assert_eq!(Own::parse("a.7"), Ok(Own::Number { number: 7 }));
        let rest = Tail::new("a.700").unwrap();
        assert_eq!(Own::parse("a.700"), Ok(Own::Any { rest }));
        assert_eq!(Own::Number { number: 7 }.to_string(), "a.7");
    }

    /// Free of the text it was read from, though what it wraps is not.
    #[derive(Topics, Clone, Debug, PartialEq, Eq)]
    pub enum Owned {
        /// Borrows where it is used elsewhere.
        Attacker(super::derived::Attacker<'static>),
        /// Never borrows.
        Log(Log),
        /// Text of its own.
        #[topic("own.<id>")]
        Own {
            /// Which.
            id: Segment<'static>,
        },
    }

    #[test]
    fn an_enum_may_own_its_text() {
        let names = ["attacker.a.b", "log.info.a", "own.x"];
        let topics = names.map(|name| Owned::parse(&String::from(name)).unwrap());
        assert_eq!(topics.map(|topic| topic.into_owned().to_string()), names);
    }

    /// A declared topic is wrapped as a derived one is.
    #[derive(Topics, Debug)]
    pub enum Mixed<'a> {
        /// Declared by `topics!`.
        Log(super::declared::SystemLog),
        /// Declared by `topics!`, with text.
        Health(super::declared::WorkerHealth<'a>),
        /// Derived.
        Shard(super::derived::Shard),
    }

    #[test]
    fn declared_topics_are_wrapped_too() {
        let names = ["system.log", "system.x.health", "shard.7.true"];
        assert_eq!(
            names.map(|name| Mixed::parse(name).unwrap().to_string()),
            names
        );
    }

    #[test]
    fn types_of_a_function_can_derive() {
        #[derive(Topic)]
        #[topic("local.<id>")]
        struct Local<'a> {
            id: Segment<'a>,
        }

        #[derive(Topics)]
        enum Locals<'a> {
            Local(Local<'a>),
            #[topic("other")]
            Other,
        }

        let topic = Locals::from(Local::new("x").unwrap());
        assert_eq!(topic.to_string(), "local.x");
        assert_eq!(Locals::Other.to_string(), "other");
        assert_eq!(Local::parse("local.y").unwrap().id, "y");
    }

    #[test]
    fn what_a_macro_forwards_is_understood() {
        macro_rules! topic {
            ($Name:ident, $template:literal, $id:ty) => {
                #[derive(Topic)]
                #[topic($template)]
                struct $Name {
                    id: $id,
                }
            };
        }
        topic!(Forwarded, "forwarded.<id>", u8);
        topic!(ForwardedText, "forwarded.<id>", Segment<'static>);
        assert_eq!(Forwarded::new(7).to_string(), "forwarded.7");
        assert_eq!(ForwardedText::new("x").unwrap().to_string(), "forwarded.x");
    }
}

/// Overlaps that are none of the fault of those who overlap.
pub mod settled {
    use topics::{Segment, Topic, Topics};

    /// Shares `a.b.c` and `a.b.d` with the next.
    #[derive(Topic, Debug)]
    #[topic("a.<x>.<end>")]
    pub struct Left<'a> {
        /// Any.
        pub x: Segment<'a>,
        /// Any.
        pub end: Segment<'a>,
    }

    topics::topics! {
        /// What settles the topics that the others share, value by value.
        pub enum Closed;
        a.<start: b | c>.<end: d | e> as Both;
        <first>.<start: b | c>.<end: d | e> as Right;
    }

    /// Two that overlap and one that settles it, in an order that helps nobody.
    #[derive(Topics, Debug)]
    pub enum Settled<'a> {
        /// One.
        Right(Right<'a>),
        /// The other.
        Left(Left<'a>),
        /// What they share.
        Both(Both),
    }

    #[test]
    fn a_template_that_settles_an_overlap_makes_it_sound() {
        let read = |name| Settled::parse(name).unwrap();
        assert!(matches!(read("a.b.d"), Settled::Both(_)));
        assert!(matches!(read("a.b.x"), Settled::Left(_)));
        assert!(matches!(read("x.b.d"), Settled::Right(_)));
    }
}

/// Nothing is in scope but what is named in full.
#[no_implicit_prelude]
mod hygiene {
    /// The runtime by another path.
    pub(super) mod bus {
        pub(super) use ::topics::*;
    }

    /// Names that generated code must not mean.
    #[allow(dead_code, missing_docs, non_camel_case_types)]
    mod shadows {
        pub(super) struct Result;
        pub(super) struct String;
        pub(super) struct Option;
        pub(super) struct Some;
        pub(super) struct Ok;
        pub(super) trait Display {}
        pub(super) trait Topic {}
    }
    #[allow(unused_imports)]
    use shadows::{Display, Ok, Option, Result, Some, String};

    #[derive(::topics::Topic, ::core::clone::Clone, ::core::fmt::Debug)]
    #[topic("a.<out>.<topic>.<ends..>", crate = crate::hygiene::bus, payload = u8)]
    pub(super) struct A<'text> {
        pub(super) out: bus::Segment<'text>,
        pub(super) topic: u8,
        pub(super) ends: bus::Tail<'text>,
    }

    #[derive(::topics::Topics, ::core::clone::Clone, ::core::fmt::Debug)]
    #[topics(crate = crate::hygiene::bus)]
    pub(super) enum Any<'text> {
        A(A<'text>),
        #[topic("b.<out>.<text>.<split>.<refusals>")]
        B {
            split: u16,
            refusals: bool,
            text: bus::Segment<'text>,
            out: u8,
        },
    }

    #[test]
    fn nothing_in_scope_is_meant() {
        let text = "b.1.x.2.true";
        let topic = Any::parse(text).unwrap();
        ::std::assert_eq!(::std::format!("{topic}"), text);
        let a = A::new("x", 7, "y.z").unwrap();
        ::std::assert_eq!(
            ::std::format!("{}", <Any<'_> as ::core::convert::From<_>>::from(a)),
            "a.x.7.y.z"
        );
    }
}

mod dropped {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use topics::{Segment, Topic};

    static DROPPED: AtomicUsize = AtomicUsize::new(0);

    #[derive(Topic)]
    #[topic("lease.<number>")]
    struct Lease {
        number: u32,
    }

    impl Drop for Lease {
        fn drop(&mut self) {
            DROPPED.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// No field can be moved out of it.
    #[derive(Topic)]
    #[topic("named.<name>")]
    struct Named {
        name: Segment<'static>,
    }

    impl Drop for Named {
        fn drop(&mut self) {}
    }

    #[test]
    fn a_struct_that_borrows_nothing_may_implement_drop() {
        let lease = Lease::parse("lease.7").unwrap().into_owned();
        assert_eq!((lease.number, DROPPED.load(Ordering::Relaxed)), (7, 0));
        drop(lease);
        assert_eq!(DROPPED.load(Ordering::Relaxed), 1);
        assert_eq!(Named::parse("named.x").unwrap().into_owned().name, "x");
    }
}
