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
    assert_eq!(values(&map, "a.b"), [] as [u32; 0]);
    assert_eq!(values(&map, "a.b.c.d"), [] as [u32; 0]);
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
    assert_eq!(values(&map, "a.b"), [] as [u32; 0]);
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
fn values_are_changed_while_they_are_iterated_over() {
    let mut map = PatternMap::with_capacity(2);
    let first = map.insert(pattern("a.*"), 1);
    let second = map.insert(pattern("b.>"), 2);
    let gone: Vec<_> = (0..100)
        .map(|n| map.insert(pattern(&format!("gone.{n}")), n))
        .collect();
    for key in gone {
        map.remove(key);
    }
    for (key, pattern, value) in map.iter_mut() {
        assert_eq!(pattern, if key == first { "a.*" } else { "b.>" });
        *value *= 10;
    }
    let expected = [(first, pattern("a.*"), &10), (second, pattern("b.>"), &20)];
    assert!(map.iter().eq(expected));
}

#[test]
fn matches_tell_keys_and_patterns() {
    let mut map = PatternMap::new();
    let tail = map.insert(pattern("a.>"), 1);
    let star = map.insert(pattern("*.b"), 2);
    map.insert(pattern("c"), 3);
    let entries: Vec<_> = map.matches("a.b").entries().collect();
    assert_eq!(
        entries,
        [(tail, pattern("a.>"), &1), (star, pattern("*.b"), &2)]
    );
}

#[test]
fn what_is_kept_may_be_changed() {
    let mut map: PatternMap<u32> = (0..100).map(|n| (pattern(&format!("a.{n}")), n)).collect();
    map.retain(|_, pattern, value| {
        assert_eq!(pattern, format!("a.{value}"));
        *value += 1000;
        *value % 3 == 0
    });
    assert_eq!(map.len(), 33);
    assert_eq!(values(&map, "a.2"), [1002]);
    assert_eq!(values(&map, "a.3"), [] as [u32; 0]);
    map.retain(|_, _, _| false);
    assert!(map.is_empty());
    assert_eq!(values(&map, "a.2"), [] as [u32; 0]);
}

#[test]
fn a_cleared_map_takes_new_values_and_knows_no_old_key() {
    let mut map = PatternMap::from_iter([(pattern("a"), 1), (pattern("b"), 2)]);
    let old = map.insert(pattern("c"), 3);
    map.clear();
    assert_eq!((map.len(), map.iter().count()), (0, 0));
    let new = map.insert(pattern("c"), 4);
    assert_ne!(old, new);
    assert_eq!((map.remove(old), values(&map, "c")), (None, vec![4]));
}

#[test]
fn many_values_of_one_pattern_keep_their_order() {
    let mut map = PatternMap::new();
    let keys: Vec<_> = (0..10_000).map(|n| map.insert(pattern("a.*"), n)).collect();
    for key in keys.iter().step_by(2) {
        assert!(map.remove(*key).is_some());
    }
    let odd: Vec<u32> = (1..10_000).step_by(2).collect();
    assert_eq!(values(&map, "a.b"), odd);
}

#[test]
fn texts_survive_that_others_come_and_go() {
    let mut map = PatternMap::new();
    let kept: Vec<_> = (0..20)
        .map(|n| (n, map.insert(pattern(&format!("kept.{}.>", n % 10)), n)))
        .collect();
    for round in 0..50 {
        let keys: Vec<_> = (0..100)
            .map(|n| map.insert(pattern(&format!("round.{round}.*.of.some.{n}")), n))
            .collect();
        for key in keys {
            assert!(map.remove(key).is_some());
        }
        if round == 25 {
            map.shrink_to_fit();
        }
        for (n, key) in &kept {
            assert_eq!(
                map.pattern(*key),
                Some(pattern(&format!("kept.{}.>", n % 10)))
            );
        }
    }
    for n in 0..10 {
        assert_eq!(values(&map, &format!("kept.{n}.x")), [n, n + 10]);
    }
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
        assert_eq!(values(&map, text), [] as [u32; 0], "{text:?}");
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

/// A value for each of the patterns, and what a list of them says about a topic, in the promised order.
fn expected(list: &[(u32, &str)], topic: &str) -> Vec<u32> {
    let mut found: Vec<_> = list
        .iter()
        .filter(|(_, text)| naive::matches(text, topic))
        .map(|(value, text)| (rank(text), *value))
        .collect();
    found.sort();
    found.into_iter().map(|(_, value)| value).collect()
}

/// All patterns of up to six segments at once have many more shapes than a topic is looked up by.
#[test]
fn patterns_of_all_shapes_match_as_a_list_does() {
    let patterns = naive::patterns(&["a", "b"], 6);
    let topics = naive::topics(&["a", "b"], 7);
    let list: Vec<(u32, &str)> = (0..).zip(patterns.iter().map(String::as_str)).collect();
    let mut map = PatternMap::new();
    let mut keys = Vec::new();
    for (value, text) in &list {
        keys.push(map.insert(pattern(text), *value));
    }
    for topic in &topics {
        assert_eq!(values(&map, topic), expected(&list, topic), "{topic}");
    }
    // What is left has few shapes again, some of them of patterns that came when there were many.
    let (mut left, gone): (Vec<_>, Vec<_>) =
        list.iter().partition(|(_, text)| text.starts_with("a.*.*"));
    for (value, _) in gone {
        assert_eq!(map.remove(keys[value as usize]), Some(value));
    }
    for text in ["a.*.*.*.x.b", "a.*.*.a.b.b", "*.a.a.a.a.a", "a.a.>"] {
        let value = 10_000 + u32::try_from(left.len()).expect("a small number");
        left.push((value, text));
        map.insert(pattern(text), value);
    }
    for topic in &topics {
        assert_eq!(values(&map, topic), expected(&left, topic), "{topic}");
    }
    map.retain(|_, _, value| *value >= 10_000);
    let left: Vec<_> = left
        .into_iter()
        .filter(|(value, _)| *value >= 10_000)
        .collect();
    for topic in &topics {
        assert_eq!(values(&map, topic), expected(&left, topic), "{topic}");
    }
}

/// A pattern that comes when topics of some length are looked up by as many shapes as they can be is found
/// another way, whatever it is, whatever else is found so, and also when there are few again.
#[test]
fn patterns_that_come_when_shapes_are_many_match_as_a_list_does() {
    #[track_caller]
    fn matches_as_a_list_does(map: &PatternMap<u32>, list: &[(u32, &str)], topics: &[String]) {
        for topic in topics {
            assert_eq!(
                values(map, topic),
                expected(list, topic),
                "{list:?} {topic}"
            );
        }
    }

    let many = naive::patterns(&["a"], 5);
    let many = many.iter().map(String::as_str);
    let many: Vec<(u32, &str)> = (2..)
        .zip(many.filter(|text| text.split('.').count() == 5 && !text.ends_with('>')))
        .collect();
    assert_eq!(many.len(), 32);
    let full: PatternMap<u32> = many
        .iter()
        .map(|(value, text)| (pattern(text), *value))
        .collect();
    let patterns = naive::patterns(&["a"], 3);
    let topics = [naive::topics(&["a", "b"], 4), naive::topics(&["a"], 6)].concat();
    for first in &patterns {
        for second in &patterns {
            let mut map = full.clone();
            let mut list = many.clone();
            map.insert(pattern(first), 0);
            list.push((0, first));
            matches_as_a_list_does(&map, &list, &topics);
            let key = map.insert(pattern(second), 1);
            list.push((1, second));
            matches_as_a_list_does(&map, &list, &topics);
            map.retain(|_, _, value| *value < 2);
            list.retain(|(value, _)| *value < 2);
            map.shrink_to_fit();
            matches_as_a_list_does(&map, &list, &topics);
            map.remove(key);
            list.pop();
            matches_as_a_list_does(&map, &list, &topics);
        }
    }
}

/// A topic is looked up by its first sixteen segments.
#[test]
fn long_patterns_match_as_a_list_does() {
    let mut patterns = Vec::new();
    for len in 13..20 {
        for star in 0..=len {
            let mut pieces = vec!["a"; len];
            if let Some(piece) = pieces.get_mut(star) {
                *piece = "*";
            }
            patterns.push(pieces.join("."));
            patterns.push(format!("{}.>", pieces.join(".")));
        }
    }
    patterns.sort();
    patterns.dedup();
    let list: Vec<(u32, &str)> = (0..).zip(patterns.iter().map(String::as_str)).collect();
    let map: PatternMap<u32> = list
        .iter()
        .map(|(value, text)| (pattern(text), *value))
        .collect();
    for len in 12..22 {
        for other in 0..=len {
            let mut segments = vec!["a"; len];
            if let Some(segment) = segments.get_mut(other) {
                *segment = "b";
            }
            let topic = segments.join(".");
            assert_eq!(values(&map, &topic), expected(&list, &topic), "{topic}");
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
    Shrink,
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

fn any_topic() -> impl Strategy<Value = String> {
    prop::collection::vec("[a-c]", 1..5).prop_map(|segments| segments.join("."))
}

/// A pattern of seven pieces, so that there are many shapes for one number of segments; or a shorter one, which
/// may match the same topics.
fn pattern_of_seven() -> impl Strategy<Value = String> {
    let piece = prop_oneof![3 => Just("a"), 1 => Just("b"), 3 => Just("*")];
    let seven = (prop::collection::vec(piece, 7), any::<bool>());
    let seven = seven.prop_map(|(mut pieces, has_tail)| {
        if has_tail {
            pieces[6] = ">";
        }
        pieces.join(".")
    });
    prop_oneof![7 => seven, 1 => any_pattern()]
}

fn topic_of_seven() -> impl Strategy<Value = String> {
    prop::collection::vec(prop_oneof![3 => Just("a"), 1 => Just("b")], 7..9)
        .prop_map(|segments| segments.join("."))
}

fn any_action(
    pattern: impl Strategy<Value = String>,
    topic: impl Strategy<Value = String>,
) -> impl Strategy<Value = Action> {
    prop_oneof![
        30 => pattern.prop_map(Action::Insert),
        20 => any::<usize>().prop_map(Action::Remove),
        20 => topic.prop_map(Action::Match),
        1 => Just(Action::Shrink),
    ]
}

/// Does to a map what it does to a list, and compares.
fn run(actions: Vec<Action>) -> Result<(), TestCaseError> {
    let mut map = PatternMap::new();
    let mut list: BTreeMap<u32, (PatternKey, String)> = BTreeMap::new();
    for (value, action) in (0..).zip(actions) {
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
                let texts: Vec<_> = list
                    .iter()
                    .map(|(value, (_, text))| (*value, text.as_str()))
                    .collect();
                prop_assert_eq!(values(&map, &topic), expected(&texts, &topic));
                for (key, pattern, value) in map.matches(&topic).entries() {
                    prop_assert_eq!(&list[value], &(key, pattern.to_string()));
                }
            }
            Action::Shrink => map.shrink_to_fit(),
        }
        prop_assert_eq!(map.len(), list.len());
    }
    for (value, (key, text)) in &list {
        prop_assert_eq!(map.get(*key), Some(value));
        prop_assert_eq!(map.pattern(*key), Some(pattern(text)));
    }
    let mut all: Vec<_> = map
        .iter()
        .map(|(key, pattern, value)| (*value, (key, pattern.to_string())))
        .collect();
    all.sort_by_key(|(value, _)| *value);
    prop_assert_eq!(all, Vec::from_iter(list));
    Ok(())
}

proptest! {
    #[test]
    fn any_run_of_actions_leaves_the_map_as_it_leaves_a_list(
        actions in prop::collection::vec(any_action(any_pattern(), any_topic()), 1..200),
    ) {
        run(actions)?;
    }

    #[test]
    fn any_run_of_actions_with_many_shapes_leaves_the_map_as_it_leaves_a_list(
        actions in prop::collection::vec(any_action(pattern_of_seven(), topic_of_seven()), 1..400),
    ) {
        run(actions)?;
    }
}
