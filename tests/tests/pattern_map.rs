//! `PatternMap`, held against a plain list of patterns.

use std::collections::BTreeMap;

use proptest::prelude::*;
use topics::{Pattern, PatternKey, PatternMap};
use topics_tests::naive;

fn pattern(text: &str) -> Pattern<'static> {
    Pattern::new(text.to_owned()).expect("a pattern")
}

fn values(map: &PatternMap<u32>, topic: &str) -> Vec<u32> {
    map.matches(topic).copied().collect()
}

#[test]
fn a_value_is_found_by_each_topic_that_its_pattern_matches() {
    let map = PatternMap::from_iter([(pattern("a.*.c"), 1)]);
    assert_eq!(values(&map, "a.b.c"), [1]);
    assert_eq!(values(&map, "a.b"), []);
    assert_eq!(values(&map, "a.b.c.d"), []);
}

#[test]
fn the_more_literal_pattern_comes_first() {
    let texts = [">", "*.>", "*.*", "*.b", "a.>", "a.*", "a.b"];
    let map: PatternMap<u32> = texts.iter().map(|text| pattern(text)).zip(0..).collect();
    assert_eq!(values(&map, "a.b"), [6, 5, 4, 3, 2, 1, 0]);
}

#[test]
fn values_of_one_pattern_come_in_the_order_of_their_insertion() {
    let mut map = PatternMap::new();
    let keys = [1, 2, 3, 4].map(|value| map.insert(pattern("a.*"), value));
    assert_eq!(map.remove(keys[0]), Some(1));
    assert_eq!(map.remove(keys[2]), Some(3));
    map.insert(pattern("a.*"), 5);
    assert_eq!(values(&map, "a.x"), [2, 4, 5]);
}

#[test]
fn a_removed_value_is_found_no_more() {
    let mut map = PatternMap::new();
    let key = map.insert(pattern("a.>"), 1);
    assert_eq!(map.remove(key), Some(1));
    assert_eq!(map.remove(key), None);
    assert_eq!(map.get(key), None);
    assert_eq!(map.pattern(key), None);
    assert_eq!(values(&map, "a.b"), []);
    assert!(map.is_empty());
}

#[test]
fn an_old_key_does_not_find_what_took_its_place() {
    let mut map = PatternMap::new();
    let old = map.insert(pattern("a"), 1);
    map.remove(old);
    let new = map.insert(pattern("a"), 2);
    assert_eq!((map.get(old), map.get(new)), (None, Some(&2)));
    assert_eq!(map.get_mut(old), None);
    assert_eq!(map.remove(old), None);
}

#[test]
fn an_old_key_does_not_find_what_was_inserted_after_the_map_was_empty() {
    let mut map = PatternMap::new();
    let old = map.insert(pattern("a"), 1);
    map.remove(old);
    assert!(map.is_empty());
    let new = map.insert(pattern("a"), 2);
    assert_ne!(old, new);
    assert_eq!((map.get(old), map.get(new)), (None, Some(&2)));
}

#[test]
fn a_value_can_be_changed_in_place() {
    let mut map = PatternMap::new();
    let key = map.insert(pattern("a"), 1);
    *map.get_mut(key).expect("a value") = 7;
    assert_eq!(values(&map, "a"), [7]);
}

#[test]
fn a_key_tells_the_pattern() {
    let mut map = PatternMap::new();
    for text in ["a", "*", ">", "a.b.>", "*.*.c", "$SYS.é.*"] {
        let key = map.insert(pattern(text), 0);
        assert_eq!(map.pattern(key), Some(pattern(text)));
    }
}

#[test]
fn iteration_gives_every_key_pattern_and_value() {
    let mut map = PatternMap::new();
    let kept = map.insert(pattern("a.*"), 1);
    let removed = map.insert(pattern("b"), 2);
    map.remove(removed);
    let all: Vec<_> = map.iter().collect();
    assert_eq!(all, [(kept, pattern("a.*"), &1)]);
}

#[test]
fn a_map_shows_its_patterns() {
    let map = PatternMap::from_iter([(pattern("a.*"), 1)]);
    assert_eq!(format!("{map:?}"), r#"{Pattern("a.*"): 1}"#);
    assert_eq!(format!("{:?}", map.matches("a.b")), "[1]");
}

#[test]
fn a_text_that_is_no_topic_is_matched_by_nothing() {
    let map = PatternMap::from_iter([(pattern(">"), 1), (pattern("*"), 2), (pattern("*.*"), 3)]);
    for text in ["", ".", "a.", ".a", "a..b", "*", ">", "a b", "a.\n"] {
        assert_eq!(values(&map, text), [], "{text:?}");
    }
}

#[test]
fn an_empty_map_matches_nothing() {
    assert_eq!(PatternMap::<u32>::default().matches("a").count(), 0);
}

#[test]
fn a_clone_does_not_see_later_changes() {
    let mut map = PatternMap::new();
    let key = map.insert(pattern("a"), 1);
    let copy = map.clone();
    map.remove(key);
    assert_eq!(values(&copy, "a"), [1]);
    assert_eq!(copy.get(key), Some(&1));
}

#[test]
fn a_topic_of_a_hundred_thousand_segments_overflows_no_stack() {
    let topic = vec!["a"; 100_000].join(".");
    let stars = vec!["*"; 100_000].join(".");
    let mut map = PatternMap::new();
    let keys = [topic.as_str(), &stars, ">"].map(|text| map.insert(pattern(text), 1));
    assert_eq!(map.matches(&topic).count(), 3);
    for key in keys {
        assert!(map.pattern(key).is_some());
        assert_eq!(map.remove(key), Some(1));
    }
    assert_eq!(map.matches(&topic).count(), 0);
}

#[test]
fn every_small_set_of_patterns_matches_as_a_list_does() {
    let patterns = naive::patterns(&["a", "b"], 2);
    let topics = naive::topics(&["a", "b", "c"], 3);
    for first in &patterns {
        for second in &patterns {
            let mut map = PatternMap::new();
            map.insert(pattern(first), 0);
            let second_key = map.insert(pattern(second), 1);
            for topic in &topics {
                let mut found = values(&map, topic);
                found.sort_unstable();
                let expected: Vec<u32> = (0..)
                    .zip([first, second])
                    .filter(|(_, text)| naive::matches(text, topic))
                    .map(|(value, _)| value)
                    .collect();
                assert_eq!(found, expected, "{first} {second} {topic}");
            }
            map.remove(second_key);
            for topic in &topics {
                let expected = if naive::matches(first, topic) {
                    vec![0]
                } else {
                    vec![]
                };
                assert_eq!(values(&map, topic), expected, "{first} {second} {topic}");
            }
        }
    }
}

/// The order that the documentation promises, by comparing pieces.
fn rank(text: &str) -> Vec<u8> {
    text.split('.')
        .map(|piece| match piece {
            ">" => 2,
            "*" => 1,
            _ => 0,
        })
        .collect()
}

#[derive(Clone, Debug)]
enum Action {
    Insert(String),
    Remove(usize),
    Match(String),
}

fn piece() -> impl Strategy<Value = String> {
    prop_oneof![4 => "[a-c]", 2 => Just("*".to_owned()), 1 => "[a-z]{1,20}"]
}

fn any_pattern() -> impl Strategy<Value = String> {
    (prop::collection::vec(piece(), 0..5), any::<bool>()).prop_map(|(mut pieces, has_tail)| {
        if has_tail || pieces.is_empty() {
            pieces.push(">".to_owned());
        }
        pieces.join(".")
    })
}

fn any_action() -> impl Strategy<Value = Action> {
    prop_oneof![
        3 => any_pattern().prop_map(Action::Insert),
        2 => any::<usize>().prop_map(Action::Remove),
        2 => prop::collection::vec("[a-c]", 1..5)
            .prop_map(|segments| Action::Match(segments.join("."))),
    ]
}

proptest! {
    #[test]
    fn any_run_of_actions_leaves_the_map_as_it_leaves_a_list(
        actions in prop::collection::vec(any_action(), 1..200),
    ) {
        let mut map = PatternMap::new();
        let mut list: BTreeMap<usize, (PatternKey, String)> = BTreeMap::new();
        for (value, action) in actions.into_iter().enumerate() {
            match action {
                Action::Insert(text) => {
                    let key = map.insert(pattern(&text), value);
                    list.insert(value, (key, text));
                }
                Action::Remove(which) if !list.is_empty() => {
                    let value = *list.keys().nth(which % list.len()).expect("a value");
                    let (key, _) = list.remove(&value).expect("a value");
                    prop_assert_eq!(map.remove(key), Some(value));
                }
                Action::Remove(_) => {}
                Action::Match(topic) => {
                    let found: Vec<usize> = map.matches(&topic).copied().collect();
                    let mut expected: Vec<usize> = list
                        .iter()
                        .filter(|(_, (_, text))| naive::matches(text, &topic))
                        .map(|(value, _)| *value)
                        .collect();
                    expected.sort_by_key(|value| (rank(&list[value].1), *value));
                    prop_assert_eq!(found, expected);
                }
            }
            prop_assert_eq!(map.len(), list.len());
        }
        for (value, (key, text)) in &list {
            prop_assert_eq!(map.get(*key), Some(value));
            prop_assert_eq!(map.pattern(*key), Some(pattern(text)));
        }
        prop_assert_eq!(map.iter().count(), list.len());
    }
}
