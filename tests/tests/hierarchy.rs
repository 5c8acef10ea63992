//! The enum over all lines, and what holds of every line: templates, conversions, traits, payloads,
//! attributes.

use std::any::TypeId;
use std::collections::HashMap;

use topics::{HasPayload, HasReply, Hierarchy, ParseError, Template, Topic, TopicType};

/// What is published on a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Heartbeat {
    uptime: u64,
}

topics::topics! {
    /// A line of each kind.
    #[non_exhaustive]
    pub enum BusTopic;

    system.<worker>.health as WorkerHealth => Heartbeat;
    #[derive(PartialOrd, Ord)]
    system.log;
    light.<colour: red | green> => Option<Vec<u8>>;
    shard.<number: u16> => (u8, &'static str) -> fn(u8) -> Option<u8>;
    attacker.<rest..>;
    decky.<id> {
        state => Heartbeat;
        deeply {
            nested.<what>.group {
                here => [Heartbeat; 2];
            }
        }
    }
}

mod without_header {
    topics::topics! {
        a.<x>;
        b;
    }
}

mod without_text {
    topics::topics! {
        /// A topic of none of these lines holds text, so there is no lifetime.
        pub(crate) enum Plain;

        a;
        b.<x: u8>;
        c.<y: one | two>;
    }
}

mod conditional {
    topics::topics! {
        pub(crate) enum Conditional;

        #[cfg(all())]
        kept.<x>;
        #[cfg(any())]
        gone.<x: NoSuchType> => NoSuchPayload;
        #[cfg(any())]
        gone.too {
            one;
            two.<rest..>;
        }
        #[cfg(all())]
        group {
            #[cfg(any())]
            gone;
            #[cfg(all())]
            kept;
        }
        // Each of two lines of one name exists where the other does not.
        #[cfg(all())]
        either.<id>;
        #[cfg(not(all()))]
        either.<id>;
    }
}

mod text_left_out {
    topics::topics! {
        pub(crate) enum NoText;

        #[cfg(any())]
        gone.<x>;
        kept;
    }
}

mod nothing_left {
    topics::topics! {
        pub(crate) enum Nothing;

        #[cfg(any())]
        gone.<x>;
        #[cfg(any())]
        gone.too;
    }
}

mod deprecated {
    #![deny(deprecated)]

    topics::topics! {
        pub(crate) enum Changing;

        #[deprecated = "use `newer.<id>`"]
        old.<id>.<state: on | off>.<number: u8>;
        newer.<id>;
        #[deprecated]
        group {
            one;
            two;
        }
    }
}

mod visibilities {
    pub(crate) mod inner {
        topics::topics! {
            pub(super) enum OfParent;

            parent.<x: a | b>;
        }

        pub(crate) mod innermost {
            topics::topics! {
                pub(in crate::visibilities) enum OfGrandparent;

                grandparent.<x>;
            }
        }

        mod private {
            topics::topics! {
                enum OfItself;

                own.<x>;
            }

            pub(super) fn template() -> &'static str {
                OfItself::TEMPLATES[0].as_str()
            }
        }

        pub(super) fn private_template() -> &'static str {
            private::template()
        }
    }

    pub(crate) fn templates() -> [&'static str; 3] {
        let parent = inner::Parent::new(inner::ParentX::A);
        [
            inner::OfParent::from(parent).template().as_str(),
            inner::innermost::OfGrandparent::TEMPLATES[0].as_str(),
            inner::private_template(),
        ]
    }
}

const NAMES: [&str; 7] = [
    "system.mutator.health",
    "system.log",
    "light.red",
    "shard.7",
    "attacker.session.started",
    "decky.web-01.state",
    "decky.web-01.deeply.nested.x.group.here",
];

fn one_of_each() -> Vec<BusTopic<'static>> {
    NAMES
        .iter()
        .map(|name| BusTopic::parse(name).expect("a topic"))
        .collect()
}

// ---- templates

#[test]
fn the_templates_are_in_the_order_of_the_lines() {
    let templates = BusTopic::TEMPLATES.iter().map(Template::as_str);
    assert!(templates.eq([
        "system.<worker>.health",
        "system.log",
        "light.<colour: red | green>",
        "shard.<number: u16>",
        "attacker.<rest..>",
        "decky.<id>.state",
        "decky.<id>.deeply.nested.<what>.group.here",
    ]));
}

#[test]
fn the_trait_has_the_same_templates() {
    assert_eq!(<BusTopic<'_> as Hierarchy>::TEMPLATES, BusTopic::TEMPLATES);
}

#[test]
fn templates_are_known_while_compiling() {
    const COUNT: usize = BusTopic::TEMPLATES.len();
    const LOG: Template<'static> = SystemLog::TEMPLATE;
    assert_eq!(COUNT, NAMES.len());
    assert_eq!(LOG, "system.log");
}

#[test]
fn every_topic_knows_its_template() {
    let templates: Vec<_> = one_of_each().iter().map(BusTopic::template).collect();
    assert_eq!(templates, BusTopic::TEMPLATES);
}

#[test]
fn every_template_is_sound() {
    for template in BusTopic::TEMPLATES {
        assert_eq!(Template::new(template.as_str()), Ok(*template));
    }
}

#[test]
fn the_struct_the_enum_and_the_traits_agree_on_the_template() {
    fn of_type<T: TopicType>(_: &T) -> Template<'static> {
        T::TEMPLATE
    }
    let topic = DeckyState::new("web-01").expect("a topic");
    assert_eq!(of_type(&topic), DeckyState::TEMPLATE);
    assert_eq!(Topic::template(&topic), DeckyState::TEMPLATE);
    assert_eq!(BusTopic::from(topic).template(), DeckyState::TEMPLATE);
}

// ---- the enum

#[test]
fn every_topic_is_in_one_variant() {
    // Exhaustive: this does not compile unless these are all.
    let parameters = one_of_each().into_iter().map(|topic| match topic {
        BusTopic::WorkerHealth(WorkerHealth { worker }) => worker.to_string(),
        BusTopic::SystemLog(SystemLog) => String::new(),
        BusTopic::Light(Light { colour }) => colour.to_string(),
        BusTopic::Shard(Shard { number }) => number.to_string(),
        BusTopic::Attacker(Attacker { rest }) => rest.to_string(),
        BusTopic::DeckyState(DeckyState { id }) => id.to_string(),
        BusTopic::DeckyDeeplyNestedGroupHere(DeckyDeeplyNestedGroupHere { id, what }) => {
            format!("{id} {what}")
        }
    });
    assert!(parameters.eq([
        "mutator",
        "",
        "red",
        "7",
        "session.started",
        "web-01",
        "web-01 x"
    ]));
}

#[test]
fn each_struct_becomes_its_variant() {
    let worker = WorkerHealth::new("mutator").expect("a topic");
    assert_eq!(
        BusTopic::from(worker.clone()),
        BusTopic::WorkerHealth(worker)
    );
    assert_eq!(BusTopic::from(SystemLog), BusTopic::SystemLog(SystemLog));
    let light = Light::new(LightColour::Red);
    assert_eq!(BusTopic::from(light), BusTopic::Light(light));
    let shard = Shard::new(7);
    assert_eq!(BusTopic::from(shard.clone()), BusTopic::Shard(shard));
    let attacker = Attacker::new("x").expect("a topic");
    assert_eq!(
        BusTopic::from(attacker.clone()),
        BusTopic::Attacker(attacker)
    );
    let state = DeckyState::new("web-01").expect("a topic");
    assert_eq!(BusTopic::from(state.clone()), BusTopic::DeckyState(state));
    let here = DeckyDeeplyNestedGroupHere::new("web-01", "x").expect("a topic");
    assert_eq!(
        BusTopic::from(here.clone()),
        BusTopic::DeckyDeeplyNestedGroupHere(here)
    );
}

#[test]
fn the_enum_without_a_header_is_any_topic() {
    use without_header::{A, AnyTopic, B};

    let topic = A::new("x").expect("a topic");
    assert_eq!(AnyTopic::parse("a.x"), Ok(topic.into()));
    assert_eq!(AnyTopic::parse("b"), Ok(B.into()));
}

#[test]
fn an_enum_without_text_has_no_lifetime() {
    use without_text::{A, C, CY, Plain};

    fn read(text: &str) -> Result<Plain, ParseError> {
        text.parse()
    }
    let topic = Plain::from(C::new(CY::Two));
    assert_eq!(read("c.two"), Ok(topic.clone()));
    assert_eq!(topic.clone().into_owned(), topic);
    assert_eq!(Plain::try_from("a"), Ok(A.into()));
    assert_eq!(read("b.7").map(|topic| topic.to_string()), Ok("b.7".into()));
}

// ---- owned

#[test]
fn an_owned_topic_outlives_what_it_borrowed() {
    let topics: Vec<BusTopic<'static>> = {
        let names = NAMES.map(str::to_owned);
        let borrowed = names.iter().map(|name| BusTopic::parse(name));
        borrowed
            .map(|topic| topic.expect("a topic").into_owned())
            .collect()
    };
    let names: Vec<_> = topics.iter().map(ToString::to_string).collect();
    assert_eq!(names, NAMES);
}

#[test]
fn an_owned_struct_outlives_what_it_borrowed() {
    fn owned() -> (WorkerHealth<'static>, Attacker<'static>, SystemLog, Shard) {
        let text = String::from("x");
        (
            WorkerHealth::new(&text).expect("a topic").into_owned(),
            Attacker::new(&text).expect("a topic").into_owned(),
            SystemLog.into_owned(),
            Shard::new(7).into_owned(),
        )
    }
    let (worker, attacker, log, shard) = owned();
    assert_eq!(worker.worker, "x");
    assert_eq!(attacker.rest, "x");
    assert_eq!(log, SystemLog);
    assert_eq!(shard.number, 7);
}

#[test]
fn a_longer_lifetime_stands_in_for_a_shorter_one() {
    fn first<'a>(one: BusTopic<'a>, _: &BusTopic<'a>) -> BusTopic<'a> {
        one
    }
    let name = String::from("decky.web-01.state");
    let fixed: BusTopic<'static> = BusTopic::parse("system.log").expect("a topic");
    let chosen = first(fixed, &BusTopic::parse(&name).expect("a topic"));
    assert_eq!(chosen, SystemLog.into());
}

// ---- the traits

#[test]
fn a_function_takes_any_hierarchy() {
    fn known<H: Hierarchy>(names: &[&str]) -> (usize, usize) {
        let known = names.iter().filter(|name| H::parse_from(name).is_ok());
        (known.count(), H::TEMPLATES.len())
    }
    assert_eq!(known::<BusTopic<'_>>(&NAMES), (7, 7));
    assert_eq!(known::<without_text::Plain>(&["a", "b.7", "b.x"]), (2, 3));
}

#[test]
fn a_function_reads_the_topics_of_any_hierarchy() {
    fn template<H: Hierarchy>(text: &str) -> Result<&'static str, ParseError> {
        let topic = H::parse_from(text)?;
        assert_eq!(topic.name(), text);
        Ok(topic.template().as_str())
    }
    assert_eq!(
        template::<BusTopic<'_>>("shard.7"),
        Ok("shard.<number: u16>")
    );
    assert!(template::<BusTopic<'_>>("shard.x").is_err());
}

#[test]
fn a_function_reads_the_topics_of_any_line() {
    fn read<T: TopicType>(text: &str) -> Option<T::Of<'_>> {
        T::parse_from(text).ok()
    }
    let topic = read::<DeckyState<'static>>(NAMES[5]).expect("a topic");
    assert_eq!(topic.id, "web-01");
    assert_eq!(read::<DeckyState<'static>>("system.log"), None);
    assert_eq!(read::<SystemLog>("system.log"), Some(SystemLog));
}

#[test]
fn topics_are_counted_by_template() {
    let mut seen = HashMap::new();
    for topic in one_of_each() {
        *seen.entry(topic.template()).or_insert(0) += 1;
    }
    assert_eq!(seen.get(&Shard::TEMPLATE), Some(&1));
    assert_eq!(seen.len(), BusTopic::TEMPLATES.len());
}

#[test]
fn the_payload_of_a_line_is_its_type() {
    fn payload<T: HasPayload>() -> TypeId
    where
        T::Payload: 'static,
    {
        TypeId::of::<T::Payload>()
    }
    assert_eq!(payload::<WorkerHealth<'_>>(), TypeId::of::<Heartbeat>());
    assert_eq!(payload::<Light>(), TypeId::of::<Option<Vec<u8>>>());
    assert_eq!(payload::<Shard>(), TypeId::of::<(u8, &'static str)>());
    assert_eq!(payload::<DeckyState<'_>>(), TypeId::of::<Heartbeat>());
    assert_eq!(
        payload::<DeckyDeeplyNestedGroupHere<'_>>(),
        TypeId::of::<[Heartbeat; 2]>()
    );
}

#[test]
fn the_reply_of_a_line_is_the_type_after_the_thin_arrow() {
    fn reply<T: HasReply>() -> TypeId
    where
        T::Reply: 'static,
    {
        TypeId::of::<T::Reply>()
    }
    assert_eq!(reply::<Shard>(), TypeId::of::<fn(u8) -> Option<u8>>());
}

#[test]
fn a_function_publishes_the_payload_of_a_line_and_no_other() {
    fn publish<T: HasPayload>(topic: &T, payload: &T::Payload) -> String
    where
        T::Payload: std::fmt::Debug,
    {
        format!("{topic} {payload:?}")
    }
    let topic = WorkerHealth::new("mutator").expect("a topic");
    assert_eq!(
        publish(&topic, &Heartbeat { uptime: 7 }),
        "system.mutator.health Heartbeat { uptime: 7 }"
    );
    assert_eq!(publish(&Shard::new(1), &(2, "x")), "shard.1 (2, \"x\")");
}

#[test]
fn topics_are_sent_between_threads() {
    let topic = BusTopic::parse(NAMES[0]).expect("a topic");
    let name = std::thread::spawn(move || topic.to_string());
    assert_eq!(name.join().expect("no panic"), NAMES[0]);
}

// ---- attributes

#[test]
fn a_line_takes_attributes() {
    // `Ord` is derived by an attribute of the line.
    assert_eq!(SystemLog.cmp(&SystemLog), std::cmp::Ordering::Equal);
}

#[test]
fn a_line_that_is_configured_away_is_not_there() {
    use conditional::Conditional;

    let templates = Conditional::TEMPLATES.iter().map(Template::as_str);
    assert!(templates.eq(["kept.<x>", "group.kept", "either.<id>"]));
    for gone in ["gone.7", "gone.too.one", "gone.too.two.x", "group.gone"] {
        assert!(Conditional::parse(gone).is_err(), "{gone}");
    }
}

#[test]
fn a_match_needs_no_arm_for_what_is_configured_away() {
    use conditional::Conditional;

    let name = |text| match Conditional::parse(text).expect("a topic") {
        Conditional::Kept(kept) => kept.to_string(),
        Conditional::GroupKept(kept) => kept.to_string(),
        Conditional::Either(either) => either.to_string(),
    };
    assert_eq!(name("kept.x"), "kept.x");
    assert_eq!(name("group.kept"), "group.kept");
    assert_eq!(name("either.x"), "either.x");
}

#[test]
fn an_enum_has_no_lifetime_if_all_text_is_configured_away() {
    let topic: text_left_out::NoText = text_left_out::Kept.into();
    assert_eq!("kept".parse(), Ok(topic));
}

#[test]
fn an_enum_of_nothing_reads_nothing() {
    assert!(nothing_left::Nothing::TEMPLATES.is_empty());
    let error = nothing_left::Nothing::parse("gone.x").expect_err("nothing to read it");
    assert_eq!(
        error.to_string(),
        "no topic matches `gone.x`, and none is similar"
    );
}

#[test]
fn topics_are_as_visible_as_their_hierarchy() {
    assert_eq!(
        visibilities::templates(),
        ["parent.<x: a | b>", "grandparent.<x>", "own.<x>"]
    );
}

#[test]
fn a_deprecated_line_is_still_read() {
    let topic = deprecated::Changing::parse("old.x.on.7").expect("a topic");
    assert_eq!(topic.to_string(), "old.x.on.7");
}

#[test]
fn a_deprecated_group_deprecates_its_lines() {
    #[expect(deprecated, reason = "that it is reported is what is tested")]
    let topic = deprecated::GroupOne;
    assert_eq!(topic.to_string(), "group.one");
}

mod winner_under_one_condition {
    topics::topics! {
        /// `x.b.c` is there wherever the two are that would fight over it.
        pub(crate) enum Winner;

        #[cfg(all())]
        x.<first>.c;
        x.b.<second>;
        #[cfg(all())]
        x.b.c;
    }
}

#[test]
fn a_winner_needs_the_conditions_of_either_line() {
    use winner_under_one_condition::{Winner, XBC};
    assert_eq!(Winner::parse("x.b.c").unwrap(), Winner::XBC(XBC));
}

/// It is of the whole name, not of nothing, which would be as right and of no use.
#[test]
fn topics_that_differ_have_other_hashes() {
    let hash = |topic: &BusTopic<'_>| {
        let mut state = std::hash::DefaultHasher::new();
        std::hash::Hash::hash(topic, &mut state);
        std::hash::Hasher::finish(&state)
    };
    let [a, b, c] = ["decky.a.state", "decky.b.state", "decky.a.state"]
        .map(|text| hash(&BusTopic::parse(text).unwrap()));
    assert_eq!(a, c);
    assert_ne!(a, b);
}
