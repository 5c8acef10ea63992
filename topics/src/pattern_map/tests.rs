//! The map from inside.

use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::iter;

use super::key::Key;
use super::*;

/// Pairs of segments whose hashes are equal in the second place of a pattern.
fn pairs_that_share_a_hash(key: &Key) -> Vec<[String; 2]> {
    let numbers = 0..400_000_u32;
    let mut hashes: Vec<_> = numbers
        .map(|number| (key.piece(format!("{number}").as_bytes(), 1), number))
        .collect();
    hashes.sort_unstable();
    let pairs = hashes.windows(2).filter(|pair| pair[0].0 == pair[1].0);
    pairs
        .map(|pair| [0, 1].map(|place| format!("{}", pair[place].1)))
        .collect()
}

/// Of so many segments, some twenty pairs share a hash of 32 bits.
#[test]
#[cfg_attr(miri, ignore = "would take minutes")]
fn patterns_that_share_a_hash_are_told_apart() {
    let empty = PatternMap::new();
    let pairs = pairs_that_share_a_hash(&empty.key);
    assert!(!pairs.is_empty());
    for pair in pairs {
        let pattern = |text: String| Pattern::new(text).unwrap();
        let patterns = |segment| {
            ["a.#", "*.#", "a.#.*", "a.#.>"].map(|text| pattern(text.replace('#', segment)))
        };
        let topics =
            |segment: &String| ["a.#", "b.#", "a.#.x"].map(|text| text.replace('#', segment));
        let mut map = empty.clone();
        let insert =
            |pattern: Pattern<'static>| (map.insert(pattern.clone(), pattern.clone()), pattern);
        let mut left: Vec<_> = pair
            .iter()
            .flat_map(|segment| patterns(segment))
            .map(insert)
            .collect();
        while !left.is_empty() {
            for topic in pair.iter().flat_map(topics) {
                let expected = left.iter().map(|(_, pattern)| pattern);
                let expected = expected.filter(|pattern| pattern.matches(&topic));
                assert!(map.matches(&topic).eq(expected), "{topic}");
            }
            let (key, pattern) = left.remove(0);
            assert_eq!(map.remove(key), Some(pattern));
        }
    }
}

/// Patterns of as many shapes as stars can be put in some places, under one beginning.
fn of_many_shapes(beginning: &str, places: u32) -> Vec<Pattern<'static>> {
    let pattern = |stars: u32| {
        let pieces = (0..places).map(|place| if stars >> place & 1 == 1 { "*" } else { "a" });
        let pieces: Vec<&str> = iter::once(beginning).chain(pieces).collect();
        Pattern::new(pieces.join(".")).unwrap()
    };
    (0..1 << places).map(pattern).collect()
}

#[test]
fn topics_are_looked_up_by_32_shapes() {
    let mut map = PatternMap::new();
    map.extend(of_many_shapes("a", 5).into_iter().zip(0..));
    map.extend(of_many_shapes("b", 5).into_iter().zip(0..));
    assert!(map.guard.is_empty());
    // The 33rd of topics with six segments, and no more of them, and the first of topics with two.
    for (pattern, is_one_too_many) in [("a.>", true), ("a.a.a.a.a.a", false), ("*.*", false)] {
        let key = map.insert(Pattern::new(pattern).unwrap(), 0);
        assert_eq!(map.guard.len(), usize::from(is_one_too_many), "{pattern}");
        map.remove(key);
    }
}

#[test]
fn a_shape_is_free_again_when_its_last_pattern_is_removed() {
    let mut map = PatternMap::new();
    map.insert(Pattern::from_static("a"), 0);
    let [first, last] = ["a", "b"].map(|beginning| {
        let patterns = of_many_shapes(beginning, 5).into_iter();
        let keys = patterns.map(|pattern| map.insert(pattern, 0));
        keys.collect::<Vec<_>>()
    });
    let others = of_many_shapes("*", 5);
    for key in first {
        map.remove(key);
    }
    let guarded = map.insert(others[0].clone(), 0);
    assert_eq!(map.guard.len(), 1);
    map.remove(guarded);
    for key in last {
        map.remove(key);
    }
    map.extend(others.into_iter().zip(0..));
    assert!(map.guard.is_empty());
}

#[test]
fn topics_are_looked_up_by_shapes_of_up_to_16_segments() {
    let of = |count: usize, last: &str| "a.".repeat(count - 1) + last;
    let mut map = PatternMap::new();
    for text in [of(16, "a"), of(16, "*"), of(16, ">")] {
        map.insert(Pattern::new(text).unwrap(), ());
        assert!(map.guard.is_empty());
    }
    for text in [of(17, "a"), of(17, ">")] {
        map.insert(Pattern::new(text).unwrap(), ());
    }
    assert_eq!(map.guard.len(), 2);
    for (count, matches) in [(15, 0), (16, 3), (17, 3), (18, 2)] {
        assert_eq!(map.matches(&of(count, "a")).count(), matches, "{count}");
    }
}

#[test]
fn a_piece_counts_with_its_place_and_length() {
    let key = Key::new();
    for len in 1..40 {
        let piece = vec![b'x'; len];
        let hash = key.piece(&piece, 3);
        assert_eq!(hash, key.piece(&piece.clone(), 3));
        assert_ne!(hash, key.piece(&piece, 4));
        assert_ne!(hash, key.piece(&piece[1..], 3));
    }
}

#[test]
fn each_map_has_a_key_of_its_own() {
    let hash = || Key::new().piece(b"a", 0);
    assert_ne!(hash(), hash());
}

/// Hashes drawn at random would collide once in ten times.
#[test]
fn texts_that_are_alike_share_no_hash() {
    let key = Key::new();
    let mut hashes = Vec::new();
    for length in (1..48).step_by(if cfg!(miri) { 11 } else { 1 }) {
        for at in 0..length {
            for letter in b'a'..=b'z' {
                let mut text = vec![b'-'; length];
                text[at] = letter;
                hashes.push(key.piece(&text, at % 3));
            }
        }
    }
    let count = hashes.len();
    hashes.sort_unstable();
    hashes.dedup();
    assert!(count - hashes.len() < 5, "{} of {count}", hashes.len());
}
