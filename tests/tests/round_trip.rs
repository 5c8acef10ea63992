//! The law: what a topic is written as is read as that topic, or as the more specific one that the same
//! text names. And which one that is, held against brute force.

use std::collections::BTreeSet;
use std::num::NonZero;

use proptest::prelude::*;
use topics::{PlaceholderKind, Segment, SegmentValue, Template, TemplateSegment};
use topics_tests::naive;
use uuid::Uuid;

// ---- lines that do not overlap: what is written is read

/// A state with texts of its own.
#[derive(SegmentValue, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[segment(rename_all = "kebab-case")]
pub enum Level {
    /// `very-high`
    VeryHigh,
    /// `low`
    Low,
}

/// A struct around text.
#[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
pub struct Label(Segment<'static>);

topics::topics! {
    /// Each kind of placeholder, none of which overlap.
    pub enum Kind;

    literal;
    literal.of.four."segments!";
    plain.<only>;
    plain.<first>.and.<second> as PlainTwo;
    closed.<value: one | two | "3/4">;
    unsigned.<a: u8>.<b: u16>.<c: u32>.<d: u64>.<e: u128>.<f: usize>;
    signed.<a: i8>.<b: i16>.<c: i32>.<d: i64>.<e: i128>.<f: isize>;
    nonzero.<a: NonZero<u8>>.<b: NonZero<i64>>;
    typed.<id: Uuid>.<on: bool>.<level: Level>;
    text.<of: Segment<'static>>.<label: Label>;
    tail.<rest..>;
    mixed.<id>.<state: on | off>.<number: i32>.<rest..>;
}

/// Any character that may stand in a segment, more often one that looks like something else.
fn character() -> impl Strategy<Value = char> {
    prop_oneof![
        3 => proptest::sample::select(vec!['a', '0', '-', '+', '<', '|', '$', '/', '#', 'é', '日']),
        1 => any::<char>().prop_filter("of a segment", |c| naive::may_stand_in_a_segment(*c)),
    ]
}

/// A segment, more often one that stands in some template.
fn segment() -> impl Strategy<Value = String> {
    let word = prop::collection::vec(character(), 1..6).prop_map(String::from_iter);
    let known = proptest::sample::select(vec![
        "literal", "plain", "and", "one", "x", "on", "true", "7", "007", "tail",
    ]);
    prop_oneof![3 => word, 1 => known.prop_map(str::to_owned)]
}

fn tail() -> impl Strategy<Value = String> {
    prop::collection::vec(segment(), 1..6).prop_map(|segments| segments.join("."))
}

/// What is written is read, in every way there is to read it.
fn is_read_as_written(topic: &Kind<'_>) {
    let text = topic.to_string();
    assert_eq!(topic.name(), text);
    assert!(topic.template().matches(&text), "{text}");
    assert!(topic.template().pattern().matches(&text), "{text}");
    assert_eq!(Kind::parse(&text).as_ref(), Ok(topic));
    assert_eq!(Kind::try_from(text.as_str()).as_ref(), Ok(topic));
    assert_eq!(text.parse::<Kind<'static>>().as_ref(), Ok(topic));
    assert_eq!(topic.clone().into_owned(), *topic);
}

#[test]
fn literal_topics_are_read_as_written() {
    is_read_as_written(&Literal.into());
    is_read_as_written(&LiteralOfFourSegments.into());
}

#[test]
fn closed_values_are_read_as_written() {
    for value in ClosedValue::ALL {
        is_read_as_written(&Closed::new(*value).into());
    }
}

proptest! {
    #[test]
    fn plain_segments_are_read_as_written(first in segment(), second in segment()) {
        is_read_as_written(&Plain::new(&first).expect("a topic").into());
        is_read_as_written(&PlainTwo::new(&first, &second).expect("a topic").into());
    }

    #[test]
    fn unsigned_integers_are_read_as_written(
        a: u8, b: u16, c: u32, d: u64, e: u128, f: usize,
    ) {
        is_read_as_written(&Unsigned::new(a, b, c, d, e, f).into());
    }

    #[test]
    fn signed_integers_are_read_as_written(
        a: i8, b: i16, c: i32, d: i64, e: i128, f: isize,
    ) {
        is_read_as_written(&Signed::new(a, b, c, d, e, f).into());
    }

    #[test]
    fn non_zero_integers_are_read_as_written(a: NonZero<u8>, b: NonZero<i64>) {
        is_read_as_written(&Nonzero::new(a, b).into());
    }

    #[test]
    fn typed_values_are_read_as_written(bits: u128, on: bool, low: bool) {
        let level = if low { Level::Low } else { Level::VeryHigh };
        is_read_as_written(&Typed::new(Uuid::from_u128(bits), on, level).into());
    }

    #[test]
    fn typed_text_is_read_as_written(of in segment(), label in segment()) {
        let [of, label] = [of, label].map(|text| Segment::new(text).expect("a segment"));
        is_read_as_written(&Text::new(of, Label(label)).into());
    }

    #[test]
    fn tails_are_read_as_written(rest in tail()) {
        is_read_as_written(&Tail::new(&rest).expect("a topic").into());
    }

    #[test]
    fn all_kinds_together_are_read_as_written(
        id in segment(), on: bool, number: i32, rest in tail(),
    ) {
        let state = if on { MixedState::On } else { MixedState::Off };
        let topic = Mixed::new(&id, state, number, &rest).expect("a topic");
        is_read_as_written(&topic.into());
    }

    #[test]
    fn new_takes_exactly_what_is_a_segment(text in any::<String>()) {
        prop_assert_eq!(Plain::new(&text).is_ok(), naive::is_segment(&text));
        prop_assert_eq!(Tail::new(&text).is_ok(), naive::is_topic(&text));
    }

    #[test]
    fn what_is_read_is_written_as_it_was(text in tail()) {
        for text in [text.clone(), format!("plain.{text}"), format!("signed.{text}")] {
            if let Ok(topic) = Kind::parse(&text) {
                prop_assert_eq!(topic.to_string(), text);
            }
        }
    }

    #[test]
    fn any_text_at_all_is_read_or_refused(text in any::<String>()) {
        match Kind::parse(&text) {
            Ok(topic) => prop_assert_eq!(topic.to_string(), text),
            Err(error) => {
                prop_assert_eq!(error.text(), &text);
                prop_assert!(!error.to_string().contains('\n'));
            }
        }
    }
}

// ---- lines that overlap: the most specific one is read

/// Declares the lines twice, in this order and in the opposite one.
macro_rules! in_both_orders {
    ([$([$($line:tt)*])*]) => {
        mod forwards {
            topics::topics! { pub(crate) enum Many; $($($line)*)* }
        }
        in_both_orders!(@reverse [$([$($line)*])*] []);
    };
    (@reverse [[$($line:tt)*] $($rest:tt)*] [$($reversed:tt)*]) => {
        in_both_orders!(@reverse [$($rest)*] [[$($line)*] $($reversed)*]);
    };
    (@reverse [] [$([$($line:tt)*])*]) => {
        mod backwards {
            topics::topics! { pub(crate) enum Many; $($($line)*)* }
        }
    };
}

in_both_orders! {[
    [<all..> as All;]
    [a.<rest..> as Tail;]
    [a.<x>.<rest..> as AnyTail;]
    [a.<x>.<y>.<z> as AnyThree;]
    [a.<x>.<y> as AnyTwo;]
    [a.<number: u8>.b as Number;]
    [a.<x>.c as AnyC;]
    [a.<v: a | b>.<y> as OneOfTwo;]
    [a.<v: a | b>.b as OneOfTwoB;]
    [a.<v: a | b>.<z: c | 7> as OneOfTwoTwice;]
    [a.<v: a | b>.c as OneOfTwoC;]
    [a.b.c as Literals;]
    [a.<number: u8> as JustNumber;]
    [<x>.b as AnyB;]
    [a.b;]
    [c.<number: u8>.<on: bool>.<rest..> as Typed;]
    [b.<v: a | b | c>.<rest..> as OneOfThreeTail;]
    [b.<v: a | b>.<rest..> as OneOfTwoTail;]
    [b.a.<rest..> as OneTail;]
    [b.a.a.<x> as Deep;]
]}

use forwards::Many;

const ALPHABET: [&str; 5] = ["a", "b", "c", "7", "true"];

/// Whether one segment of a template takes a segment, types not asked.
fn takes(expected: &TemplateSegment<'_>, segment: &str) -> bool {
    match expected {
        TemplateSegment::Literal(literal) => *literal == segment,
        TemplateSegment::Placeholder(placeholder) => match placeholder.kind() {
            PlaceholderKind::Closed(values) => values.clone().any(|value| value == segment),
            _ => true,
        },
    }
}

/// Whether the type of a placeholder, if it has one, takes a segment.
fn type_takes(expected: &TemplateSegment<'_>, segment: &str) -> bool {
    match expected {
        TemplateSegment::Literal(_) => true,
        TemplateSegment::Placeholder(placeholder) => match placeholder.kind() {
            PlaceholderKind::Typed("u8") => segment == "7",
            PlaceholderKind::Typed("bool") => segment == "true",
            PlaceholderKind::Typed(other) => panic!("not known here: {other}"),
            _ => true,
        },
    }
}

fn ends_with_tail(template: &Template<'_>) -> bool {
    template.as_str().ends_with("..>")
}

/// Whether a template takes a topic, each segment judged by itself.
fn matches(
    template: &Template<'_>,
    topic: &str,
    takes: impl Fn(&TemplateSegment<'_>, &str) -> bool,
) -> bool {
    let expected: Vec<_> = template.segments().collect();
    let segments: Vec<&str> = topic.split('.').collect();
    let long_enough = if ends_with_tail(template) {
        segments.len() >= expected.len()
    } else {
        segments.len() == expected.len()
    };
    long_enough
        && expected
            .iter()
            .zip(segments)
            .all(|(it, segment)| takes(it, segment))
}

/// All topics of a template among these, as numbers.
fn set(template: &Template<'_>, topics: &[String]) -> BTreeSet<usize> {
    let all = topics.iter().enumerate();
    all.filter(|(_, topic)| matches(template, topic, takes))
        .map(|(index, _)| index)
        .collect()
}

#[test]
fn the_most_specific_template_that_takes_a_topic_reads_it() {
    let topics = naive::topics(&ALPHABET, 4);
    let templates: Vec<_> = Many::TEMPLATES
        .iter()
        .map(|template| (*template, set(template, &topics)))
        .collect();
    for topic in &topics {
        let candidates: Vec<_> = templates
            .iter()
            .filter(|(template, _)| {
                matches(template, topic, takes) && matches(template, topic, type_takes)
            })
            .collect();
        let most_specific: Vec<_> = candidates
            .iter()
            .filter(|(_, own)| candidates.iter().all(|(_, other)| own.is_subset(other)))
            .map(|(template, _)| *template)
            .collect();
        let read = Many::parse(topic).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(most_specific, [read.template()], "{topic}");
    }
}

#[test]
fn each_template_reads_some_topic() {
    // One segment more, since shorter templates take the tail of some.
    let topics = naive::topics(&ALPHABET, 5);
    let read: BTreeSet<_> = topics
        .iter()
        .map(|topic| Many::parse(topic).expect(topic).template())
        .collect();
    assert_eq!(read, Many::TEMPLATES.iter().copied().collect());
}

#[test]
fn the_order_of_the_lines_makes_no_difference() {
    assert_eq!(Many::TEMPLATES.first(), backwards::Many::TEMPLATES.last());
    for topic in naive::topics(&ALPHABET, 4) {
        let forwards = Many::parse(&topic).expect("a topic");
        let backwards = backwards::Many::parse(&topic).expect("a topic");
        assert_eq!(forwards.template(), backwards.template(), "{topic}");
        assert_eq!(forwards.to_string(), backwards.to_string());
    }
}

#[test]
fn whatever_is_read_is_written_as_it_was() {
    for topic in naive::topics(&ALPHABET, 4) {
        let read = Many::parse(&topic).expect("a topic");
        assert_eq!(read.to_string(), topic);
        assert!(read.template().matches(&topic));
    }
}

/// A topic is read as itself, or as a more specific one with the same text.
fn obeys_the_law(topic: &Many<'_>) {
    let text = topic.to_string();
    let read = Many::parse(&text).expect("a topic of the hierarchy");
    assert_eq!(read.to_string(), text);
    if read != *topic {
        let (specific, general) = (read.template(), topic.template());
        assert!(
            general.covers(&specific) && !specific.covers(&general),
            "{text}: {specific} is not more specific than {general}"
        );
    }
}

/// A segment that stands in some of the templates, or one that does not.
fn near() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => proptest::sample::select(ALPHABET.to_vec()).prop_map(str::to_owned),
        1 => segment(),
    ]
}

fn near_tail() -> impl Strategy<Value = String> {
    prop::collection::vec(near(), 1..5).prop_map(|segments| segments.join("."))
}

proptest! {
    #[test]
    fn overlapping_topics_obey_the_law(
        (x, y, z) in (near(), near(), near()), rest in near_tail(), number: u8, on: bool,
    ) {
        use forwards::{
            Literals, All, AnyB, AnyC, AnyTail, AnyThree, AnyTwo, Deep, JustNumber, Number, OneOfTwo,
            OneOfTwoV, OneTail, Tail, Typed,
        };

        let v = if on { OneOfTwoV::A } else { OneOfTwoV::B };
        let expect = "a topic";
        obeys_the_law(&All::new(&rest).expect(expect).into());
        obeys_the_law(&Tail::new(&rest).expect(expect).into());
        obeys_the_law(&AnyTail::new(&x, &rest).expect(expect).into());
        obeys_the_law(&AnyThree::new(&x, &y, &z).expect(expect).into());
        obeys_the_law(&AnyTwo::new(&x, &y).expect(expect).into());
        obeys_the_law(&AnyC::new(&x).expect(expect).into());
        obeys_the_law(&AnyB::new(&x).expect(expect).into());
        obeys_the_law(&OneOfTwo::new(v, &y).expect(expect).into());
        obeys_the_law(&Number::new(number).into());
        obeys_the_law(&JustNumber::new(number).into());
        obeys_the_law(&Typed::new(number, on, &rest).expect(expect).into());
        obeys_the_law(&OneTail::new(&rest).expect(expect).into());
        obeys_the_law(&Deep::new(&x).expect(expect).into());
        obeys_the_law(&Literals.into());
    }

    #[test]
    fn a_struct_reads_its_own_topics_and_no_other_lines(
        x in near(), y in near(), rest in near_tail(),
    ) {
        use forwards::{All, AnyTail, AnyTwo, Many};

        let owner = |text: &str| Many::parse(text).expect("a topic").template();
        let topic = All::new(&rest).expect("a topic");
        let text = topic.to_string();
        let expected = (owner(&text) == All::TEMPLATE).then_some(topic);
        prop_assert_eq!(All::parse(&text).ok(), expected);
        let topic = AnyTail::new(&x, &rest).expect("a topic");
        let text = topic.to_string();
        let expected = (owner(&text) == AnyTail::TEMPLATE).then_some(topic);
        prop_assert_eq!(AnyTail::parse(&text).ok(), expected);
        let topic = AnyTwo::new(&x, &y).expect("a topic");
        let text = topic.to_string();
        let expected = (owner(&text) == AnyTwo::TEMPLATE).then_some(topic);
        prop_assert_eq!(AnyTwo::parse(&text).ok(), expected);
    }

    #[test]
    fn any_text_is_written_as_it_was_read(text in near_tail()) {
        let topic = Many::parse(&text).expect("every topic is one of this hierarchy");
        prop_assert_eq!(topic.to_string(), text);
    }
}
