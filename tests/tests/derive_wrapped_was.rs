//! Former names of structs that an enum of the user's wraps, held against a declaration of the same lines.

use topics::{Hierarchy, ParseTopic, Segment, SegmentValue, Tail, Topic, TopicName, Topics};
use topics_tests::naive;

#[derive(SegmentValue, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[segment(rename_all = "lowercase")]
enum State {
    On,
    Off,
}

mod elsewhere {
    use super::State;

    topics::topics! {
        pub(crate) enum Elsewhere;

        #[was("health.<id>")]
        #[was("worker.<id>.health")]
        bus.<id>.health;
        #[was("health.bus")]
        bus.bus.health;
        #[was("on.<state: State>.<id>")]
        plain.<id>.<state: State>;
    }
}

use elsewhere::{BusBusHealth, BusHealth, Plain};

#[derive(Topic, Clone, Debug, PartialEq)]
#[topic("bus.<id>.off.<state>")]
#[was("off.<state>.<id>")]
struct Mutation {
    state: State,
    id: Segment<'static>,
}

#[derive(Topic, Clone, Debug, PartialEq)]
#[topic("tail.<id>.<rest..>")]
#[was("worker.<id>.<rest..>")]
struct Tailed<'t> {
    rest: Tail<'t>,
    id: Segment<'t>,
}

/// Its names overlap, and neither is more specific: by both, the topic is the same.
#[derive(Topic, Clone, Debug, PartialEq)]
#[topic("mirror.plain.<id>")]
#[was("mirror.<id>.plain")]
struct Mirror<'a> {
    id: Segment<'a>,
}

#[derive(Topics, Clone, Debug, PartialEq)]
enum Wrapping<'w> {
    Tailed(Tailed<'w>),
    BusHealth(BusHealth<'w>),
    #[topic("own.<n>")]
    #[was("health.<n>.own")]
    #[was("off.own.<n>")]
    Own {
        n: u8,
    },
    Mutation(Mutation),
    Plain(Plain<'w>),
    BusBusHealth(BusBusHealth),
    Mirror(Mirror<'w>),
    #[topic("off")]
    #[was("worker.bus.off")]
    Off,
    #[topic("off.<word>")]
    Word {
        word: Segment<'w>,
    },
}

mod twin {
    use super::State;

    topics::topics! {
        pub(crate) enum Twin;

        #[was("worker.<id>.<rest..>")]
        tail.<id>.<rest..>;
        #[was("health.<id>")]
        #[was("worker.<id>.health")]
        bus.<id>.health;
        #[was("health.<n: u8>.own")]
        #[was("off.own.<n: u8>")]
        own.<n: u8>;
        #[was("off.<state: State>.<id>")]
        bus.<id>.off.<state: State> as Mutation;
        #[was("on.<state: State>.<id>")]
        plain.<id>.<state: State>;
        #[was("health.bus")]
        bus.bus.health;
        #[was("mirror.<id>.plain")]
        mirror.plain.<id>;
        #[was("worker.bus.off")]
        off;
        off.<word> as Word;
    }
}

use twin::Twin;

/// What is said of a text, in plain data.
#[derive(Debug, PartialEq)]
enum Said {
    Read {
        name: TopicName<'static>,
        of: String,
        by: String,
        former: Vec<TopicName<'static>>,
    },
    Refused(String),
}

macro_rules! said {
    ($Any:ident, $text:expr) => {
        match $Any::parse_with_template($text) {
            Ok((topic, by)) => {
                assert_eq!($Any::parse($text).as_ref(), Ok(&topic));
                assert_eq!($Any::try_from($text).as_ref(), Ok(&topic));
                assert_eq!($Any::parse_from($text).as_ref(), Ok(&topic));
                assert_eq!($text.parse::<$Any<'_>>().as_ref(), Ok(&topic));
                assert_eq!(topic.clone().into_owned(), topic);
                assert!(by.matches($text));
                Said::Read {
                    name: topic.name(),
                    of: topic.template().to_string(),
                    by: by.to_string(),
                    former: topic.former_names(),
                }
            }
            Err(error) => {
                assert_eq!($Any::parse($text), Err(error.clone()));
                Said::Refused(error.to_string())
            }
        }
    };
}

const WORDS: [&str; 11] = [
    "bus", "health", "worker", "off", "on", "plain", "mirror", "own", "tail", "7", "x",
];

#[test]
fn it_reads_what_a_declaration_reads() {
    let mut read = 0;
    for text in naive::topics(&WORDS, 4) {
        let said = said!(Wrapping, text.as_str());
        assert_eq!(said, said!(Twin, text.as_str()), "{text}");
        read += usize::from(matches!(said, Said::Read { .. }));
    }
    assert!(read > 1_000, "{read}");
}

#[test]
fn each_name_is_that_variant() -> Result<(), Box<dyn std::error::Error>> {
    let id = Segment::new("7")?;
    let own = Wrapping::Own { n: 7 };
    let mutation = Wrapping::Mutation(Mutation {
        state: State::On,
        id: id.clone(),
    });
    let health = Wrapping::BusHealth(BusHealth { id: id.clone() });
    let mirror = Wrapping::Mirror(Mirror { id: id.clone() });
    for (topic, names) in [
        (
            &health,
            ["bus.7.health", "health.7", "worker.7.health"].as_slice(),
        ),
        (&own, &["own.7", "health.7.own", "off.own.7"]),
        (&mutation, &["bus.7.off.on", "off.on.7"]),
        (&mirror, &["mirror.plain.7", "mirror.7.plain"]),
        (
            &Wrapping::BusBusHealth(BusBusHealth),
            &["bus.bus.health", "health.bus"],
        ),
        (&Wrapping::Off, &["off", "worker.bus.off"]),
        (
            &Wrapping::Word {
                word: Segment::new("x")?,
            },
            &["off.x"],
        ),
    ] {
        for name in names {
            assert_eq!(Wrapping::parse(name)?, *topic, "{name}");
        }
        assert_eq!(topic.name(), names[0]);
        assert_eq!(topic.former_names(), names[1..]);
        let by: &dyn Topic = topic;
        assert_eq!(by.former_names(), names[1..]);
    }
    Ok(())
}

#[test]
fn what_was_read_by_a_former_name_outlives_the_text() -> Result<(), topics::ParseError> {
    fn owned(text: &str) -> Result<Wrapping<'static>, topics::ParseError> {
        let text = text.to_owned();
        Ok(Wrapping::parse(&text)?.into_owned())
    }
    assert_eq!(owned("health.7")?.to_string(), "bus.7.health");
    assert_eq!(owned("worker.7.x.y")?.to_string(), "tail.7.x.y");
    assert_eq!(owned("off.on.7")?.to_string(), "bus.7.off.on");
    assert_eq!(owned("off.x")?.to_string(), "off.x");
    Ok(())
}

#[test]
fn its_templates_are_those_of_the_declaration() {
    assert_eq!(Wrapping::TEMPLATES, Twin::TEMPLATES);
    assert_eq!(Wrapping::FORMER, Twin::FORMER);
    assert_eq!(Wrapping::FORMER.len(), 10);
    assert_eq!(<Wrapping<'_> as Hierarchy>::FORMER, Wrapping::FORMER);
    let all = Twin::TEMPLATES.iter().chain(Twin::FORMER);
    let mut shadows = 0;
    for template in all {
        let more: Vec<_> = Wrapping::more_specific_than(*template).collect();
        assert_eq!(
            more,
            Twin::more_specific_than(*template).collect::<Vec<_>>()
        );
        let less: Vec<_> = Wrapping::less_specific_than(*template).collect();
        assert_eq!(
            less,
            Twin::less_specific_than(*template).collect::<Vec<_>>()
        );
        shadows += more.len();
    }
    assert!(shadows > 4, "{shadows}");
    let tails = Wrapping::more_specific_than(Tailed::FORMER[0]);
    assert_eq!(
        tails.collect::<Vec<_>>(),
        ["worker.<id>.health", "worker.bus.off"]
    );
}

/// An enum that borrows nothing, and wraps nothing that does.
#[derive(Topics, Clone, Debug, PartialEq)]
enum OwnedOnly {
    Mutation(Mutation),
    BusBusHealth(BusBusHealth),
    #[topic("own.<n>")]
    Own {
        n: u8,
    },
}

#[test]
fn an_enum_without_a_lifetime_reads_them_too() -> Result<(), topics::ParseError> {
    let topic = {
        let text = String::from("off.off.7");
        OwnedOnly::parse(&text)?
    };
    assert_eq!(topic.to_string(), "bus.7.off.off");
    assert_eq!(
        OwnedOnly::parse("health.bus")?,
        OwnedOnly::BusBusHealth(BusBusHealth)
    );
    assert_eq!(OwnedOnly::FORMER, ["off.<state: State>.<id>", "health.bus"]);
    assert!(OwnedOnly::Own { n: 1 }.former_names().is_empty());
    Ok(())
}
