//! Whose topic each name is where placeholders have types: held against the rule, for every topic over a small
//! alphabet.

use std::collections::BTreeSet;

use topics::{PlaceholderKind, Segment, SegmentValue, Template, TemplateSegment};
use topics_tests::naive;

/// What the macro does not know counts as any segment, and is asked when a name is read.
#[derive(SegmentValue, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[segment(rename_all = "lowercase")]
enum Region {
    Eu,
    #[segment(alias = "apac")]
    Asia,
}

/// Called as a primitive type, and none.
mod own {
    use super::{Segment, SegmentValue};

    #[derive(SegmentValue, Clone, Debug, PartialEq, Eq, Hash)]
    #[segment(prefix = "d")]
    #[allow(non_camel_case_types)]
    pub(super) struct u16(Segment<'static>);
}

topics::topics! {
    enum Bus;

    a.<id: u8>.b;
    a.b.<kind> as Kind;
    a.<n: u8>.<step: b | c> as Step;
    a.<on: bool>.<text> as Text;
    #[first]
    a.<x>.<n: u8> as First;
    a.7.<n: u8> as Seven;
    <r: Region>.<n: u8> as Metric;
    <r: Region>.<rest..> as Rest;
    eu.<n: u8> as Eu;
    asia.<n: i8>.<on: bool> as Asia;
    b.<of: own::u16>.c as Own;
    b.<of>.<text> as Other;
    b.c.<text> as Bc;
    b.c.c as Bcc;
    c.z.<region: Region> as C;
    c.z.<x: eu | asia | apac | z> as Listed;
}

const ALPHABET: [&str; 15] = [
    "a", "b", "c", "7", "-7", "200", "300", "07", "true", "eu", "asia", "apac", "z", "d1", "d",
];

/// Whether a segment is one that a placeholder takes; what the name of a type does not tell may be anything, as long
/// as the type itself isn't asked.
fn takes(segment: &TemplateSegment<'_>, text: &str, asks_type: bool) -> bool {
    fn is<T: std::str::FromStr + ToString>(text: &str) -> bool {
        text.parse::<T>()
            .is_ok_and(|value| value.to_string() == text)
    }
    let TemplateSegment::Placeholder(placeholder) = segment else {
        return *segment == TemplateSegment::Literal(text);
    };
    match placeholder.kind() {
        PlaceholderKind::Closed(values) => values.clone().any(|value| value == text),
        PlaceholderKind::Typed("u8") => is::<u8>(text),
        PlaceholderKind::Typed("i8") => is::<i8>(text),
        PlaceholderKind::Typed("bool") => is::<bool>(text),
        PlaceholderKind::Typed("Region") => !asks_type || ["eu", "asia", "apac"].contains(&text),
        PlaceholderKind::Typed("own::u16") => !asks_type || text.len() > 1 && text.starts_with('d'),
        PlaceholderKind::Typed(other) => panic!("{other}"),
        _ => true,
    }
}

fn matches(template: &Template<'_>, topic: &str, asks_types: bool) -> bool {
    let expected: Vec<_> = template.segments().collect();
    let segments: Vec<&str> = topic.split('.').collect();
    let has_tail = template.as_str().ends_with("..>");
    let fits = segments.len() == expected.len() || has_tail && segments.len() > expected.len();
    let mut pairs = expected.iter().zip(segments);
    fits && pairs.all(|(own, text)| takes(own, text, asks_types))
}

#[test]
fn each_topic_is_the_winners() {
    let topics = naive::topics(&ALPHABET, 3);
    let lines: Vec<(Template<'_>, BTreeSet<usize>)> = Bus::TEMPLATES
        .iter()
        .map(|template| {
            let all = topics.iter().enumerate();
            let own = all.filter(|(_, topic)| matches(template, topic, false));
            (*template, own.map(|(at, _)| at).collect())
        })
        .collect();
    let mut read_by = BTreeSet::new();
    for topic in &topics {
        let taking: Vec<_> = lines
            .iter()
            .filter(|(line, _)| matches(line, topic, true))
            .collect();
        let wins = |(one, own): &(Template<'_>, BTreeSet<usize>),
                    (_, other): &(_, BTreeSet<usize>)| {
            let is_more_specific = own.is_subset(other) && own != other;
            let is_crossing = !own.is_subset(other) && !other.is_subset(own);
            is_more_specific || is_crossing && *one == First::TEMPLATE
        };
        let winners = taking
            .iter()
            .filter(|line| !taking.iter().any(|other| wins(other, line)));
        let winners: Vec<Template<'_>> = winners.map(|(line, _)| *line).collect();
        let read = Bus::parse(topic);
        let read: Vec<Template<'_>> = read.iter().map(topics::Topic::template).collect();
        assert_eq!(read, winners, "{topic}");
        read_by.extend(read);
    }
    assert_eq!(
        read_by.len(),
        Bus::TEMPLATES.len() - 1,
        "all but the one that loses everything: {read_by:?}"
    );
}
