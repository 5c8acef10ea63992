//! Relations and conflicts, held against what they mean for every topic over a small alphabet.

use super::conflict::Conflict;
use super::*;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use alloc::{format, vec};

/// All templates of at most two segments over few literals, and some longer ones.
fn templates() -> Vec<String> {
    let segments = [
        "a",
        "3",
        "<x>",
        "<x: a | b>",
        "<x: b | 3>",
        "<x: u8>",
        "<x: i8>",
        "<x: bool>",
        "<m: Month>",
        "<l: Labelled>",
    ];
    let lasts = [
        "a",
        "b",
        "<y>",
        "<y: a | b>",
        "<y: 3 | b>",
        "<y: a | b was 3>",
        "<y: i8>",
        "<y: i16>",
        "<r: Region>",
        "<k: Labelled>",
        "<y..>",
    ];
    let mut templates: Vec<String> = lasts.iter().map(|last| (*last).into()).collect();
    for segment in segments {
        templates.extend(lasts.iter().map(|last| format!("{segment}.{last}")));
    }
    templates.extend(
        [
            "a.b.3",
            "<x>.<y>.<z>",
            "a.<y>.<z..>",
            "<x>.b.<z: a | 3>",
            "a.<y: b | 3>.3",
            "a.<y: u8>.<z: Unknown>",
        ]
        .map(String::from),
    );
    templates
}

/// What is told of the types.
const TYPES: shape::Types<'_> = &[
    ("r", Texts::from_static("b | 3")),
    ("m", Texts::from_static("<1..=12>")),
    ("l", Texts::from_static("b<any>")),
    ("k", Texts::from_static("b<any>")),
];

fn shape<'a>(template: &Template<'a>) -> Shape<'a> {
    Shape::with_types(*template, TYPES)
}

/// Every topic of at most four segments over the literals, and segments that no template names.
fn topics() -> Vec<String> {
    let mut topics: Vec<String> = Vec::new();
    let mut longest = vec![String::new()];
    for length in 0..4 {
        // The fourth is only there for tails.
        let all = ["z", "a", "b", "3", "7", "-7", "100", "200", "true", "bz"];
        let segments = if length == 3 { &all[..1] } else { &all[..] };
        longest = longest
            .iter()
            .flat_map(|start| segments.iter().map(move |end| format!("{start}.{end}")))
            .collect();
        topics.extend(longest.iter().map(|topic| topic[1..].into()));
    }
    topics
}

/// Whether a template matches a topic, in plain words.
fn matches(template: &Template<'_>, topic: &str) -> bool {
    fn is<T: core::str::FromStr + ToString>(text: &str) -> bool {
        text.parse::<T>()
            .is_ok_and(|value| value.to_string() == text)
    }
    let mut rest: Vec<&str> = topic.split('.').collect();
    for segment in template.segments() {
        if rest.is_empty() {
            return false;
        }
        let text = rest.remove(0);
        let takes = match segment {
            TemplateSegment::Literal(literal) => literal == text,
            TemplateSegment::Placeholder(placeholder) => match placeholder.kind() {
                PlaceholderKind::Tail => return true,
                PlaceholderKind::Closed(_) => is_listed(&placeholder.to_string(), text),
                PlaceholderKind::Typed("u8") => is::<u8>(text),
                PlaceholderKind::Typed("i8") => is::<i8>(text),
                PlaceholderKind::Typed("i16") => is::<i16>(text),
                PlaceholderKind::Typed("bool") => is::<bool>(text),
                PlaceholderKind::Typed("Region") => ["b", "3"].contains(&text),
                PlaceholderKind::Typed("Month") => {
                    is::<u8>(text) && (1..=12).contains(&text.parse().unwrap_or(0))
                }
                PlaceholderKind::Typed("Labelled") => text.len() > 1 && text.starts_with('b'),
                PlaceholderKind::Plain | PlaceholderKind::Typed(_) => true,
            },
        };
        if !takes {
            return false;
        }
    }
    rest.is_empty()
}

/// Whether a closed placeholder lists a text, before or behind a `was`.
fn is_listed(placeholder: &str, text: &str) -> bool {
    let words = placeholder.split([' ', '>']).skip(1);
    words
        .filter(|word| !["|", "was"].contains(word))
        .any(|word| word == text)
}

/// For each template, which topics it matches.
fn sets(templates: &[Template<'_>], topics: &[String]) -> Vec<Vec<bool>> {
    let set = |template| {
        topics
            .iter()
            .map(|topic| matches(template, topic))
            .collect()
    };
    templates.iter().map(set).collect()
}

fn parsed(texts: &[String]) -> Vec<Template<'_>> {
    texts
        .iter()
        .map(|text| Template::new(text).unwrap())
        .collect()
}

#[test]
#[cfg_attr(miri, ignore = "would take an hour")]
fn a_relation_is_that_of_the_sets_of_topics() {
    let (texts, topics) = (templates(), topics());
    let templates = parsed(&texts);
    let sets = sets(&templates, &topics);
    for (a, ours) in templates.iter().zip(&sets) {
        for (topic, expected) in topics.iter().zip(ours) {
            assert_eq!(shape(a).matches(topic), *expected, "{a} {topic}");
        }
        for (b, theirs) in templates.iter().zip(&sets) {
            let mut both = ours.iter().zip(theirs);
            let shares = both.clone().any(|(our, their)| *our && *their);
            let covers = both.clone().all(|(our, their)| *our || !*their);
            let is_covered = both.all(|(our, their)| !*our || *their);
            let expected = match (shares, covers, is_covered) {
                (false, ..) => Relation::Apart,
                (_, true, true) => Relation::Same,
                (_, true, false) => Relation::LessSpecific,
                (_, false, true) => Relation::MoreSpecific,
                _ => Relation::Crossing,
            };
            assert_eq!(Relation::of(shape(a), shape(b)), expected, "{a} {b}");
        }
    }
}

#[test]
#[cfg_attr(miri, ignore = "would take minutes")]
fn integers_are_those_that_the_types_have() {
    let numbers = numbers();
    macro_rules! holds {
        ($($Type:ident)*) => {$(
            let template = Template::from_static(concat!("<x: ", stringify!($Type), ">"));
            for other in [stringify!($Type), "u8", "i8", "u64", "i64", "u128", "i128"] {
                let other = format!("<x: {other}>");
                let other = Template::new(&other).unwrap();
                let covers = template.covers(&other);
                for text in &numbers {
                    let is = text.parse::<$Type>().is_ok_and(|value| value.to_string() == *text);
                    assert_eq!(template.matches(text), is, "{template} {text}");
                    assert!(!covers || !other.matches(text) || is, "{other} {text}");
                }
            }
        )*};
    }
    holds!(u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize);
}

/// Both sides of every limit, and what is nearly a number.
fn numbers() -> Vec<String> {
    let mut numbers = vec![
        "0".into(),
        "-0".into(),
        "+1".into(),
        "01".into(),
        "1x".into(),
        "-".into(),
    ];
    for bits in [7, 8, 15, 16, 31, 32, 63, 64, 127] {
        let limit = 1_u128 << bits;
        for number in [limit - 1, limit, limit + 1] {
            numbers.extend([format!("{number}"), format!("-{number}")]);
        }
    }
    numbers.extend([u128::MAX.to_string(), format!("{}0", u128::MAX)]);
    numbers
}

/// What a type tells of itself counts for its placeholder, wherever that is.
#[test]
fn the_texts_of_a_type_count_where_they_are_told() {
    const REGIONS: shape::Types<'_> = &[
        ("id", Texts::UNKNOWN),
        ("region", Texts::from_static("eu | us")),
    ];
    let template = Template::from_static("<id: Id>.<region: Region>");
    let known = Shape::with_types(template, REGIONS);
    for (other, expected) in [
        ("a.eu", Relation::LessSpecific),
        ("a.asia", Relation::Apart),
        ("<x>.<y>", Relation::MoreSpecific),
        ("<x>.<y: us | eu>", Relation::Same),
        ("<x>.<y: us | asia>", Relation::Crossing),
    ] {
        let other = Shape::of(Template::from_static(other));
        assert_eq!(Relation::of(known, other), expected);
    }
}

/// A small generator, so that a failure can be repeated.
struct Random(usize);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (self.0 >> 33) % bound
    }
}

#[test]
#[cfg_attr(miri, ignore = "would take an hour")]
fn a_topic_is_neithers_if_and_only_if_no_winner_matches_it() {
    let (texts, topics) = (templates(), topics());
    let all = parsed(&texts);
    let sets = sets(&all, &topics);
    let mut random = Random(1);
    let (mut settled, mut unsettled) = (0, 0);
    for (a, ours) in all.iter().enumerate().zip(&sets) {
        for (b, theirs) in all.iter().enumerate().zip(&sets) {
            let pair = [shape(a.1), shape(b.1)];
            if Relation::of(pair[0], pair[1]) != Relation::Crossing {
                continue;
            }
            // What may win over both is drawn from what lies below both, and what crosses one.
            let may_win: Vec<usize> = (0..all.len())
                .filter(|c| {
                    let c = shape(&all[*c]);
                    pair.iter()
                        .all(|one| Relation::of(c, *one).first_wins(1, 0) == Some(true))
                })
                .collect();
            for round in 0..8 {
                let drawn: Vec<usize> = (0..round % 4)
                    .filter_map(|_| may_win.get(random.below(may_win.len() + 1)).copied())
                    .filter(|c| !all[*c].as_str().contains("Unknown"))
                    .collect();
                let winners: Vec<Shape<'_>> = drawn.iter().map(|c| shape(&all[*c])).collect();
                let is_left = |topic: &usize| {
                    ours[*topic] && theirs[*topic] && !drawn.iter().any(|c| sets[*c][*topic])
                };
                let winners = &winners;
                let found = Conflict { pair, winners }.topic();
                let expected = (0..topics.len()).find(is_left);
                assert_eq!(
                    found.is_some(),
                    expected.is_some(),
                    "{a:?} {b:?} {winners:?}"
                );
                match found {
                    Some(topic) => {
                        unsettled += 1;
                        assert!(
                            matches(a.1, &topic) && matches(b.1, &topic),
                            "{a:?} {b:?} {topic}"
                        );
                        assert!(
                            !drawn.iter().any(|c| matches(&all[*c], &topic)),
                            "{winners:?} {topic}"
                        );
                    }
                    None => settled += 1,
                }
            }
        }
    }
    assert!(settled > 100 && unsettled > 100, "{settled} {unsettled}");
}

/// What a type of which nothing is known refuses is left to the two that fight over it.
#[test]
fn an_unknown_type_wins_only_what_one_of_the_two_takes_by_it() {
    let shape = |text| Shape::of(Template::from_static(text));
    for (pair, winner, is_won) in [
        (["<x>.c.<z>", "b.<y>.<z>"], "b.c.<z: T>", false),
        (["<x>.c.<z: T>", "b.<y>.<z>"], "b.c.<z: T>", true),
        (["<x>.c.<z: T>", "b.<y>.<z: U>"], "b.c.<z: U>", true),
        (["<x>.c.<z: T>", "b.<y>.<z>"], "b.c.<z: U>", false),
        (["<x>.c.<z>", "b.<y>.<z>"], "b.c.<z>", true),
    ] {
        let conflict = Conflict {
            pair: pair.map(shape),
            winners: &[shape(winner)],
        };
        assert_eq!(conflict.topic().is_none(), is_won, "{pair:?} {winner}");
    }
}

/// All ranges of small integers, against all integers.
#[test]
#[cfg_attr(miri, ignore = "would take minutes")]
fn what_the_ranges_of_winners_leave_out_is_neithers() {
    let ranges = (-2..=3i8).flat_map(|least| (least..=3).map(move |greatest| least..=greatest));
    let ranges: Vec<_> = ranges.collect();
    let texts = ranges
        .iter()
        .map(|of| format!("n<{}..={}>", of.start(), of.end()));
    let texts: Vec<String> = texts.collect();
    let types: Vec<_> = texts
        .iter()
        .map(|text| [("n", Texts::from_checked(text))])
        .collect();
    let shape =
        |template, of: usize| Shape::with_types(Template::from_static(template), &types[of]);
    let whole = ranges.iter().position(|range| *range == (-2..=3)).unwrap();
    let pair = ["<x>.c.<n: N>", "b.<y>.<n: N>"].map(|of| shape(of, whole));
    let mut left_out = 0;
    for at in 0..ranges.len().pow(3) {
        let drawn = [1, ranges.len(), ranges.len().pow(2)].map(|step| at / step % ranges.len());
        let winners = &drawn.map(|of| shape("b.c.<n: N>", of));
        let is_won = |n: &i8| drawn.iter().any(|of| ranges[*of].contains(n));
        let found = Conflict { pair, winners }.topic();
        let expected = (-2..=3).any(|n| !is_won(&n));
        assert_eq!(found.is_some(), expected, "{winners:?}");
        if let Some(topic) = found {
            left_out += 1;
            let n = topic.strip_prefix("b.c.n").and_then(|n| n.parse().ok());
            assert!(n.is_some_and(|n| !is_won(&n)), "{topic} {winners:?}");
        }
    }
    assert!(left_out > 1000, "{left_out}");
}

/// Were it not bounded, this would take more time than there is.
#[test]
#[cfg_attr(miri, ignore = "would take minutes")]
fn winners_that_overlap_in_many_ways_are_looked_at_for_a_while_only() {
    let values = "<p: a | b | c | d>";
    let numbered = |count: usize, index: usize| -> String {
        let segments = (0..count).map(|at| match (at == index, at == index + 1) {
            (true, _) => format!("<q{at}: a | b | c>"),
            (_, true) => format!("<q{at}: b | c | d>"),
            _ => values.replace('p', &format!("p{at}")),
        });
        segments.collect::<Vec<_>>().join(".")
    };
    let all = numbered(24, 99);
    let winners: Vec<String> = (0..23)
        .map(|index| format!("a.b.{}", numbered(24, index)))
        .collect();
    let (a, b) = (format!("a.<x>.{all}"), format!("<x>.b.{all}"));
    let winners = parsed(&winners);
    let winners: Vec<Shape<'_>> = winners.into_iter().map(Shape::of).collect();
    let pair = [&a, &b].map(|text| Shape::of(Template::new(text).unwrap()));
    let winners = &winners;
    assert!(Conflict { pair, winners }.topic().is_some());
    // These two have all topics between them, but only the last segment tells of each which of them has it.
    let ends = ["a | b", "c | d"].map(|end| format!("a.b.{all}.<q: {end}>"));
    let last = ".<q: a | b | c | d>";
    let pair = [a + last, b + last];
    let [pair, winners] = [&pair, &ends].map(|texts| parsed(texts));
    let winners: Vec<Shape<'_>> = winners.into_iter().map(Shape::of).collect();
    let (pair, winners) = ([0, 1].map(|at| shape(&pair[at])), &winners);
    assert!(Conflict { pair, winners }.topic().is_some());
}

/// A winner is compared segment by segment, not topic by topic: there are ten million topics that the two share.
#[test]
fn a_winner_of_all_that_two_templates_share_settles_them_at_once() {
    let digits = "0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9";
    let seven = |of: &str| {
        let each = (0..7).map(|at| [".<p", &at.to_string(), of, ">"].concat());
        each.collect::<String>()
    };
    let (closed, plain) = (seven(&format!(": {digits}")), seven(""));
    for theirs in [&closed, &plain, ".<p..>"] {
        for winner in [&closed, &plain, ".<p..>"] {
            let texts = [
                format!("<x>.b{closed}"),
                format!("a.<y>{theirs}"),
                format!("a.b{winner}"),
            ];
            let all = parsed(&texts);
            let [a, b, winner] = [0, 1, 2].map(|at| shape(&all[at]));
            for pair in [[a, b], [b, a]] {
                let winners = &[winner];
                assert_eq!(Conflict { pair, winners }.topic(), None, "{texts:?}");
            }
        }
    }
}

/// A constant may call only so many functions in each other.
#[test]
fn constants_look_at_as_many_segments_as_programs() {
    macro_rules! are_covered {
        ($start:expr) => {{
            const BOTH: Template<'static> = Template::from_static(concat!($start, "<x: b | c>"));
            const PATTERNS: [Shape<'static>; 2] = [
                Shape::of_pattern(concat!($start, "b")),
                Shape::of_pattern(concat!($start, "c")),
            ];
            const ARE_COVERED: bool = Shape::of(BOTH).is_covered_by(&PATTERNS);
            assert_eq!(Shape::of(BOTH).is_covered_by(&PATTERNS), ARE_COVERED);
            ARE_COVERED
        }};
    }
    assert!(are_covered!(
        "a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a."
    ));
    // Beyond, nothing is looked at.
    assert!(!are_covered!(
        "a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a."
    ));
}
