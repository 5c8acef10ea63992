//! The analyses, held against brute force.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use proc_macro2::TokenStream;
use topics_core::{PlaceholderKind, Template, TemplateSegment};

use super::CheckedHierarchy;
use super::region::Region;
use crate::errors::Errors;
use crate::hierarchy::Hierarchy;
use crate::syntax::Declaration;

/// Segments that a random template is made of; `x` of the topics below is in none of them.
const SEGMENTS: [&str; 7] = [
    "a",
    "b",
    "c",
    "<p>",
    "<p: a | b>",
    "<p: b | c>",
    "<p: a | b | c>",
];

/// A small generator, so that a failure can be repeated.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % bound as u64).unwrap()
    }

    fn template(&mut self) -> String {
        let length = 1 + self.below(3);
        let mut segments: Vec<String> = (0..length)
            .map(|index| {
                let segment = SEGMENTS[self.below(SEGMENTS.len())];
                segment.replace("<p", &format!("<p{index}"))
            })
            .collect();
        if self.below(4) == 0 {
            segments.push("<rest..>".to_owned());
        }
        segments.join(".")
    }
}

/// Every topic of up to four segments, which is one more than the longest template without a tail.
fn topics() -> Vec<String> {
    let mut topics: Vec<String> = Vec::new();
    let mut longest = vec![String::new()];
    for _ in 0..4 {
        longest = longest
            .iter()
            .flat_map(|topic| ["a", "b", "c", "x"].map(|segment| format!("{topic}.{segment}")))
            .collect();
        topics.extend(longest.iter().map(|topic| topic[1..].to_owned()));
    }
    topics
}

fn analyse(templates: &[String]) -> (CheckedHierarchy, Errors) {
    let mut declaration = String::new();
    for (index, template) in templates.iter().enumerate() {
        writeln!(declaration, "{template} as Topic{index};").unwrap();
    }
    let tokens: TokenStream = declaration.parse().unwrap();
    let mut errors = Errors::default();
    let declaration = Declaration::parse(tokens, &mut errors);
    let hierarchy = Hierarchy::build(declaration, &mut errors);
    assert!(errors.is_empty(), "{templates:?}");
    (super::run(hierarchy, &mut errors), errors)
}

/// The topics for which no template is the most specific of those that match.
fn fought_over<'t>(templates: &[String], topics: &'t [String]) -> Vec<&'t String> {
    let templates: Vec<Template<'_>> = templates
        .iter()
        .map(|text| Template::new(text).unwrap())
        .collect();
    let is_fought_over = |topic: &&String| {
        let matching: Vec<_> = templates.iter().filter(|t| t.matches(topic)).collect();
        let winners = matching
            .iter()
            .filter(|winner| matching.iter().all(|other| other.covers(winner)));
        !matching.is_empty() && winners.count() != 1
    };
    topics.iter().filter(is_fought_over).collect()
}

/// Whether two templates match the same topics, which is refused even where others settle them all.
fn has_duplicates(templates: &[String]) -> bool {
    let templates: Vec<_> = templates
        .iter()
        .map(|text| Template::new(text).unwrap())
        .collect();
    templates.iter().enumerate().any(|(index, one)| {
        let mut others = templates[..index].iter();
        others.any(|other| one.covers(other) && other.covers(one))
    })
}

#[test]
fn a_declaration_is_refused_if_and_only_if_a_topic_is_fought_over() {
    let topics = topics();
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let mut refused = 0;
    for _ in 0..20_000 {
        let count = 2 + random.below(4);
        let templates: Vec<String> = (0..count).map(|_| random.template()).collect();
        let (_, errors) = analyse(&templates);
        let fought_over = fought_over(&templates, &topics);
        let expected = !fought_over.is_empty() || has_duplicates(&templates);
        assert_eq!(
            !errors.is_empty(),
            expected,
            "{templates:?}: {fought_over:?}"
        );
        refused += usize::from(!errors.is_empty());
    }
    // Both outcomes have to be common for the comparison to mean something.
    assert!((4_000..16_000).contains(&refused), "{refused}");
}

#[test]
fn a_type_settles_only_where_one_that_fights_has_it() {
    for (lines, is_settled) in [
        (["<x>.c.<z>", "b.<y>.<z>", "b.c.<z: u8>"], false),
        (["<x>.c.<z: u8>", "b.<y>.<z>", "b.c.<z: u8>"], true),
        (["<x>.c.<z: u8>", "b.<y>.<z: u16>", "b.c.<z: u16>"], true),
        (["<x>.c.<z: u8>", "b.<y>.<z>", "b.c.<z: u16>"], false),
        (["<x>.c.<z>", "b.<y>.<z>", "b.c.<z>"], true),
    ] {
        let (_, errors) = analyse(&lines.map(str::to_owned));
        assert_eq!(errors.is_empty(), is_settled, "{lines:?}");
    }
}

/// Were it not bounded, this would take more time and memory than there is.
#[test]
fn settlers_that_overlap_in_many_ways_are_looked_at_for_a_while_only() {
    let half = 24;
    let any =
        |name: &str| -> Vec<String> { (0..half * 2).map(|i| format!("<{name}{i}>")).collect() };
    let mut lines = vec![
        format!("a.<q>.{}", any("x").join(".")),
        format!("<q>.b.{}", any("x").join(".")),
    ];
    for settler in 0..half {
        let mut segments = any("x");
        segments[settler * 2] = "<s: m | n>".to_owned();
        segments[settler * 2 + 1] = "<t: m | n>".to_owned();
        lines.push(format!("a.b.{}", segments.join(".")));
    }
    let (_, errors) = analyse(&lines);
    assert!(!errors.is_empty());
}

#[test]
fn of_the_templates_that_match_the_first_in_parsing_order_is_the_most_specific() {
    let topics = topics();
    let mut random = Random(0x2545_f491_4f6c_dd1d);
    for _ in 0..5_000 {
        let count = 2 + random.below(4);
        let templates: Vec<String> = (0..count).map(|_| random.template()).collect();
        let (hierarchy, errors) = analyse(&templates);
        if !errors.is_empty() {
            continue;
        }
        let order: Vec<_> = hierarchy.names_in_parse_order().collect();
        for topic in &topics {
            let mut matching = order.iter().filter(|t| t.template.matches(topic));
            if let Some(first) = matching.next() {
                let first = first.template;
                assert!(
                    matching.all(|other| other.template.covers(&first)),
                    "{templates:?}"
                );
            }
        }
    }
}

/// The same segments in another order, a tail still last.
fn shuffled(template: &str, random: &mut Random) -> String {
    let (rest, has_tail) = match template.strip_suffix(".<rest..>") {
        Some(rest) => (rest, true),
        None => (template, false),
    };
    let mut segments: Vec<&str> = rest.split('.').collect();
    for at in (1..segments.len()).rev() {
        segments.swap(at, random.below(at + 1));
    }
    segments.extend(has_tail.then_some("<rest..>"));
    segments.join(".")
}

/// The parameters that a topic has by a template which matches it.
fn parameters_of(topic: &str, template: Template<'_>) -> BTreeMap<String, String> {
    let mut rest: Vec<&str> = topic.split('.').collect();
    let mut parameters = BTreeMap::new();
    for segment in template.segments() {
        let TemplateSegment::Placeholder(placeholder) = segment else {
            rest.remove(0);
            continue;
        };
        let count = match placeholder.kind() {
            PlaceholderKind::Tail => rest.len(),
            _ => 1,
        };
        let taken: Vec<&str> = rest.drain(..count).collect();
        parameters.insert(placeholder.name().to_owned(), taken.join("."));
    }
    parameters
}

#[test]
fn former_names_are_read_as_one_topic_or_refused() {
    let topics = topics();
    let mut random = Random(0x0bad_5eed_0bad_5eed);
    let (mut refused, mut accepted) = (0, 0);
    for _ in 0..5_000 {
        let count = 1 + random.below(2);
        let lines: Vec<String> = (0..count)
            .map(|_| {
                let template = random.template();
                let former = shuffled(&template, &mut random);
                let prefix = ["", "a.", "b."][random.below(3)];
                format!("#[was(\"{prefix}{former}\")] {template}")
            })
            .collect();
        let (hierarchy, errors) = analyse(&lines);
        if !errors.is_empty() {
            refused += 1;
            continue;
        }
        accepted += 1;
        let order: Vec<_> = hierarchy.names_in_parse_order().collect();
        for topic in &topics {
            let mut matching = order.iter().filter(|name| name.template.matches(topic));
            let Some(first) = matching.next() else {
                continue;
            };
            for other in matching {
                if other.id.topic == first.id.topic {
                    assert_eq!(
                        parameters_of(topic, other.template),
                        parameters_of(topic, first.template),
                        "{lines:?}: {topic}"
                    );
                } else {
                    assert!(other.template.covers(&first.template), "{lines:?}: {topic}");
                }
            }
        }
    }
    assert!(refused > 500 && accepted > 500, "{refused} {accepted}");
}

#[test]
fn shadows_are_all_pairs_of_which_one_covers_the_other() {
    let mut random = Random(0x1234_5678_9abc_def1);
    for _ in 0..5_000 {
        let templates: Vec<String> = (0..4).map(|_| random.template()).collect();
        let (hierarchy, _) = analyse(&templates);
        for (index, topic) in hierarchy.topics.iter().enumerate() {
            let is_below = |other: &&usize| {
                let other = hierarchy.topics[**other].template();
                topic.template().covers(&other) && !other.covers(&topic.template())
            };
            let others: Vec<usize> = (0..hierarchy.topics.len())
                .filter(|o| *o != index)
                .collect();
            let mut below: Vec<usize> = others.iter().filter(is_below).copied().collect();
            let noted = topic.relations.more_specific.iter();
            let mut noted: Vec<usize> = noted.map(|shadow| shadow.specific.topic).collect();
            below.sort_unstable();
            noted.sort_unstable();
            assert_eq!(noted, below, "{templates:?}");
        }
    }
}

#[test]
fn regions_intersect_and_differ_as_sets_of_topics_do() {
    let topics = topics();
    let mut random = Random(0xdead_beef_cafe_f00d);
    for _ in 0..2_000 {
        let [a, b] = [random.template(), random.template()];
        let (hierarchy, _) = analyse(&[a.clone(), format!("z.{b}")]);
        let [first, second] = &hierarchy.topics[..] else {
            panic!("two topics");
        };
        let (ours, theirs) = (
            Region::of(&first.segments),
            Region::of(&second.segments[1..]),
        );
        let (a, b) = (Template::new(&a).unwrap(), Template::new(&b).unwrap());
        let both = ours.intersection(&theirs);
        let left = ours.difference(&theirs);
        for topic in &topics {
            let (in_a, in_b) = (a.matches(topic), b.matches(topic));
            let in_both = both.as_ref().is_some_and(|region| region.has(topic));
            assert_eq!(in_both, in_a && in_b, "{a} {b} {topic}");
            let in_left = left.iter().filter(|region| region.has(topic)).count();
            assert_eq!(in_left, usize::from(in_a && !in_b), "{a} {b} {topic}");
        }
        for region in both.iter().chain(&left) {
            assert!(a.matches(&region.example()), "{a} {b} {region:?}");
        }
    }
}
