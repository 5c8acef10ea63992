//! `#[topics(first)]` before a variant that wraps a hierarchy.

use topics::{Hierarchy, Template, Topics, covering};
use topics_tests::naive;

mod one {
    topics::topics! {
        pub enum One;
        a.<x>.c;
        #[first]
        <p>.b.<q> as Pq;
        x.<rest..>;
    }
}

mod two {
    topics::topics! {
        pub enum Two;
        #[was("m.<y>.old")]
        a.k.<y>;
        #[first]
        <s>.<t>.d as St;
        x.y;
    }
}

/// Two is read first only below `u`.
#[derive(Topics, Clone, Debug, PartialEq, Eq)]
enum All<'a> {
    #[topics(first)]
    One(one::One<'a>),
    Two(two::Two<'a>),
    #[topics(under = "u")]
    OneBelow(one::One<'a>),
    #[topics(under = "u", first)]
    TwoBelow(two::Two<'a>),
}

/// A variant that is first among hierarchies that have such variants.
#[derive(Topics, Clone, Debug, PartialEq, Eq)]
enum Outer<'a> {
    All(All<'a>),
    #[topics(first)]
    More(more::More<'a>),
}

mod more {
    topics::topics! {
        pub enum More;
        <a>.z.<c>;
        b.<x>.<y>.<rest..> as Tail;
    }
}

/// Which template wins where it and another match one topic, in the words of the rule.
fn wins(one: &Template<'_>, other: &Template<'_>) -> bool {
    let [first, second] = [one, other].map(|template| {
        let is_below = template.as_str().starts_with("u.");
        let is_of_one = [one::One::TEMPLATES, one::One::FORMER]
            .concat()
            .iter()
            .any(|own| {
                let text = own.as_str();
                template
                    .as_str()
                    .strip_prefix("u.")
                    .unwrap_or(template.as_str())
                    == text
            });
        let is_first = ["<p>", "<s>"]
            .iter()
            .any(|text| template.as_str().contains(text));
        // Of the variant that wins, and in it of the line.
        (is_below != is_of_one, is_first)
    });
    match (one.covers(other), other.covers(one)) {
        (false, true) => true,
        (false, false) => first > second,
        _ => false,
    }
}

#[test]
fn the_variant_is_read_first_where_neither_is_more_specific() {
    let mut topics = naive::topics(&["a", "b", "c", "d", "k", "m", "x", "y", "old"], 3);
    topics.extend(topics.clone().iter().map(|topic| format!("u.{topic}")));
    let templates = [All::TEMPLATES, All::FORMER].concat();
    let mut count = [0; 4];
    for topic in &topics {
        let matching: Vec<_> = templates.iter().filter(|one| one.matches(topic)).collect();
        let is_beaten = |one: &Template<'_>| matching.iter().any(|other| wins(other, one));
        let winner: Vec<_> = matching.iter().filter(|one| !is_beaten(one)).collect();
        let read = All::parse_with_template(topic).ok();
        let template = read.as_ref().map(|(_, template)| template);
        assert_eq!(
            winner.into_iter().copied().collect::<Vec<_>>(),
            Vec::from_iter(template),
            "{topic}"
        );
        match read {
            Some((All::One(_), _)) => count[0] += 1,
            Some((All::Two(_), _)) => count[1] += 1,
            Some((All::OneBelow(_), _)) => count[2] += 1,
            Some((All::TwoBelow(_), _)) => count[3] += 1,
            None => {}
        }
    }
    assert!(count.iter().all(|count| *count > 0), "{count:?}");
    assert!(matches!(All::parse("a.k.c"), Ok(All::One(_))));
    assert!(matches!(All::parse("a.k.d"), Ok(All::Two(two::Two::St(_)))));
    assert!(matches!(
        All::parse("u.a.k.c"),
        Ok(All::TwoBelow(two::Two::AK(_)))
    ));
    assert!(matches!(All::parse("x.y"), Ok(All::Two(two::Two::XY(_)))));
}

#[test]
fn what_wins_is_told() {
    for template in All::TEMPLATES {
        let told: Vec<_> = All::more_specific_than(*template).collect();
        let all = All::TEMPLATES.iter().chain(All::FORMER).copied();
        let expected: Vec<_> = all
            .filter(|other| other.overlaps(template) && wins(other, template))
            .collect();
        assert_eq!(told, expected, "{template}");
    }
}

/// The order that a hierarchy has among its own lines stays, however often it is wrapped.
#[test]
fn the_outer_variant_decides_between_variants_only() {
    assert!(matches!(
        Outer::parse("a.b.c"),
        Ok(Outer::All(All::One(one::One::Pq(_))))
    ));
    assert!(matches!(
        Outer::parse("a.z.c"),
        Ok(Outer::More(more::More::Z(_)))
    ));
    let _ = covering!(Outer, ">");
}

mod numbers {
    topics::topics! {
        pub enum Numbers;
        n.<x: u8>.<kind>;
    }
}

mod kinds {
    topics::topics! {
        pub enum Kinds;
        n.<name>.<y: u8>;
    }
}

#[derive(Topics, Clone, Debug)]
enum FirstAbove<'a> {
    #[topics(first)]
    Numbers(numbers::Numbers<'a>),
    Kinds(kinds::Kinds<'a>),
}

#[derive(Topics, Clone, Debug)]
enum FirstBelow<'a> {
    Numbers(numbers::Numbers<'a>),
    #[topics(first)]
    Kinds(kinds::Kinds<'a>),
}

/// Of two variants that both refuse a parameter, the error is of the one that would have won.
#[test]
fn a_refusal_is_told_of_the_variant_that_is_read_first() {
    let above = FirstAbove::parse("n.b.c").unwrap_err().to_string();
    assert!(above.contains("<x: u8>"), "{above}");
    let below = FirstBelow::parse("n.b.c").unwrap_err().to_string();
    assert!(below.contains("<y: u8>"), "{below}");
}
