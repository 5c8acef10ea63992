//! Enums that wrap whole hierarchies.

use topics::{
    Hierarchy, ParseError, Root, Segment, Template, TopicPattern, Topics, pattern, topic,
};

mod shop {
    topics::topics! {
        /// Of another module.
        pub enum ShopTopic;
        a.<x>;
        a.b.<y> as AB;
        #[first]
        <p>.c.<q> as C;
        #[was("old.<n>")]
        n.<n: u8>;
        m.a.<n: u8> as MA;
        m.<x>.<y>;
        z.<rest..>;
    }
}

mod plain {
    topics::topics! {
        /// Without text.
        pub enum PlainTopic;
        a.c;
        m.a.<on: bool> as MA;
        #[was("n.a")]
        log;
    }
}

/// A struct of its own.
#[derive(topics::Topic, Clone, Debug, PartialEq, Eq)]
#[topic("z.a.<rest..>")]
pub struct Own<'a> {
    /// All of it.
    pub rest: topics::Tail<'a>,
}

/// A hierarchy in between.
#[derive(Topics, Clone, Debug, PartialEq, Eq)]
pub enum Inner<'a> {
    /// Declared.
    Shop(shop::ShopTopic<'a>),
    /// A struct.
    Own(Own<'a>),
    /// Fields.
    #[topic("b.<x>.<y>")]
    #[was("c.<y>.b.<x>")]
    B {
        /// One.
        x: Segment<'a>,
        /// Another.
        y: Segment<'a>,
    },
}

/// All of them.
#[derive(Topics, Clone, Debug, PartialEq, Eq)]
pub enum All<'a> {
    /// Two levels.
    Inner(Inner<'a>),
    /// Borrows nothing.
    Plain(plain::PlainTopic),
    /// Between the others.
    #[topic("m.a.<y>")]
    M {
        /// Any text.
        y: Segment<'a>,
    },
    /// Again, elsewhere.
    #[topics(under = "b.t")]
    Below(Inner<'a>),
    /// A struct, elsewhere.
    #[topics(under = "b")]
    Owned(Own<'a>),
    /// Nothing else.
    #[topic("n.<text>")]
    N {
        /// Any text.
        text: Segment<'a>,
    },
}

/// A hierarchy of hierarchies that borrow nothing.
#[derive(Topics, Clone, Debug, PartialEq, Eq)]
pub enum Still {
    /// As it is.
    Plain(plain::PlainTopic),
    /// With its texts copied.
    #[topics(under = "x")]
    Shop(shop::ShopTopic<'static>),
}

/// All topics of up to four segments over a small alphabet, and some that are longer.
fn all_topics() -> Vec<String> {
    let alphabet = ["a", "b", "c", "m", "n", "z", "t", "7", "true", "old"];
    let mut topics: Vec<String> = alphabet.map(str::to_owned).to_vec();
    let mut last = topics.clone();
    for _ in 0..3 {
        let longer = last.iter().flat_map(|topic| {
            let segments = alphabet.iter();
            segments.map(move |segment| format!("{topic}.{segment}"))
        });
        last = longer.collect();
        topics.extend_from_slice(&last);
    }
    let below: Vec<String> = topics.iter().map(|topic| format!("b.t.{topic}")).collect();
    topics.extend(below);
    topics
}

/// Whether a template takes a topic, and the types of its placeholders too.
fn reads(template: &str, topic: &str) -> bool {
    let mut topic = topic.split('.');
    // `..` of a tail is cut apart too: `<rest`, ``, `>`.
    for segment in template.split('.') {
        let Some(text) = topic.next() else {
            return false;
        };
        let takes = match segment {
            "<n: u8>" => text.parse::<u8>().is_ok(),
            "<on: bool>" => text.parse::<bool>().is_ok(),
            "<rest" => return true,
            _ => segment.starts_with('<') || segment == text,
        };
        if !takes {
            return false;
        }
    }
    topic.next().is_none()
}

/// The names that win over all others that read the same topic, by the sets of topics that they read.
fn winners(
    names: &[Template<'static>],
    first: &[Template<'static>],
    topics: &[String],
) -> Vec<Option<usize>> {
    let sets: Vec<Vec<bool>> = names
        .iter()
        .map(|name| {
            topics
                .iter()
                .map(|topic| reads(name.as_str(), topic))
                .collect()
        })
        .collect();
    let includes = |one: usize, other: usize| {
        let mut pairs = sets[one].iter().zip(&sets[other]);
        pairs.all(|(one, other)| *one || !other)
    };
    let is_first: Vec<bool> = names.iter().map(|name| first.contains(name)).collect();
    let wins: Vec<Vec<bool>> = (0..names.len())
        .map(|one| {
            let others = 0..names.len();
            let wins = others.map(|other| match (includes(other, one), includes(one, other)) {
                (true, false) => true,
                (false, false) => is_first[one] && !is_first[other],
                _ => false,
            });
            wins.collect()
        })
        .collect();
    let winner = |at: usize| {
        let candidates: Vec<usize> = (0..names.len()).filter(|name| sets[*name][at]).collect();
        let mut winners = candidates.iter().copied().filter(|one| {
            let mut others = candidates.iter();
            others.all(|other| other == one || wins[*one][*other])
        });
        let winner = winners.next();
        assert_eq!(winner.is_some(), !candidates.is_empty(), "{}", topics[at]);
        winner
    };
    (0..topics.len()).map(winner).collect()
}

/// Holds a hierarchy to the rule, for every topic.
fn assert_follows_the_rule<H: Hierarchy>(
    parse: impl Fn(&str) -> Result<(String, Template<'static>, Template<'static>), ParseError>,
) {
    let names = [H::TEMPLATES, H::FORMER].concat();
    let topics = all_topics();
    let winners = winners(&names, H::FIRST, &topics);
    for (text, winner) in topics.iter().zip(winners) {
        match (parse(text), winner) {
            (Ok((name, template, read)), Some(winner)) => {
                assert_eq!(read, names[winner], "{text}");
                assert!(reads(template.as_str(), &name), "{text} {name} {template}");
                if winner < H::TEMPLATES.len() {
                    assert_eq!((&name, template), (text, read));
                }
            }
            (Err(_), None) => {}
            (found, expected) => panic!("{text}: {found:?}, {:?}", expected.map(|at| names[at])),
        }
    }
}

#[test]
fn the_winner_of_every_topic_is_what_the_rule_says() {
    assert_follows_the_rule::<All<'_>>(|text| {
        let (topic, read) = All::parse_with_template(text)?;
        Ok((topic.to_string(), topic.template(), read))
    });
    assert_follows_the_rule::<Inner<'_>>(|text| {
        let (topic, read) = Inner::parse_with_template(text)?;
        Ok((topic.to_string(), topic.template(), read))
    });
    assert_follows_the_rule::<Still>(|text| {
        let (topic, read) = Still::parse_with_template(text)?;
        Ok((topic.to_string(), topic.template(), read))
    });
    assert_follows_the_rule::<shop::ShopTopic<'_>>(|text| {
        let (topic, read) = shop::ShopTopic::parse_with_template(text)?;
        Ok((topic.to_string(), topic.template(), read))
    });
}

#[test]
fn templates_take_their_places_among_the_others() {
    let written = |templates: &[Template<'static>]| -> Vec<String> {
        templates.iter().map(ToString::to_string).collect()
    };
    assert_eq!(
        written(All::TEMPLATES),
        [
            "a.<x>",
            "a.b.<y>",
            "<p>.c.<q>",
            "n.<n: u8>",
            "m.a.<n: u8>",
            "m.<x>.<y>",
            "z.<rest..>",
            "z.a.<rest..>",
            "b.<x>.<y>",
            "a.c",
            "m.a.<on: bool>",
            "log",
            "m.a.<y>",
            "b.t.a.<x>",
            "b.t.a.b.<y>",
            "b.t.<p>.c.<q>",
            "b.t.n.<n: u8>",
            "b.t.m.a.<n: u8>",
            "b.t.m.<x>.<y>",
            "b.t.z.<rest..>",
            "b.t.z.a.<rest..>",
            "b.t.b.<x>.<y>",
            "b.z.a.<rest..>",
            "n.<text>",
        ]
    );
    assert_eq!(
        written(All::FORMER),
        [
            "old.<n: u8>",
            "c.<y>.b.<x>",
            "n.a",
            "b.t.old.<n: u8>",
            "b.t.c.<y>.b.<x>"
        ]
    );
    assert_eq!(
        written(<All<'_> as Hierarchy>::FIRST),
        ["<p>.c.<q>", "b.t.<p>.c.<q>"]
    );
    assert!(All::missed_by(&All::patterns()).next().is_none());
    assert_eq!(written(Still::FORMER), ["n.a", "x.old.<n: u8>"]);
}

#[test]
fn a_topic_below_segments_is_written_and_owned_with_them() -> Result<(), Box<dyn std::error::Error>>
{
    let topic = All::parse("b.t.old.7")?.into_owned();
    assert_eq!(topic.to_string(), "b.t.n.7");
    assert_eq!(topic.template(), "b.t.n.<n: u8>");
    assert_eq!(topic.former_names(), ["b.t.old.7"]);
    let All::Below(Inner::Shop(shop)) = &topic else {
        panic!("{topic}");
    };
    assert_eq!(shop.to_string(), "n.7");
    assert_eq!(All::Below(Inner::from(shop.clone())), topic);
    assert_eq!("x.n.7".parse::<Still>()?, Still::Shop(shop.clone()));
    assert_eq!(All::from(Own::new("x")?).name(), "b.z.a.x");
    let root = Root::new("prod")?;
    assert_eq!(root.parse::<All<'_>>("prod.b.t.n.7")?, topic);
    Ok(())
}

#[test]
fn what_a_type_refuses_is_told_with_all_segments() {
    let error = All::parse("b.t.n.x").unwrap_err();
    assert_eq!(
        error.to_string(),
        "`x` is not a valid `<n>` of `b.t.n.<n: u8>`: expected `<u8>`"
    );
    assert_eq!(
        All::parse("b.t.a.q.q.q").unwrap_err().nearest().unwrap(),
        "b.t.a.<x>"
    );
}

#[test]
fn literals_go_through() {
    let all = pattern!(All, "b.t.m.*.>");
    assert!(matches!(all.parse("b.t.m.x.y"), Ok(All::Below(_))));
    assert_eq!(all.to_pattern(), "b.t.m.*.>");
    assert_eq!(topic!(All, "b.t.z.a.b"), "b.t.z.a.b");
}

/// Its fields are called as locals of generated code.
#[derive(Topics, Clone, Debug, PartialEq, Eq)]
pub enum Locals<'a> {
    /// One.
    #[topic("a.<visit>.<__visit>.<topic>")]
    A {
        /// Shown.
        visit: Segment<'a>,
        /// Shown too.
        __visit: Segment<'a>,
        /// And this.
        topic: Segment<'a>,
    },
}

#[test]
fn fields_may_be_called_as_locals_of_generated_code() -> Result<(), topics::ParseError> {
    assert_eq!(Locals::parse("a.x.y.z")?.to_string(), "a.x.y.z");
    Ok(())
}
