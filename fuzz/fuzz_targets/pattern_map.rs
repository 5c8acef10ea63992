//! `PatternMap`, to a list that is searched from one end to the other.
#![no_main]

use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;
use topics::{Pattern, PatternKey, PatternMap};
use topics_fuzz::{ShortPattern, Words};
use topics_tests::naive;

#[derive(Arbitrary, Debug)]
enum Step {
    Insert(ShortPattern),
    InsertText(String),
    Remove(u8),
    Retain(u8),
    Match(u16),
    MatchText(String),
    Shrink,
    Clear,
}

fuzz_target!(|input: (Words, Vec<Step>)| {
    let (words, steps) = input;
    let topics = naive::topics(&words.texts(), 4);
    let mut map = PatternMap::new();
    let mut list: Vec<(PatternKey, Pattern<'static>, usize)> = Vec::new();
    let mut gone: Vec<PatternKey> = Vec::new();
    for (value, step) in steps.into_iter().enumerate() {
        match step {
            Step::Insert(pattern) => {
                let pattern = pattern.pattern(&words);
                list.push((map.insert(pattern.clone(), value), pattern, value));
            }
            Step::InsertText(text) => {
                if let Ok(pattern) = Pattern::new(text) {
                    list.push((map.insert(pattern.clone(), value), pattern, value));
                }
            }
            Step::Remove(place) if !list.is_empty() => {
                let (key, _, value) = list.remove(usize::from(place) % list.len());
                assert_eq!(map.remove(key), Some(value));
                gone.push(key);
            }
            Step::Remove(_) => {}
            Step::Retain(divisor) => {
                let keeps = |value: usize| !value.is_multiple_of(usize::from(divisor).max(2));
                map.retain(|_, _, value| keeps(*value));
                list.retain(|(key, _, value)| {
                    gone.extend((!keeps(*value)).then_some(*key));
                    keeps(*value)
                });
            }
            Step::Match(place) => {
                assert_matches(&map, &list, &topics[usize::from(place) % topics.len()]);
            }
            Step::MatchText(topic) => assert_matches(&map, &list, &topic),
            Step::Shrink => map.shrink_to_fit(),
            Step::Clear => {
                map.clear();
                gone.extend(list.drain(..).map(|(key, ..)| key));
            }
        }
        assert_eq!(map.len(), list.len());
    }
    for (key, pattern, value) in &list {
        assert_eq!(map.get(*key), Some(value));
        assert_eq!(map.pattern(*key).as_ref(), Some(pattern));
    }
    for key in gone {
        assert_eq!(map.get(key), None);
    }
    assert_eq!(map.iter().count(), list.len());
});

fn assert_matches(
    map: &PatternMap<usize>,
    list: &[(PatternKey, Pattern<'static>, usize)],
    topic: &str,
) {
    let mut found: Vec<usize> = map.matches(topic).copied().collect();
    found.sort_unstable();
    let matching = list
        .iter()
        .filter(|(_, pattern, _)| naive::matches(pattern.as_str(), topic));
    let mut expected: Vec<usize> = matching.map(|(.., value)| *value).collect();
    expected.sort_unstable();
    assert_eq!(found, expected, "{topic:?}");
}
