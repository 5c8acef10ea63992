//! The analyses, held against brute force.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use proc_macro2::TokenStream;
use topics_core::{PlaceholderKind, Template, TemplateSegment};

use super::CheckedHierarchy;
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

    /// A template, sometimes with `#[first]` before it.
    fn line(&mut self) -> String {
        let first = if self.below(3) == 0 { "#[first] " } else { "" };
        first.to_owned() + &self.template()
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

/// Whether of two lines that match one topic it is the first one's, in plain words.
fn wins(a: &Line<'_>, b: &Line<'_>) -> bool {
    match (
        b.template.covers(&a.template),
        a.template.covers(&b.template),
    ) {
        (true, false) => true,
        (false, false) => a.is_first && !b.is_first,
        _ => false,
    }
}

/// A line of a random declaration.
struct Line<'t> {
    template: Template<'t>,
    is_first: bool,
}

fn lines(texts: &[String]) -> Vec<Line<'_>> {
    let lines = texts.iter().map(|text| {
        let template = text.strip_prefix("#[first] ");
        Line {
            template: Template::new(template.unwrap_or(text)).unwrap(),
            is_first: template.is_some(),
        }
    });
    lines.collect()
}

/// The topics of which no line wins over all others that match.
fn fought_over<'t>(texts: &[String], topics: &'t [String]) -> Vec<&'t String> {
    let lines = lines(texts);
    let is_fought_over = |topic: &&String| {
        let matching: Vec<_> = lines
            .iter()
            .filter(|line| line.template.matches(topic))
            .collect();
        let mut winners = matching.iter().enumerate();
        !matching.is_empty()
            && !winners.any(|(index, winner)| {
                let mut others = matching.iter().enumerate();
                others.all(|(other, line)| other == index || wins(winner, line))
            })
    };
    topics.iter().filter(is_fought_over).collect()
}

/// Whether some lines win over each other in a circle.
fn has_circle(texts: &[String]) -> bool {
    let mut left = lines(texts);
    loop {
        let overlap = |a: &Line<'_>, b: &Line<'_>| a.template.overlaps(&b.template);
        let unbeaten = |line: &Line<'_>| {
            !left
                .iter()
                .any(|other| overlap(other, line) && wins(other, line))
        };
        match left.iter().position(unbeaten) {
            Some(index) => drop(left.remove(index)),
            None => return !left.is_empty(),
        }
    }
}

/// Whether two templates match the same topics, which is refused even where others settle them all.
fn has_duplicates(templates: &[String]) -> bool {
    let lines = lines(templates);
    lines.iter().enumerate().any(|(index, one)| {
        let one = one.template;
        let mut others = lines[..index].iter().map(|line| line.template);
        others.any(|other| one.covers(&other) && other.covers(&one))
    })
}

#[test]
fn a_declaration_is_refused_if_and_only_if_a_topic_is_fought_over() {
    let topics = topics();
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let mut refused = 0;
    for _ in 0..20_000 {
        let count = 2 + random.below(4);
        let templates: Vec<String> = (0..count).map(|_| random.line()).collect();
        let (_, errors) = analyse(&templates);
        let fought_over = fought_over(&templates, &topics);
        let expected =
            !fought_over.is_empty() || has_duplicates(&templates) || has_circle(&templates);
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
fn of_the_lines_that_match_the_first_in_parse_order_wins_over_all_others() {
    let topics = topics();
    let mut random = Random(0x2545_f491_4f6c_dd1d);
    let mut accepted = 0;
    for _ in 0..5_000 {
        let count = 2 + random.below(4);
        let templates: Vec<String> = (0..count).map(|_| random.line()).collect();
        let (hierarchy, errors) = analyse(&templates);
        if !errors.is_empty() {
            continue;
        }
        accepted += 1;
        let order: Vec<_> = hierarchy
            .names_in_parse_order()
            .map(|name| Line {
                template: name.template,
                is_first: name.topic.attributes.is_first,
            })
            .collect();
        assert_eq!(order.len(), templates.len());
        for topic in &topics {
            let mut matching = order.iter().filter(|line| line.template.matches(topic));
            if let Some(first) = matching.next() {
                assert!(
                    matching.all(|other| wins(first, other)),
                    "{templates:?}: {topic}"
                );
            }
        }
    }
    assert!(accepted > 1_000, "{accepted}");
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
            let noted = topic.relations.winners.iter();
            let mut noted: Vec<usize> = noted.map(|shadow| shadow.winner.topic).collect();
            below.sort_unstable();
            noted.sort_unstable();
            assert_eq!(noted, below, "{templates:?}");
        }
    }
}
