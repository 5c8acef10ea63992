//! Which patterns match, cover and overlap which, held against brute force.

use std::collections::BTreeSet;

use proptest::prelude::*;
use topics::{Pattern, PatternSegment};
use topics_tests::naive;

/// The set of the enumerated topics that something matches.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Bits(Vec<u64>);

impl Bits {
    fn of(topics: &[String], mut has: impl FnMut(&str) -> bool) -> Self {
        let word = |chunk: &[String], has: &mut dyn FnMut(&str) -> bool| {
            chunk.iter().enumerate().fold(0, |word, (index, topic)| {
                word | (u64::from(has(topic)) << index)
            })
        };
        Self(
            topics
                .chunks(64)
                .map(|chunk| word(chunk, &mut has))
                .collect(),
        )
    }

    fn and(&self, other: &Self) -> Self {
        Self(self.0.iter().zip(&other.0).map(|(a, b)| a & b).collect())
    }

    fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }
}

/// Every pattern of up to four segments over `a` and `b`, and the topics it matches.
///
/// The topics make the sets exact, although there are infinitely many more. A pattern can tell two
/// segments apart only if it names one of them, so all segments but `a` and `b` are alike, and `c`
/// stands for them. And no pattern here looks at more than four segments: those without a tail match
/// nothing longer, and those with one look at three at most and take whatever follows. So a topic of
/// more than five segments is matched by the same patterns as its first five. Four would not do:
/// there would be no topic that is longer than every pattern without a tail, and so `*.*.*.*` would
/// seem to cover `*.*.*.>`.
struct World {
    topics: Vec<String>,
    patterns: Vec<(Pattern<'static>, Bits)>,
}

impl World {
    fn new() -> Self {
        let topics = naive::topics(&["a", "b", "c"], 5);
        let patterns = naive::patterns(&["a", "b"], 4)
            .into_iter()
            .map(|text| {
                let bits = Bits::of(&topics, |topic| naive::matches(&text, topic));
                (Pattern::new(text).expect("a pattern"), bits)
            })
            .collect();
        Self { topics, patterns }
    }

    fn for_each_pair(&self, mut check: impl FnMut(&(Pattern<'_>, Bits), &(Pattern<'_>, Bits))) {
        for a in &self.patterns {
            for b in &self.patterns {
                check(a, b);
            }
        }
    }
}

#[test]
fn the_enumeration_is_complete_and_has_no_duplicates() {
    let world = World::new();
    let topics: BTreeSet<&str> = world.topics.iter().map(String::as_str).collect();
    let patterns: BTreeSet<&str> = world.patterns.iter().map(|(p, _)| p.as_str()).collect();
    assert_eq!(world.topics.len(), 3 + 9 + 27 + 81 + 243);
    assert_eq!(topics.len(), world.topics.len());
    // Without a tail, and with one after zero to three segments.
    assert_eq!(
        world.patterns.len(),
        (3 + 9 + 27 + 81) + (1 + 3 + 9 + 27),
        "{patterns:?}"
    );
    assert_eq!(patterns.len(), world.patterns.len());
}

#[test]
fn no_two_short_patterns_match_the_same_topics() {
    World::new().for_each_pair(|(a, a_bits), (b, b_bits)| {
        assert_eq!(a_bits == b_bits, a == b, "{a} {b}");
    });
}

#[test]
fn matches_agrees_with_brute_force() {
    let world = World::new();
    for (pattern, bits) in &world.patterns {
        let found = Bits::of(&world.topics, |topic| pattern.matches(topic));
        assert_eq!(found, *bits, "{pattern}");
    }
}

#[test]
fn covers_is_the_subset_relation() {
    World::new().for_each_pair(|(a, a_bits), (b, b_bits)| {
        assert_eq!(a.covers(b), b_bits.and(a_bits) == *b_bits, "{a} {b}");
    });
}

#[test]
fn overlaps_is_to_share_a_topic() {
    World::new().for_each_pair(|(a, a_bits), (b, b_bits)| {
        assert_eq!(a.overlaps(b), !a_bits.and(b_bits).is_empty(), "{a} {b}");
    });
}

#[test]
fn intersection_matches_what_both_match() {
    let world = World::new();
    world.for_each_pair(|(a, a_bits), (b, b_bits)| {
        let both = a_bits.and(b_bits);
        let Some(intersection) = a.intersection(b) else {
            assert!(both.is_empty(), "{a} {b}");
            return;
        };
        assert!(naive::is_pattern(intersection.as_str()), "{a} {b}");
        let bits = world
            .patterns
            .iter()
            .find(|(pattern, _)| *pattern == intersection);
        let (_, bits) = bits.expect("a pattern as short as those it comes from");
        assert_eq!(*bits, both, "{a} {b}: {intersection}");
        assert!(!both.is_empty(), "{a} {b}: {intersection}");
    });
}

#[test]
fn every_short_text_is_matched_by_the_patterns_that_the_naive_matcher_says() {
    let pieces = ["a", ".", "*", ">", " ", "\u{a0}"];
    let texts = naive::sequences(&pieces, 5);
    let texts: Vec<String> = texts.iter().map(|text| text.concat()).collect();
    for text in naive::patterns(&["a"], 3) {
        let pattern = Pattern::new(text.as_str()).expect("a pattern");
        for topic in &texts {
            let expected = naive::matches(&text, topic);
            assert_eq!(pattern.matches(topic), expected, "{pattern} {topic:?}");
        }
    }
}

/// Text is compared in pieces of eight, sixteen and 32 bytes, so the widths are those around them; and what is
/// spoilt may be any byte.
#[test]
fn matches_agrees_with_the_naive_matcher_at_every_width() {
    let widths = [1, 8, 9, 16, 25];
    let patterns = |segments: [&str; 3]| {
        let mut patterns: Vec<String> = (0..8_u8)
            .map(|wild| {
                let pieces = [0, 1, 2].map(|at| {
                    if wild >> at & 1 == 1 {
                        "*"
                    } else {
                        segments[at]
                    }
                });
                pieces.join(".")
            })
            .collect();
        let [a, b, _] = segments;
        patterns.extend([format!("{a}.{b}.>"), format!("{a}.>"), format!("*.{b}.>")]);
        patterns
    };
    for [a, b, c] in widths.iter().flat_map(|a| {
        let pairs = widths
            .iter()
            .flat_map(|b| widths.iter().map(move |c| (*b, *c)));
        pairs.map(|(b, c)| [*a, b, c])
    }) {
        let segments = ["a".repeat(a), "b".repeat(b), "c".repeat(c)];
        let topic = segments.join(".");
        for text in patterns(segments.each_ref().map(String::as_str)) {
            let pattern = Pattern::new(text.as_str()).expect("a pattern");
            assert!(pattern.matches(&topic), "{pattern} {topic}");
            for at in 0..topic.len() {
                for spoilt in ["x", ".", "*", "é", ""] {
                    let topic = [&topic[..at], spoilt, &topic[at + 1..]].concat();
                    let expected = naive::matches(&text, &topic);
                    assert_eq!(pattern.matches(&topic), expected, "{pattern} {topic}");
                }
            }
        }
    }
}

/// Patterns of up to 64 bytes, and topics of less, are matched by the dots of one word, longer ones are walked.
#[test]
fn matches_agrees_with_the_naive_matcher_around_64_bytes() {
    let of_length = |length: usize| {
        let rest = length - "aaaa.bb.c.dddd.".len();
        format!("aaaa.bb.c.dddd.{}", "e".repeat(rest))
    };
    let segments = ["aaaa", "bb", "c", "dddd"];
    for pattern_length in 61..=67 {
        for topic_length in 61..=67 {
            let topic = of_length(topic_length);
            for wild in 0..16_u8 {
                let end = of_length(pattern_length).split_off("aaaa.bb.c.dddd.".len());
                let pieces = (0..4).map(|at| {
                    if wild >> at & 1 == 1 {
                        "*"
                    } else {
                        segments[at]
                    }
                });
                let pieces: Vec<&str> = pieces.collect();
                for last in [end.as_str(), "*", ">"] {
                    let text = format!("{}.{last}", pieces.join("."));
                    check_with_spoilt(&text, &topic);
                    // Long enough for a walk though the wildcards are short.
                    check_with_spoilt(&format!("{end}.{text}"), &format!("{end}.{topic}"));
                }
            }
        }
    }
}

/// Compares with the naive matcher, on the topic and on others that are nearly the same.
fn check_with_spoilt(text: &str, topic: &str) {
    let pattern = Pattern::new(text).expect("a pattern");
    assert_eq!(
        pattern.matches(topic),
        naive::matches(text, topic),
        "{text} {topic}"
    );
    for at in (0..topic.len()).step_by(3).chain([topic.len() - 1]) {
        for spoilt in ["x", ".", "\u{e9}", ""] {
            let topic = [&topic[..at], spoilt, &topic[at + 1..]].concat();
            let expected = naive::matches(text, &topic);
            assert_eq!(pattern.matches(&topic), expected, "{text} {topic}");
        }
    }
}

#[test]
fn a_tail_takes_at_least_one_segment() {
    let tail = Pattern::from_static("a.>");
    assert!(!tail.matches("a"));
    assert!(!tail.matches("a."));
    assert!(tail.matches("a.b"));
    assert!(tail.matches("a.b.c"));
}

#[test]
fn a_star_takes_exactly_one_segment() {
    let star = Pattern::from_static("a.*.c");
    assert!(star.matches("a.b.c"));
    assert!(!star.matches("a.c"));
    assert!(!star.matches("a..c"));
    assert!(!star.matches("a.b.b.c"));
}

#[test]
fn a_pattern_does_not_match_itself_unless_it_is_literal() {
    for text in [">", "*", "a.*", "a.>", "*.>"] {
        let pattern = Pattern::from_static(text);
        assert!(!pattern.matches(text), "{text}");
        assert!(pattern.covers(&pattern), "{text}");
    }
    assert!(Pattern::from_static("a.b").matches("a.b"));
}

#[test]
fn the_empty_text_is_matched_by_nothing() {
    for text in naive::patterns(&["a"], 3) {
        assert!(!Pattern::new(text).expect("a pattern").matches(""));
    }
}

#[test]
fn a_segment_is_never_matched_by_its_beginning() {
    let pattern = Pattern::from_static("ab.c");
    for topic in ["a.c", "abc.c", "ab", "ab.", "ab.cd", "ab.c.d", "b.c", "é.c"] {
        assert!(!pattern.matches(topic), "{topic}");
    }
}

#[test]
fn segments_tell_literals_and_wildcards_apart() {
    let pattern = Pattern::from_static("a-b.*.>");
    let segments: Vec<PatternSegment<'_>> = pattern.segments().collect();
    let [
        PatternSegment::Literal(literal),
        PatternSegment::One,
        PatternSegment::Tail,
    ] = segments.as_slice()
    else {
        panic!("{segments:?}");
    };
    assert_eq!(*literal, "a-b");
}

#[test]
fn a_pattern_without_wildcards_is_literal() {
    for text in naive::patterns(&["a", "b"], 3) {
        let wild = text.contains('*') || text.contains('>');
        let pattern = Pattern::new(text).expect("a pattern");
        assert_eq!(pattern.is_literal(), !wild, "{pattern}");
    }
}

/// The algebra can be asked while compiling, so these fail the build instead of the run.
mod while_compiling {
    use topics::Pattern;

    static ONE: Pattern<'static> = Pattern::from_static("a.*");
    static TAIL: Pattern<'static> = Pattern::from_static("a.>");
    static OTHER: Pattern<'static> = Pattern::from_static("*.b");

    const _: () = assert!(ONE.matches("a.b"));
    const _: () = assert!(!ONE.matches("a.b.c"));
    const _: () = assert!(TAIL.matches("a.b.c"));
    const _: () = assert!(TAIL.covers(&ONE));
    const _: () = assert!(!ONE.covers(&TAIL));
    const _: () = assert!(OTHER.overlaps(&ONE));
}

/// Segments of all widths in UTF-8, few enough that two random texts have some in common.
fn segment() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "a",
        "b",
        "ab",
        "é",
        "日本",
        "😀",
        "$SYS",
        "<",
        "a-b",
        "mutation",
        "mutations",
        "sixteen-bytes-12",
        "0b5c6e0e-6f4d-4a3b-9c43-4f1de2a1f0aa",
    ])
}

fn topic() -> impl Strategy<Value = Vec<&'static str>> {
    prop::collection::vec(segment(), 1..12)
}

fn pattern() -> impl Strategy<Value = String> {
    topic().prop_flat_map(generalised)
}

/// A pattern that matches the topic: some segments have become `*`, and some at the end a `>`.
fn generalised(topic: Vec<&'static str>) -> impl Strategy<Value = String> {
    let wild = prop::collection::vec(any::<bool>(), topic.len());
    (wild, any::<bool>(), 0..topic.len()).prop_map(move |(wild, tail, kept)| {
        let mut pieces: Vec<&str> = topic
            .iter()
            .zip(wild)
            .map(|(segment, wild)| if wild { "*" } else { segment })
            .collect();
        if tail {
            pieces.truncate(kept);
            pieces.push(">");
        }
        pieces.join(".")
    })
}

/// Text near the rules: much of it is a topic or a pattern, or nearly one.
fn nearly_topic() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "a", "b", "é", "日本", ".", ".", ".", "*", ">", " ", "\n", "\u{85}", "\u{2028}",
        "\u{fffd}", "\0",
    ]);
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

/// Topics that decide whether a pattern is covered: a fresh segment for each wildcard, and tails of
/// every length up to one that no other pattern of `longest` segments can follow without a tail.
fn witnesses(pattern: &str, longest: usize) -> Vec<String> {
    let one = pattern.replace('*', "fresh");
    (1..=longest + 1)
        .map(|length| one.replace('>', &vec!["fresh"; length].join(".")))
        .collect()
}

fn checked(text: &str) -> Pattern<'_> {
    Pattern::new(text).expect("a pattern")
}

proptest! {
    #[test]
    fn matches_agrees_with_the_naive_matcher_on_long_topics(
        pattern in pattern(),
        topic in topic(),
    ) {
        let topic = topic.join(".");
        prop_assert_eq!(checked(&pattern).matches(&topic), naive::matches(&pattern, &topic));
    }

    #[test]
    fn matches_agrees_with_the_naive_matcher_on_text_that_is_nearly_a_topic(
        pattern in prop_oneof![Just(">".to_owned()), Just("*.>".to_owned()), Just("*".to_owned()), pattern()],
        text in nearly_topic(),
    ) {
        prop_assert_eq!(checked(&pattern).matches(&text), naive::matches(&pattern, &text));
    }

    #[test]
    fn matches_agrees_with_the_naive_matcher_on_any_text(
        pattern in pattern(),
        text in any::<String>(),
    ) {
        prop_assert_eq!(checked(&pattern).matches(&text), naive::matches(&pattern, &text));
        prop_assert_eq!(checked(">").matches(&text), naive::is_topic(&text));
    }

    #[test]
    fn a_topic_is_matched_by_its_generalisations(
        (topic, pattern) in topic().prop_flat_map(|topic| (Just(topic.join(".")), generalised(topic))),
    ) {
        prop_assert!(checked(&pattern).matches(&topic));
    }

    #[test]
    fn generalisations_of_one_topic_overlap_in_it(
        (topic, a, b) in topic().prop_flat_map(|topic| {
            (Just(topic.join(".")), generalised(topic.clone()), generalised(topic))
        }),
    ) {
        let (a, b) = (checked(&a), checked(&b));
        prop_assert!(a.overlaps(&b));
        let both = a.intersection(&b).expect("they share a topic");
        prop_assert!(naive::matches(both.as_str(), &topic));
        prop_assert!(a.covers(&both) && b.covers(&both));
    }

    #[test]
    fn a_long_pattern_covers_another_if_it_matches_all_its_witnesses(
        (a, b) in prop_oneof![
            (pattern(), pattern()),
            topic().prop_flat_map(|topic| (generalised(topic.clone()), generalised(topic))),
        ],
    ) {
        let longest = a.split('.').count();
        let expected = witnesses(&b, longest).iter().all(|topic| naive::matches(&a, topic));
        prop_assert_eq!(checked(&a).covers(&checked(&b)), expected);
    }

    #[test]
    fn the_intersection_of_long_patterns_matches_what_both_match(
        a in pattern(),
        b in pattern(),
        topic in topic(),
    ) {
        let topic = topic.join(".");
        let both = checked(&a).intersection(&checked(&b));
        prop_assert_eq!(both.is_some(), checked(&a).overlaps(&checked(&b)));
        prop_assert!(both.as_ref().is_none_or(|both| naive::is_pattern(both.as_str())));
        let found = both.is_some_and(|both| naive::matches(both.as_str(), &topic));
        prop_assert_eq!(found, naive::matches(&a, &topic) && naive::matches(&b, &topic));
    }
}
