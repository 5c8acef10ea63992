//! `#[first]`, and placeholders that count as the texts of their types: whose topic each name is.

use topics::{Hierarchy as _, ParseTopic, Segment, SegmentValue, Tail, Template, Topics};

topics::topics! {
    enum Homie;

    <domain>.5.<device>.<node>.<property> as Property;
    #[first] <domain>.5.$broadcast.<sub..> as Broadcast;
    <domain>.5.<device>.$state as State;
    <domain>.5.$broadcast.$state as BroadcastState;
}

#[test]
fn the_first_is_read_first_and_what_is_more_specific_before_it() {
    let of = |text: &str| Homie::parse(text).unwrap().template();
    assert_eq!(of("home.5.lamp.light.on"), Property::TEMPLATE);
    assert_eq!(of("home.5.$broadcast.alert.fire"), Broadcast::TEMPLATE);
    assert_eq!(of("home.5.$broadcast.alert"), Broadcast::TEMPLATE);
    assert_eq!(of("home.5.$broadcast.$state"), BroadcastState::TEMPLATE);
    assert_eq!(of("home.5.lamp.$state"), State::TEMPLATE);
}

#[test]
fn a_hierarchy_tells_which_lines_win() {
    let winners = |of| Homie::more_specific_than(of).collect::<Vec<Template<'_>>>();
    let losers = |of| Homie::less_specific_than(of).collect::<Vec<Template<'_>>>();
    assert_eq!(winners(Property::TEMPLATE), [Broadcast::TEMPLATE]);
    assert_eq!(losers(Property::TEMPLATE), [] as [Template<'_>; 0]);
    assert_eq!(winners(Broadcast::TEMPLATE), [BroadcastState::TEMPLATE]);
    assert_eq!(
        losers(Broadcast::TEMPLATE),
        [Property::TEMPLATE, State::TEMPLATE]
    );
}

topics::topics! {
    enum Typed;

    order.<id: u64>.paid;
    order.stats.<kind> as OrderStats;
    job.<n: u32>.<step: queued | done>;
    job.note.<text> as JobNote;
    flag.<on: bool>.<of> as Flag;
    #[first]
    flag.<name>.<n: u8> as Numbered;
    flag.<name: high | low>.<of: on | off> as Level;
}

#[test]
fn an_integer_is_beside_what_is_none() {
    let of = |text: &str| Typed::parse(text).map(|topic| topic.template());
    assert_eq!(of("order.7.paid"), Ok(OrderPaid::TEMPLATE));
    assert_eq!(of("order.stats.paid"), Ok(OrderStats::TEMPLATE));
    assert_eq!(of("job.7.done"), Ok(Job::TEMPLATE));
    assert_eq!(of("job.note.done"), Ok(JobNote::TEMPLATE));
    assert!(of("order.seven.paid").is_err());
    assert_eq!(of("flag.true.7"), Ok(Numbered::TEMPLATE));
    assert_eq!(of("flag.true.256"), Ok(Flag::TEMPLATE));
    assert_eq!(of("flag.high.on"), Ok(Level::TEMPLATE));
}

mod named_as_primitive {
    use topics::{Segment, SegmentValue, ValueError};

    /// Has all texts but `refused`, whatever its name lets one think.
    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    #[allow(non_camel_case_types)]
    pub(crate) struct u64(pub Segment<'static>);

    impl SegmentValue for u64 {
        fn to_segment(&self) -> Segment<'_> {
            Segment::borrowed(&self.0)
        }

        fn from_segment(segment: Segment<'_>) -> Result<Self, ValueError> {
            if segment == "refused" {
                return Err(ValueError::new("refused"));
            }
            Ok(Self(segment.into_owned()))
        }
    }

    topics::topics! {
        pub(crate) enum Deceived;

        order.<id: u64>.paid;
        order.stats.<kind> as OrderStats;
        order.<id>.paid as Any;
        order.stats.paid as StatsPaid;
    }
}

#[test]
fn a_type_with_the_name_of_a_primitive_one_takes_and_refuses_as_it_likes() {
    use named_as_primitive::{Any, Deceived, OrderPaid, OrderStats, StatsPaid};

    let of = |text: &str| Deceived::parse(text).map(|topic| topic.template());
    assert_eq!(of("order.x.paid"), Ok(OrderPaid::TEMPLATE));
    assert_eq!(of("order.stats.paid"), Ok(StatsPaid::TEMPLATE));
    assert_eq!(of("order.stats.x"), Ok(OrderStats::TEMPLATE));
    assert_eq!(of("order.refused.paid"), Ok(Any::TEMPLATE));
}

mod derived {
    use super::*;

    #[derive(SegmentValue, Clone, Copy, Debug, PartialEq, Eq, Hash)]
    #[segment(rename_all = "snake_case")]
    pub(crate) enum Region {
        Eu,
        Us,
    }

    #[derive(topics::Topic, Clone, Debug, PartialEq, Eq, Hash)]
    #[topic("metrics.<region>.<name>")]
    pub(crate) struct Metric<'a> {
        pub(crate) region: Region,
        pub(crate) name: Segment<'a>,
    }

    #[derive(topics::Topic, Clone, Debug, PartialEq, Eq, Hash)]
    #[topic("metrics.total.<rest..>")]
    pub(crate) struct Total<'a> {
        pub(crate) rest: Tail<'a>,
    }

    #[derive(topics::Topic, Clone, Debug, PartialEq, Eq, Hash)]
    #[topic("<any>.<of>.alarm", first)]
    pub(crate) struct Alarm<'a> {
        pub(crate) any: Segment<'a>,
        pub(crate) of: Segment<'a>,
    }

    /// What shares nothing, for a region is not `total`; and one that wins over both.
    #[derive(Topics, Clone, Debug, PartialEq, Eq, Hash)]
    pub(crate) enum All<'a> {
        Metric(Metric<'a>),
        Total(Total<'a>),
        Alarm(Alarm<'a>),
    }

    /// The same with templates of its own.
    #[derive(Topics, Clone, Debug, PartialEq, Eq, Hash)]
    pub(crate) enum Own<'a> {
        #[topic("metrics.<region>.<name>")]
        Metric {
            region: Region,
            name: Segment<'a>,
        },
        Total(Total<'a>),
        #[topic("<any>.<of>.alarm", first)]
        Alarm {
            any: Segment<'a>,
            of: Segment<'a>,
        },
    }

    /// All known where it is declared.
    #[derive(Topics, Clone, Debug, PartialEq, Eq, Hash)]
    pub(crate) enum Known<'a> {
        #[topic("metrics.<id>.<name>")]
        Metric { id: u16, name: Segment<'a> },
        #[topic("metrics.total.<rest>")]
        Total { rest: Segment<'a> },
        #[topic("<any>.<of>.alarm", first)]
        Alarm { any: Segment<'a>, of: Segment<'a> },
    }
}

#[test]
fn derived_enums_ask_the_types_and_know_who_is_first() {
    use derived::{All, Known, Own};

    fn variant<'t, T: ParseTopic<Of<'t>: core::fmt::Debug>>(text: &'t str) -> String {
        let topic = format!("{:?}", T::parse_from(text).unwrap());
        topic
            .split([' ', '('])
            .next()
            .unwrap_or_default()
            .to_owned()
    }
    for (text, expected) in [
        ("metrics.eu.load", "Metric"),
        ("metrics.total.load", "Total"),
        ("metrics.eu.alarm", "Alarm"),
        ("metrics.total.alarm", "Alarm"),
        ("x.y.alarm", "Alarm"),
    ] {
        assert_eq!(variant::<All<'_>>(text), expected, "{text}");
        assert_eq!(variant::<Own<'_>>(text), expected, "{text}");
        let text = text.replace(".eu.", ".7.");
        assert_eq!(variant::<Known<'_>>(&text), expected, "{text}");
    }
    let first = [All::FIRST, Own::FIRST, Known::FIRST];
    assert_eq!(first.concat(), ["<any>.<of>.alarm"; 3]);
}

#[test]
fn a_line_refuses_the_topics_of_another_line() {
    use topics::ParseErrorKind;

    let error = Property::parse("home.5.$broadcast.alert.fire").unwrap_err();
    let (owner, template) = (Broadcast::TEMPLATE, Property::TEMPLATE);
    assert_eq!(
        error.kind(),
        ParseErrorKind::OfAnotherLine { owner, template }
    );
    assert_eq!(error.nearest(), Some(owner));
    assert_eq!(
        error.to_string(),
        "`home.5.$broadcast.alert.fire` is a topic of `<domain>.5.$broadcast.<sub..>`, which wins over \
         `<domain>.5.<device>.<node>.<property>`"
    );
    assert!(Broadcast::parse("home.5.$broadcast.alert.fire").is_ok());
    assert!(Property::parse("home.5.lamp.light.on").is_ok());
    assert!(Broadcast::parse("home.5.$broadcast.$state").is_err());
    assert!(State::parse("home.5.$broadcast.$state").is_err());
}

/// What the type of the winner refuses is not the winner's.
#[test]
fn a_line_reads_what_the_winner_refuses() {
    use named_as_primitive::{Any, OrderPaid, OrderStats};

    assert!(Any::parse("order.refused.paid").is_ok());
    assert!(Any::parse("order.7.paid").is_err());
    assert!(OrderPaid::parse("order.7.paid").is_ok());
    assert!(OrderStats::parse("order.stats.paid").is_err());
    // Its name makes it apart from `stats`, whatever it would take.
    assert!(OrderPaid::parse("order.stats.paid").is_ok());
}

mod renamed {
    topics::topics! {
        pub(crate) enum Renamed;

        #[was("bus.health")]
        system.bus.health;
        #[was("<worker>.health")]
        system.<worker>.health as WorkerHealth;
        job.<kind: a | b>.done;
        job.a.done as FirstDone;
    }

    #[derive(topics::Topics, Clone, Debug, PartialEq, Eq, Hash)]
    pub(crate) enum Wraps<'a> {
        Health(WorkerHealth<'a>),
        Done(JobDone),
    }
}

/// By whatever name, and also where only the loser is wrapped by an enum of its own.
#[test]
fn a_line_refuses_the_topics_of_another_lines_names() {
    use renamed::{FirstDone, JobDone, Renamed, SystemBusHealth, WorkerHealth, Wraps};
    use topics::ParseErrorKind::OfAnotherLine;

    let owner = |error: topics::ParseError| match error.kind() {
        OfAnotherLine { owner, .. } => Some(owner),
        _ => None,
    };
    let (now, before) = (SystemBusHealth::TEMPLATE, SystemBusHealth::FORMER[0]);
    for (text, template) in [("system.bus.health", now), ("bus.health", before)] {
        let error = WorkerHealth::parse(text).unwrap_err();
        assert_eq!(owner(error), Some(template));
        let error = WorkerHealth::parse_with_template(text).unwrap_err();
        assert_eq!(owner(error), Some(template));
        assert_eq!(owner(Wraps::parse(text).unwrap_err()), Some(template));
        assert!(text.parse::<WorkerHealth<'static>>().is_err());
        assert!(WorkerHealth::try_from(text).is_err());
        assert!(matches!(
            Renamed::parse(text),
            Ok(Renamed::SystemBusHealth(_))
        ));
    }
    assert!(WorkerHealth::parse("log.health").is_ok());
    assert!(Wraps::parse("log.health").is_ok());

    for error in [
        JobDone::parse("job.a.done").map(drop),
        Wraps::parse("job.a.done").map(drop),
    ] {
        assert_eq!(owner(error.unwrap_err()), Some(FirstDone::TEMPLATE));
    }
    assert!(JobDone::parse("job.b.done").is_ok());
    assert!(Wraps::parse("job.b.done").is_ok());
}
