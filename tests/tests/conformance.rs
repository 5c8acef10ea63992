//! The shared conformance tables, row by row.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use topics::{Pattern, Segment, Tail, TopicName};
use topics_tests::naive;

const MATCHES: &str = include_str!("../data/conformance/matches.jsonl");
const ALGEBRA: &str = include_str!("../data/conformance/algebra.jsonl");
const TEXT: &str = include_str!("../data/conformance/text.jsonl");

#[derive(Debug, Deserialize)]
struct MatchRow {
    pattern: String,
    topic: String,
    #[serde(rename = "match")]
    matches: bool,
}

#[derive(Debug, Deserialize)]
struct AlgebraRow {
    a: String,
    b: String,
    covers: bool,
    overlaps: bool,
}

#[derive(Debug, Deserialize)]
struct TextRow {
    text: String,
    segment: bool,
    topic: bool,
    pattern: bool,
}

/// The number is stated so that a table that lost rows does not pass.
fn rows<T: DeserializeOwned>(table: &str, number: usize) -> Vec<T> {
    let rows: Vec<T> = table
        .lines()
        .map(|line| serde_json::from_str(line).expect("a row of the table"))
        .collect();
    assert_eq!(rows.len(), number);
    rows
}

#[test]
fn patterns_match_what_a_server_delivers() {
    for row in rows::<MatchRow>(MATCHES, 150) {
        let pattern = Pattern::new(&row.pattern).expect("a pattern");
        assert_eq!(pattern.matches(&row.topic), row.matches, "{row:?}");
    }
}

#[test]
fn the_naive_matcher_matches_what_a_server_delivers() {
    for row in rows::<MatchRow>(MATCHES, 150) {
        let matches = naive::matches(&row.pattern, &row.topic);
        assert_eq!(matches, row.matches, "{row:?}");
    }
}

#[test]
fn patterns_cover_and_overlap_as_the_table_says() {
    for row in rows::<AlgebraRow>(ALGEBRA, 200) {
        let a = Pattern::new(&row.a).expect("a pattern");
        let b = Pattern::new(&row.b).expect("a pattern");
        assert_eq!(a.covers(&b), row.covers, "{row:?}");
        assert_eq!(a.overlaps(&b), row.overlaps, "{row:?}");
        assert_eq!(b.overlaps(&a), row.overlaps, "{row:?}");
        assert_eq!(a.intersection(&b).is_some(), row.overlaps, "{row:?}");
    }
}

#[test]
fn texts_are_what_the_table_says() {
    for row in rows::<TextRow>(TEXT, 160) {
        let text = row.text.as_str();
        assert_eq!(Segment::new(text).is_ok(), row.segment, "{row:?}");
        assert_eq!(TopicName::new(text).is_ok(), row.topic, "{row:?}");
        assert_eq!(Tail::new(text).is_ok(), row.topic, "{row:?}");
        assert_eq!(Pattern::new(text).is_ok(), row.pattern, "{row:?}");
    }
}

#[test]
fn the_naive_rules_say_what_the_table_says() {
    for row in rows::<TextRow>(TEXT, 160) {
        let text = row.text.as_str();
        assert_eq!(naive::is_segment(text), row.segment, "{row:?}");
        assert_eq!(naive::is_topic(text), row.topic, "{row:?}");
        assert_eq!(naive::is_pattern(text), row.pattern, "{row:?}");
    }
}
