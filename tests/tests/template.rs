//! Templates: what their canonical text says, what is no template, and which match, cover and
//! overlap which, held against brute force.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use topics::{
    Pattern, Placeholder, PlaceholderKind, Template, TemplateSegment, TextError, TextErrorKind,
    TextType,
};
use topics_tests::naive;

#[test]
fn segments_are_shown_as_in_the_template() {
    let text = "a.<x>.<y: b | c>.<z: u8>.<rest..>";
    let template = Template::new(text).expect("a template");
    let shown: Vec<_> = template
        .segments()
        .map(|segment| segment.to_string())
        .collect();
    assert_eq!(shown.join("."), text);
}

/// The one placeholder of a template.
fn placeholder(template: &str) -> Placeholder<'_> {
    let template = Template::new(template).expect("a template");
    let placeholders: Vec<_> = template.placeholders().collect();
    let [placeholder] = placeholders.as_slice() else {
        panic!("{placeholders:?}");
    };
    placeholder.clone()
}

fn type_of(template: &str) -> String {
    match placeholder(template).kind() {
        PlaceholderKind::Typed(of) => (*of).to_owned(),
        kind => panic!("{template} is {kind:?}"),
    }
}

fn values_of(template: &str) -> Vec<String> {
    match placeholder(template).kind() {
        PlaceholderKind::Closed(values) => values.clone().map(str::to_owned).collect(),
        kind => panic!("{template} is {kind:?}"),
    }
}

/// The text of a segment, put together from what was read.
fn render(segment: &TemplateSegment<'_>) -> String {
    let placeholder = match segment {
        TemplateSegment::Literal(text) => return (*text).to_owned(),
        TemplateSegment::Placeholder(placeholder) => placeholder,
    };
    let name = placeholder.name();
    match placeholder.kind() {
        PlaceholderKind::Plain => format!("<{name}>"),
        PlaceholderKind::Typed(of) => format!("<{name}: {of}>"),
        PlaceholderKind::Closed(values) => {
            let values: Vec<&str> = values.clone().collect();
            format!("<{name}: {}>", values.join(" | "))
        }
        PlaceholderKind::Tail => format!("<{name}..>"),
        kind => panic!("a new kind of placeholder: {kind:?}"),
    }
}

fn rendered(template: &Template<'_>) -> String {
    let segments: Vec<String> = template.segments().map(|it| render(&it)).collect();
    segments.join(".")
}

fn fault(text: &str) -> (TextErrorKind, usize) {
    let error = Template::new(text).expect_err(text);
    assert_eq!(error.text(), text);
    assert_eq!(error.text_type(), TextType::Template);
    (error.kind(), error.at())
}

#[test]
fn a_plain_placeholder_has_a_name_only() {
    let found = placeholder("system.<worker>.health");
    assert_eq!(found.name(), "worker");
    assert_eq!(*found.kind(), PlaceholderKind::Plain);
}

#[test]
fn a_tail_placeholder_ends_in_two_dots() {
    let found = placeholder("attacker.observation.<primitive..>");
    assert_eq!(found.name(), "primitive");
    assert_eq!(*found.kind(), PlaceholderKind::Tail);
}

#[test]
fn a_typed_placeholder_has_a_type() {
    assert_eq!(placeholder("a.<id: Uuid>.b").name(), "id");
    assert_eq!(type_of("a.<id: Uuid>.b"), "Uuid");
}

#[test]
fn the_brackets_of_a_type_are_its_own() {
    assert_eq!(type_of("<x: Vec<u8>>"), "Vec<u8>");
    assert_eq!(
        type_of("<x: Map<K, Vec<Vec<u8>>>>.b"),
        "Map<K, Vec<Vec<u8>>>"
    );
    assert_eq!(
        type_of("<x: <T as Trait<u8>>::Value>"),
        "<T as Trait<u8>>::Value"
    );
}

#[test]
fn the_arrow_of_a_type_closes_no_bracket() {
    assert_eq!(type_of("<x: fn() -> T>.b"), "fn() -> T");
    assert_eq!(
        type_of("<x: Box<dyn Fn(u8) -> Vec<u8>>>"),
        "Box<dyn Fn(u8) -> Vec<u8>>"
    );
}

#[test]
fn a_type_may_hold_what_no_segment_may() {
    assert_eq!(type_of("<x: *const u8>"), "*const u8");
    assert_eq!(type_of("<x: crate::Größe>.b"), "crate::Größe");
    assert_eq!(
        type_of("<x: (u8, [u8; 2], &'static str)>"),
        "(u8, [u8; 2], &'static str)"
    );
}

#[test]
fn a_closed_placeholder_has_its_values_in_order() {
    let text = "topology.<id>.mutation.<state: enqueued | applied | failed>";
    let template = Template::new(text).expect("a template");
    let state = template
        .placeholders()
        .nth(1)
        .expect("the second placeholder");
    assert_eq!(state.name(), "state");
    let PlaceholderKind::Closed(values) = state.kind() else {
        panic!("{state:?}");
    };
    assert!(values.clone().eq(["enqueued", "applied", "failed"]));
}

#[test]
fn a_value_may_hold_a_bar_that_no_spaces_surround() {
    assert_eq!(values_of("<x: a|b | c>"), ["a|b", "c"]);
    assert_eq!(values_of("<x: | | ||>.b"), ["|", "||"]);
}

#[test]
fn a_bar_without_spaces_makes_no_values() {
    assert_eq!(type_of("<x: a|b>"), "a|b");
}

#[test]
fn a_value_may_hold_any_character_of_a_segment() {
    assert_eq!(
        values_of("<x: <a | b: | c- | 日本>"),
        ["<a", "b:", "c-", "日本"]
    );
}

#[test]
fn a_literal_may_begin_with_an_angle_bracket() {
    for text in ["<", "<<", "<a", "<a:", "<a|b", "<:", "a<b", "<a<b", "<é:x"] {
        for template in [
            text.to_owned(),
            format!("{text}.b"),
            format!("<x>.{text}.<y..>"),
        ] {
            let template = Template::new(&template).expect("a template");
            let literals = template.segments().filter_map(|segment| match segment {
                TemplateSegment::Literal(text) => Some(text),
                TemplateSegment::Placeholder(_) => None,
            });
            assert!(literals.into_iter().any(|it| it == text), "{template}");
            assert_eq!(rendered(&template), template.as_str());
        }
    }
}

#[test]
fn segments_go_from_left_to_right() {
    let template = Template::from_static("a.<x>.é.<y: U>.<z: b | c>.<rest..>");
    let segments: Vec<String> = template.segments().map(|it| render(&it)).collect();
    assert_eq!(
        segments,
        ["a", "<x>", "é", "<y: U>", "<z: b | c>", "<rest..>"]
    );
    let names: Vec<&str> = template.placeholders().map(|it| it.name()).collect();
    assert_eq!(names, ["x", "y", "z", "rest"]);
}

#[test]
fn segments_end_and_stay_at_their_end() {
    let mut segments = Template::from_static("a.<rest..>").segments();
    assert_eq!(segments.by_ref().count(), 2);
    assert_eq!(segments.next(), None);
}

#[test]
fn the_pattern_has_a_wildcard_for_each_placeholder() {
    for (template, pattern) in [
        ("system.log", "system.log"),
        ("<x>", "*"),
        ("<x..>", ">"),
        ("a.<x: U>.<y: b | c>.d.<z..>", "a.*.*.d.>"),
        ("<a.<a>", "<a.*"),
    ] {
        let template = Template::new(template).expect("a template");
        assert_eq!(template.pattern(), pattern);
    }
}

#[test]
fn a_template_is_const_and_copied_freely() {
    const HEALTH: Template<'static> = Template::from_static("system.<worker>.health");
    const TEXT: &str = HEALTH.as_str();
    let copy = HEALTH;
    assert_eq!(copy, HEALTH);
    assert_eq!(TEXT, "system.<worker>.health");
    assert_eq!(Template::new(TEXT), Ok(HEALTH));
}

#[test]
fn a_template_is_printed_and_compared_as_its_text() {
    let template = Template::from_static("a.<x>");
    assert_eq!(template.to_string(), "a.<x>");
    assert_eq!(format!("{template:>7}|"), "  a.<x>|");
    assert_eq!(format!("{template:?}"), r#"Template("a.<x>")"#);
    assert_eq!(template.as_ref(), "a.<x>");
    assert!(template == "a.<x>" && template == *"a.<x>" && template != "a.<y>");
    assert_eq!(Template::try_from("a.<x>"), Ok(template));
    assert!(Template::try_from("a.<x").is_ok_and(|literal| literal != template));
    assert!(Template::try_from("a.<x>b").is_err());
    assert_eq!(
        serde_json::to_string(&template).expect("JSON"),
        r#""a.<x>""#
    );
}

#[test]
fn a_literal_is_held_to_the_rules_of_a_segment() {
    assert_eq!(fault(""), (TextErrorKind::Empty, 0));
    assert_eq!(fault("."), (TextErrorKind::EmptySegment, 0));
    assert_eq!(fault("a..b"), (TextErrorKind::EmptySegment, 2));
    assert_eq!(fault("a."), (TextErrorKind::EmptySegment, 2));
    assert_eq!(fault("<x>."), (TextErrorKind::EmptySegment, 4));
    assert_eq!(fault("<x>..b"), (TextErrorKind::EmptySegment, 4));
    assert_eq!(fault("a b"), (TextErrorKind::Whitespace, 1));
    assert_eq!(fault("é.\u{7f}"), (TextErrorKind::Control, 3));
    assert_eq!(
        fault("<x>.\u{fffd}"),
        (TextErrorKind::ReplacementCharacter, 4)
    );
}

#[test]
fn a_wildcard_is_no_template() {
    assert_eq!(fault("a.*"), (TextErrorKind::Wildcard, 2));
    assert_eq!(fault("a.>"), (TextErrorKind::Wildcard, 2));
    assert_eq!(fault("a>"), (TextErrorKind::Wildcard, 1));
}

#[test]
fn a_placeholder_without_a_name_is_a_bad_literal() {
    assert_eq!(fault("<>"), (TextErrorKind::Wildcard, 1));
    assert_eq!(fault("a.<: T>"), (TextErrorKind::Whitespace, 4));
    assert_eq!(fault("a.<..>"), (TextErrorKind::EmptySegment, 4));
}

#[test]
fn a_name_is_made_of_characters_that_a_segment_may_have() {
    assert_eq!(fault("<a b>"), (TextErrorKind::Whitespace, 2));
    assert_eq!(fault("< a>"), (TextErrorKind::Whitespace, 1));
    assert_eq!(fault("<a >"), (TextErrorKind::Whitespace, 2));
    assert_eq!(fault("<é\u{a0}b>"), (TextErrorKind::Whitespace, 3));
    assert_eq!(fault("<a\u{2028}..>"), (TextErrorKind::Whitespace, 2));
    assert_eq!(fault("<a\0: T>"), (TextErrorKind::Control, 2));
    assert_eq!(fault("<a\u{9b}>"), (TextErrorKind::Control, 2));
    assert_eq!(
        fault("<a\u{fffd}>"),
        (TextErrorKind::ReplacementCharacter, 2)
    );
    assert_eq!(fault("<a*>"), (TextErrorKind::Wildcard, 2));
    assert_eq!(fault("<a|b>"), (TextErrorKind::Wildcard, 4));
    assert_eq!(fault("<<a>>"), (TextErrorKind::Wildcard, 3));
    assert_eq!(fault("<a:b>"), (TextErrorKind::Wildcard, 4));
}

#[test]
fn a_placeholder_is_a_whole_segment() {
    assert_eq!(fault("<x>b"), (TextErrorKind::Placeholder, 3));
    assert_eq!(fault("a.<x><y>"), (TextErrorKind::Placeholder, 5));
    assert_eq!(fault("<x>>"), (TextErrorKind::Placeholder, 3));
    assert_eq!(fault("<x..>b"), (TextErrorKind::Placeholder, 5));
    assert_eq!(fault("<x: T>>"), (TextErrorKind::Placeholder, 6));
    assert_eq!(fault("<x: a | b>c"), (TextErrorKind::Placeholder, 10));
    assert_eq!(fault("a<x>"), (TextErrorKind::Wildcard, 3));
}

#[test]
fn a_type_is_there_and_ends() {
    assert_eq!(fault("a.<x: >"), (TextErrorKind::Placeholder, 2));
    assert_eq!(fault("a.<x: =>"), (TextErrorKind::Placeholder, 2));
    assert_eq!(fault("a.<x: "), (TextErrorKind::Placeholder, 2));
    assert_eq!(fault("a.<x: T"), (TextErrorKind::Placeholder, 2));
    assert_eq!(fault("a.<x: Vec<T>"), (TextErrorKind::Placeholder, 2));
    assert_eq!(fault("a.<x: fn() ->"), (TextErrorKind::Placeholder, 2));
    assert_eq!(fault("a.<x: a | b"), (TextErrorKind::Placeholder, 2));
}

#[test]
fn a_type_has_no_space_around_it_and_no_line_break_inside() {
    for text in [
        "<x:  T>",
        "<x: T >",
        "<x: Vec<\nT>>",
        "<x: a\u{85}b>",
        "<x: a\u{a0}b>",
        "<x: a\u{2028}b>",
        "<x: a\u{fffd}b>",
        "<x: a\0b>",
    ] {
        assert_eq!(fault(text), (TextErrorKind::Placeholder, 0), "{text:?}");
    }
}

#[test]
fn a_value_is_held_to_the_rules_of_a_segment() {
    assert_eq!(fault("<x: a | >"), (TextErrorKind::EmptySegment, 8));
    assert_eq!(fault("<x:  | b>"), (TextErrorKind::EmptySegment, 4));
    assert_eq!(fault("<x: a |  | b>"), (TextErrorKind::EmptySegment, 8));
    assert_eq!(fault("<x: a | b c>"), (TextErrorKind::Whitespace, 9));
    assert_eq!(fault("<x: a |  b>"), (TextErrorKind::Whitespace, 8));
    assert_eq!(fault("<x: é | b.c>"), (TextErrorKind::Dot, 10));
    assert_eq!(fault("<x: a | *>"), (TextErrorKind::Wildcard, 8));
    assert_eq!(fault("<x: a | b\u{9b}>"), (TextErrorKind::Control, 9));
    let error = Template::new("<x: a | >").expect_err("an empty value");
    let sentence = "`<x: a | >` is not a template: empty segment at byte 8";
    assert_eq!(error.to_string(), sentence);
}

#[test]
fn a_value_is_given_once() {
    assert_eq!(fault("<x: a | b | a>"), (TextErrorKind::Placeholder, 12));
    assert_eq!(values_of("<x: a | aa | A>"), ["a", "aa", "A"]);
}

#[test]
fn a_name_is_given_once() {
    let duplicate = TextErrorKind::DuplicatePlaceholder;
    assert_eq!(fault("<x>.<x>"), (duplicate, 5));
    assert_eq!(fault("<x: a | b>.c.<x..>"), (duplicate, 14));
    assert_eq!(fault("<é: T>.<y>.<é>"), (duplicate, 13));
    assert!(Template::new("<x>.<xx>.<X>.x").is_ok());
}

#[test]
fn a_tail_comes_last() {
    assert_eq!(fault("<x..>.b"), (TextErrorKind::TailNotLast, 0));
    assert_eq!(fault("a.<x..>.<y..>"), (TextErrorKind::TailNotLast, 2));
    assert_eq!(fault("a.<x..>."), (TextErrorKind::TailNotLast, 2));
}

#[test]
fn of_several_faults_the_first_is_told() {
    assert_eq!(fault("<x: a | a>b.."), (TextErrorKind::Placeholder, 8));
    assert_eq!(
        fault("<x>.<x: a | a>b"),
        (TextErrorKind::DuplicatePlaceholder, 5)
    );
    assert_eq!(fault("<x>b.<x>"), (TextErrorKind::Placeholder, 3));
}

#[test]
fn a_closed_placeholder_takes_its_values_only() {
    let template = Template::from_static("a.<x: b | c>.<rest..>");
    assert!(template.matches("a.b.d"));
    assert!(template.matches("a.c.d.e"));
    for topic in [
        "a.d.d",
        "a.b",
        "a.b.",
        "a.bc.d",
        "a.b | c.d",
        "a..d",
        "b.b.d",
    ] {
        assert!(!template.matches(topic), "{topic}");
    }
}

#[test]
fn a_text_that_is_no_topic_matches_no_template() {
    for topic in [
        "", ".", "a.", ".a", "a..b", "a.*", "a.>", "a b", "a.\n", "*", ">",
    ] {
        for template in ["<x>", "<x>.<y>", "a.<x>", "<x..>", "a.<x..>", "<x>.<y..>"] {
            let template = Template::from_static(template);
            assert!(!template.matches(topic), "{template} {topic:?}");
        }
    }
}

#[test]
fn matching_a_topic_does_not_compare_the_values_with_each_other() {
    let values: Vec<String> = (0..4000).map(|value| format!("value-{value}")).collect();
    let text = format!("a.<x: {}>.<y>.b", values.join(" | "));
    let template = Template::new(&text).expect("a template");
    let start = Instant::now();
    for _ in 0..100 {
        assert!(template.matches("a.value-3999.y.b"));
    }
    // Milliseconds where it is linear, a minute where it is not.
    assert!(start.elapsed() < Duration::from_secs(5));
}

/// One position of a template, before it is text: what the library is held against reads no template.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Position {
    Literal(&'static str),
    Plain,
    Typed,
    Closed(&'static [&'static str]),
    Tail,
}

use Position::{Closed, Literal, Plain, Tail, Typed};

impl Position {
    fn render(self, name: usize) -> String {
        match self {
            Literal(text) => text.to_owned(),
            Plain => format!("<x{name}>"),
            Typed => format!("<x{name}: T>"),
            Closed(values) => format!("<x{name}: {}>", values.join(" | ")),
            Tail => format!("<x{name}..>"),
        }
    }

    fn takes(self, segment: &str) -> bool {
        match self {
            Literal(text) => text == segment,
            Closed(values) => values.contains(&segment),
            Plain | Typed | Tail => true,
        }
    }
}

fn render_all(positions: &[Position]) -> String {
    let segments: Vec<String> = positions
        .iter()
        .enumerate()
        .map(|(name, position)| position.render(name))
        .collect();
    segments.join(".")
}

fn take(positions: &[Position], segments: &[&str]) -> bool {
    match (positions, segments) {
        ([], []) | ([Tail], [_, ..]) => true,
        ([position, positions @ ..], [segment, segments @ ..]) => {
            position.takes(segment) && take(positions, segments)
        }
        _ => false,
    }
}

/// Every template of up to three segments over a few positions, and the topics it matches.
///
/// As with patterns, the topics make the sets exact: `d` stands for all the segments that no template
/// names, and no template looks at more than three segments, so four are enough for a topic that is
/// longer than every template without a tail.
struct World {
    topics: Vec<String>,
    templates: Vec<(String, Vec<bool>)>,
}

impl World {
    fn new() -> Self {
        let topics = naive::topics(&["a", "b", "c", "d"], 4);
        let positions = [
            Literal("a"),
            Literal("b"),
            Plain,
            Closed(&["a", "b"]),
            Closed(&["b", "c"]),
            Typed,
            Tail,
        ];
        let templates = naive::sequences(&positions, 3)
            .into_iter()
            .filter(|positions| {
                let (_, before) = positions.split_last().expect("one or more");
                !before.contains(&Tail)
            })
            .map(|positions| {
                let matched = topics.iter().map(|topic| {
                    let segments: Vec<&str> = topic.split('.').collect();
                    take(&positions, &segments)
                });
                (render_all(&positions), matched.collect())
            })
            .collect();
        Self { topics, templates }
    }

    fn for_each_pair(&self, check: impl Fn(Template<'_>, &[bool], Template<'_>, &[bool])) {
        for (a, a_matched) in &self.templates {
            let a = Template::new(a).expect("a template");
            for (b, b_matched) in &self.templates {
                let b = Template::new(b).expect("a template");
                check(a, a_matched, b, b_matched);
            }
        }
    }
}

#[test]
fn the_enumeration_is_complete_and_has_no_duplicates() {
    let world = World::new();
    let templates: BTreeSet<&str> = world.templates.iter().map(|(it, _)| it.as_str()).collect();
    let without_tail = 6 + 6 * 6 + 6 * 6 * 6;
    let with_tail = 1 + 6 + 6 * 6;
    assert_eq!(templates.len(), without_tail + with_tail);
    assert_eq!(templates.len(), world.templates.len());
    assert_eq!(world.topics.len(), 4 + 16 + 64 + 256);
}

#[test]
fn matches_agrees_with_brute_force() {
    let world = World::new();
    for (text, matched) in &world.templates {
        let template = Template::new(text).expect("a template");
        for (topic, expected) in world.topics.iter().zip(matched) {
            assert_eq!(template.matches(topic), *expected, "{template} {topic}");
        }
    }
}

#[test]
fn covers_is_the_subset_relation() {
    World::new().for_each_pair(|a, a_matched, b, b_matched| {
        let expected = a_matched.iter().zip(b_matched).all(|(a, b)| *a || !*b);
        assert_eq!(a.covers(&b), expected, "{a} {b}");
    });
}

#[test]
fn overlaps_is_to_share_a_topic() {
    World::new().for_each_pair(|a, a_matched, b, b_matched| {
        let expected = a_matched.iter().zip(b_matched).any(|(a, b)| *a && *b);
        assert_eq!(a.overlaps(&b), expected, "{a} {b}");
    });
}

/// A pattern, too, tells segments apart only by naming them and looks at three at most, so the same
/// topics are enough.
#[test]
fn overlaps_pattern_is_to_share_a_topic() {
    let world = World::new();
    for text in naive::patterns(&["a", "b", "c"], 3) {
        let topics = world.topics.iter();
        let received: Vec<bool> = topics.map(|topic| naive::matches(&text, topic)).collect();
        let pattern = Pattern::new(text).expect("a pattern");
        for (template, matched) in &world.templates {
            let template = Template::new(template).expect("a template");
            let expected = matched.iter().zip(&received).any(|(a, b)| *a && *b);
            let found = template.overlaps_pattern(&pattern);
            assert_eq!(found, expected, "{template} {pattern}");
        }
    }
}

#[test]
fn a_template_answers_while_compiling() {
    const TEMPLATE: Template<'static> = Template::from_static("a.<x: b | c>.<rest..>");
    const MATCHES: bool = TEMPLATE.matches("a.c.d.e") && !TEMPLATE.matches("a.d.e");
    const ANY: &Pattern<'static> = &Pattern::from_static("*.c.>");
    const SHORT: &Pattern<'static> = &Pattern::from_static("a.*");
    const OVERLAPS: bool = TEMPLATE.overlaps_pattern(ANY) && !TEMPLATE.overlaps_pattern(SHORT);
    const COVERS: bool = TEMPLATE.covers(&TEMPLATE) && TEMPLATE.overlaps(&TEMPLATE);
    assert_eq!([MATCHES, OVERLAPS, COVERS], [true; 3]);
}

#[test]
fn the_pattern_matches_what_the_template_does_where_no_values_are_closed() {
    let world = World::new();
    for (text, matched) in &world.templates {
        let pattern = Template::new(text).expect("a template").pattern();
        assert!(naive::is_pattern(pattern.as_str()), "{text}");
        let closed = text.contains('|');
        for (topic, expected) in world.topics.iter().zip(matched) {
            let found = naive::matches(pattern.as_str(), topic);
            // A pattern cannot say which values are meant, so it matches all that the template does
            // and more.
            assert!(found == *expected || (closed && found), "{text} {topic}");
        }
    }
}

#[test]
fn every_short_template_renders_to_its_text() {
    for (text, _) in World::new().templates {
        let template = Template::new(&text).expect("a template");
        assert_eq!(rendered(&template), text);
    }
}

/// Text near the grammar: some of it is a template, much of it nearly one.
fn nearly_template() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "a", "b", "é", "<", "<x", "<y", "<x>", "<z..>", "<y: ", ">", "..>", ".", ".", ".", ": ",
        " | ", "a | b", "|", ":", "->", " ", "*", "\u{a0}", "\u{9b}", "Vec<", "T>", "\n",
    ]);
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

/// The text of one segment that is right: a literal or a placeholder of this name.
fn right_segment() -> impl Strategy<Value = (u8, String)> {
    let literal = "[<|:a-cé日-]{1,4}".prop_map(|text| (0, text));
    let plain = Just((1, String::new()));
    let typed = prop::sample::select(vec![
        "T",
        "Vec<u8>",
        "fn(A) -> Vec<B>",
        "<A as B<C>>::D",
        "*const u8",
    ])
    .prop_map(|text| (2, text.to_owned()));
    let closed = prop::collection::btree_set("[<|:a-cé日-]{1,3}", 2..5).prop_map(|values| {
        let values: Vec<String> = values.into_iter().collect();
        (2, values.join(" | "))
    });
    prop_oneof![literal, plain, typed, closed]
}

fn right_template() -> impl Strategy<Value = Vec<String>> {
    (prop::collection::vec(right_segment(), 1..8), any::<bool>()).prop_map(|(segments, tail)| {
        let mut texts: Vec<String> = segments
            .into_iter()
            .enumerate()
            .map(|(index, (kind, text))| match kind {
                0 => text,
                1 => format!("<x{index}>"),
                _ => format!("<x{index}: {text}>"),
            })
            .collect();
        if tail {
            texts.push("<rest..>".to_owned());
        }
        texts
    })
}

/// What holds of every text: it is refused at a character, or reads as what it is.
fn is_read_right(text: &str) -> Result<(), TestCaseError> {
    let error: TextError = match Template::new(text) {
        Ok(template) => {
            prop_assert_eq!(rendered(&template), text);
            prop_assert!(naive::is_pattern(template.pattern().as_str()));
            prop_assert!(template.covers(&template) && template.overlaps(&template));
            return Ok(());
        }
        Err(error) => error,
    };
    prop_assert!(text.is_char_boundary(error.at()), "{error}");
    Ok(())
}

proptest! {
    #[test]
    fn any_text_is_refused_or_renders_to_itself(text in any::<String>()) {
        is_read_right(&text)?;
    }

    #[test]
    fn text_near_the_grammar_is_refused_or_renders_to_itself(text in nearly_template()) {
        is_read_right(&text)?;
    }

    #[test]
    fn every_right_text_is_taken_and_read_segment_by_segment(segments in right_template()) {
        let text = segments.join(".");
        let template = Template::new(&text).expect("a template");
        let found: Vec<String> = template.segments().map(|it| render(&it)).collect();
        prop_assert_eq!(found, segments);
    }

    #[test]
    fn matching_any_text_agrees_with_the_rules(text in any::<String>()) {
        let all = Template::from_static("<x..>");
        prop_assert_eq!(all.matches(&text), naive::is_topic(&text));
        let one = Template::from_static("<x>");
        prop_assert_eq!(one.matches(&text), naive::is_segment(&text));
        let closed = Template::from_static("<x: a | b>.<y..>");
        let expected = naive::matches("a.>", &text) || naive::matches("b.>", &text);
        prop_assert_eq!(closed.matches(&text), expected);
    }

    #[test]
    fn a_literal_template_matches_its_text_only(
        segments in prop::collection::vec("[<|:a-cé日-]{1,4}", 1..6),
        other in any::<String>(),
    ) {
        let text = segments.join(".");
        let template = Template::new(&text).expect("a template");
        prop_assert!(template.matches(&text));
        prop_assert_eq!(template.matches(&other), text == other);
        prop_assert_eq!(template.placeholders().count(), 0);
    }
}
