//! The fewest patterns without overlaps, and whether patterns cover templates, held against all there are.

use std::collections::HashMap;

use proptest::prelude::*;
use topics::{Hierarchy, Pattern, Template, disjoint_patterns, topics};
use topics_tests::naive;

/// Which of the enumerated topics are matched, one bit for each.
type Bits = Vec<u64>;

fn bits(topics: &[String], matches: impl Fn(&str) -> bool) -> Bits {
    let mut bits = vec![0; topics.len().div_ceil(64)];
    for (index, topic) in topics.iter().enumerate() {
        bits[index / 64] |= u64::from(matches(topic)) << (index % 64);
    }
    bits
}

fn or(a: &Bits, b: &Bits) -> Bits {
    a.iter().zip(b).map(|(a, b)| a | b).collect()
}

fn share(a: &Bits, b: &Bits) -> bool {
    a.iter().zip(b).any(|(a, b)| a & b != 0)
}

fn is_within(a: &Bits, b: &Bits) -> bool {
    a.iter().zip(b).all(|(a, b)| a & !b == 0)
}

fn first_missing(wanted: &Bits, covered: &Bits) -> Option<usize> {
    let mut words = wanted.iter().zip(covered).enumerate();
    words.find_map(|(index, (wanted, covered))| {
        let missing = wanted & !covered;
        (missing != 0).then(|| 64 * index + missing.trailing_zeros() as usize)
    })
}

/// Every pattern of up to three segments over `a` and `b`, and what it matches of the topics of up to four
/// segments over these and one that no pattern names.
///
/// Inputs have two segments at most, so the topics are longer than any pattern that a result could need, and
/// all their segments that no pattern names are alike.
struct World {
    topics: Vec<String>,
    patterns: Vec<(String, Bits)>,
}

impl World {
    fn new() -> Self {
        let topics = naive::topics(&["a", "b", "c"], 4);
        let patterns = naive::patterns(&["a", "b"], 3).into_iter();
        let patterns = patterns.map(|text| {
            let bits = bits(&topics, |topic| naive::matches(&text, topic));
            (text, bits)
        });
        Self {
            patterns: patterns.collect(),
            topics,
        }
    }

    fn bits(&self, pattern: &str) -> Bits {
        bits(&self.topics, |topic| naive::matches(pattern, topic))
    }

    /// Walks through all sets without overlaps that cover what is wanted, each pattern of which is needed, and
    /// remembers of each union the fewest.
    fn covers(&self, wanted: &Bits, covered: &Bits, count: usize, best: &mut HashMap<Bits, usize>) {
        let Some(missing) = first_missing(wanted, covered) else {
            let fewest = best.entry(covered.clone()).or_insert(count);
            *fewest = count.min(*fewest);
            return;
        };
        for (_, bits) in &self.patterns {
            let has = bits[missing / 64] >> (missing % 64) & 1 == 1;
            if has && !share(bits, covered) {
                self.covers(wanted, &or(bits, covered), count + 1, best);
            }
        }
    }

    fn check(&self, given: &[&str], is_exhaustive: bool) {
        let none = vec![0; self.topics.len().div_ceil(64)];
        let wanted = given
            .iter()
            .fold(none.clone(), |all, it| or(&all, &self.bits(it)));
        let patterns = given.iter().map(|text| Pattern::new(*text).unwrap());
        let found = disjoint_patterns(patterns);
        let mut covered = none.clone();
        for pattern in &found {
            let bits = self.bits(pattern.as_str());
            assert!(!share(&bits, &covered), "{given:?} {found:?}");
            covered = or(&bits, &covered);
        }
        assert!(is_within(&wanted, &covered), "{given:?} {found:?}");
        assert!(found.is_sorted());
        if is_exhaustive {
            let mut best = HashMap::new();
            self.covers(&wanted, &none, 0, &mut best);
            assert_eq!(
                best.get(&covered),
                Some(&found.len()),
                "{given:?} {found:?}"
            );
            for union in best.keys() {
                assert!(is_within(&covered, union), "{given:?} {found:?}");
            }
        }
    }
}

#[test]
fn no_other_set_matches_less_and_of_those_that_match_the_same_none_is_smaller() {
    let world = World::new();
    let given = naive::patterns(&["a", "b"], 2);
    let given: Vec<&str> = given.iter().map(String::as_str).collect();
    world.check(&[], true);
    for (index, first) in given.iter().enumerate() {
        world.check(&[first], true);
        for (next, second) in given.iter().enumerate().skip(index) {
            world.check(&[first, second], true);
            for third in given.iter().skip(next) {
                world.check(&[first, second, third], true);
            }
        }
    }
}

#[test]
fn longer_patterns_are_covered_without_overlaps() {
    let world = World::new();
    let given: Vec<&str> = world
        .patterns
        .iter()
        .map(|(text, _)| text.as_str())
        .collect();
    for first in &given {
        for second in &given {
            world.check(&[first, second], false);
        }
    }
}

#[test]
fn tails_begin_where_the_patterns_become_alike() {
    for (given, expected) in [
        (&["a", "a.>"][..], &["a", "a.>"][..]),
        (&["a.*", "a.*.>"], &["a.>"]),
        (&["*", "*.*", "*.*.>"], &[">"]),
        (&["a.>", "*.b"], &["*.*", "a.*.>"]),
        (&["a.b", "a.*", "a.>"], &["a.>"]),
        (&["a.*", "*.b"], &["*.*"]),
        (&["a.*.c", "*.b.c", "x.y.d"], &["*.*.c", "x.y.d"]),
        // Widened, the first two overlap the third.
        (&["a.*.c", "*.b.c", "x.y.c"], &["*.*.c"]),
        (&["b.*.>", "b.>", "a"], &["a", "b.>"]),
        (&["a.>", "b.>", "*.c.>"], &["*.*.>", "a.*", "b.*"]),
        (&[], &[]),
    ] {
        let patterns = given.iter().copied().map(Pattern::from_static);
        assert_eq!(disjoint_patterns(patterns), expected, "{given:?}");
    }
}

#[test]
fn a_hierarchy_has_its_patterns_in_one_line() {
    topics! {
        pub enum BusTopic;
        topology.<id>.mutation.<state: applied | failed>;
        topology.<id>.status;
        #[was("health.<worker>")]
        system.<worker>.health;
        system.bus.health;
        attacker.observation;
        attacker.observation.<primitive..> as Primitive;
    }
    let patterns = BusTopic::patterns();
    assert_eq!(
        patterns,
        [
            "attacker.observation",
            "attacker.observation.>",
            "health.*",
            "system.*.health",
            "topology.*.mutation.*",
            "topology.*.status",
        ]
    );
    assert_eq!(BusTopic::missed_by(&patterns).count(), 0);
    for index in 0..patterns.len() {
        let mut all_but_one = patterns.clone();
        all_but_one.remove(index);
        assert!(BusTopic::missed_by(&all_but_one).count() > 0, "{index}");
    }
    let system = [Pattern::from_static("system.>")];
    let missed: Vec<Template<'_>> = BusTopic::missed_by(&system).collect();
    assert!(missed.contains(&SystemHealth::FORMER[0]));
    assert!(!missed.contains(&SystemHealth::TEMPLATE));
}

/// All templates of up to `most` segments, over two literals, closed and plain placeholders and a tail.
fn templates(most: usize) -> Vec<String> {
    let pieces = ["a", "b", "<p: a | b>", "<p: a | c>", "<p>", "<p: u8>"];
    let mut templates = vec!["<t..>".to_owned()];
    for template in naive::sequences(&pieces, most) {
        let pieces = template.iter().enumerate();
        let pieces = pieces.map(|(index, piece)| piece.replace("<p", &format!("<p{index}")));
        let text = pieces.collect::<Vec<_>>().join(".");
        if template.len() < most {
            templates.push(format!("{text}.<t..>"));
        }
        templates.push(text);
    }
    templates
}

#[test]
fn a_template_is_covered_when_all_its_topics_are_matched() {
    let topics = naive::topics(&["a", "b", "c", "7"], 4);
    let patterns = naive::patterns(&["a", "b"], 3);
    let patterns: Vec<(Pattern<'_>, Bits)> = patterns
        .iter()
        .map(|text| {
            let bits = bits(&topics, |topic| naive::matches(text, topic));
            (Pattern::new(text.as_str()).unwrap(), bits)
        })
        .collect();
    for text in templates(2) {
        let template = Template::new(&text).unwrap();
        let wanted = bits(&topics, |topic| template.matches(topic));
        for (index, (first, first_bits)) in patterns.iter().enumerate() {
            for (next, (second, second_bits)) in patterns.iter().enumerate().skip(index) {
                for (third, third_bits) in &patterns[next..] {
                    let union = or(&or(first_bits, second_bits), third_bits);
                    let all = [first.borrowed(), second.borrowed(), third.borrowed()];
                    let expected = is_within(&wanted, &union);
                    assert_eq!(template.is_covered_by(&all), expected, "{text} {all:?}");
                }
            }
        }
        assert!(!template.is_covered_by(&[]));
    }
}

proptest! {
    #[test]
    fn many_patterns_are_covered_without_overlaps_in_any_order(
        given in prop::collection::vec("[abc*]{1}(\\.[ab*]){0,3}(\\.>)?", 0..12),
        seed in any::<u64>(),
    ) {
        let patterns: Vec<Pattern<'_>> =
            given.iter().map(|text| Pattern::new(text.as_str()).unwrap()).collect();
        let found = disjoint_patterns(&patterns);
        for (index, pattern) in found.iter().enumerate() {
            for other in &found[index + 1..] {
                prop_assert!(!pattern.overlaps(other), "{pattern} {other}");
            }
        }
        for pattern in &patterns {
            let segments = pattern.as_str().split('.').enumerate();
            let segments = segments.map(|(index, segment)| match segment {
                "*" => format!("<p{index}>"),
                ">" => "<t..>".to_owned(),
                literal => literal.to_owned(),
            });
            let template = segments.collect::<Vec<_>>().join(".");
            prop_assert!(Template::new(&template).unwrap().is_covered_by(&found), "{template} {found:?}");
        }
        let mut shuffled = patterns.clone();
        if !shuffled.is_empty() {
            let by = usize::try_from(seed % 12).unwrap_or(0) % shuffled.len();
            shuffled.rotate_left(by);
            shuffled.reverse();
        }
        prop_assert_eq!(&disjoint_patterns(&shuffled), &found);
        prop_assert_eq!(&disjoint_patterns(&found), &found);
    }
}
