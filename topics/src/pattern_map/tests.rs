//! The map from inside.

use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::iter;

use super::key::Key;
use super::*;

/// All texts of up to three pieces, of these.
fn texts(pieces: &[&str]) -> Vec<String> {
    let longer = |texts: &Vec<String>| {
        let each = |text| pieces.iter().map(move |piece| format!("{text}.{piece}"));
        Some(texts.iter().flat_map(each).collect())
    };
    let one = pieces.iter().copied().map(String::from).collect();
    iter::successors(Some(one), longer)
        .take(3)
        .flatten()
        .collect()
}

#[test]
fn patterns_that_share_a_hash_are_told_apart() {
    let patterns: Vec<Pattern<'_>> = texts(&["a", "bb", "*", ">"])
        .into_iter()
        .filter_map(|text| Pattern::new(text).ok())
        .collect();
    let mut map = PatternMap {
        key: Key::colliding(),
        ..PatternMap::new()
    };
    map.extend(patterns.iter().zip(0..));
    for topic in texts(&["a", "bb", "c"]) {
        let mut found: Vec<usize> = map.matches(&topic).copied().collect();
        found.sort_unstable();
        let expected: Vec<usize> = (0..patterns.len())
            .filter(|at| patterns[*at].matches(&topic))
            .collect();
        assert_eq!(found, expected, "{topic}");
    }
}

/// Six segments have more shapes than a topic is looked up by.
#[test]
#[cfg_attr(miri, ignore = "would take minutes")]
fn beginnings_that_share_a_hash_are_told_apart() {
    let pieces = ["a", "*", ">"];
    let longer = |texts: &Vec<String>| {
        let each = |text| pieces.iter().map(move |piece| format!("{text}.{piece}"));
        Some(texts.iter().flat_map(each).collect())
    };
    let one: Vec<String> = pieces.map(String::from).into();
    let patterns: Vec<Pattern<'_>> = iter::successors(Some(one), longer)
        .take(6)
        .flatten()
        .filter_map(|text| Pattern::new(text).ok())
        .collect();
    let mut map = PatternMap {
        key: Key::colliding(),
        ..PatternMap::new()
    };
    map.extend(patterns.iter().zip(0..));
    for topic in ["a.a.a.a.a.a", "a.b.a.a.b.a", "b.a.a.a.a.a.a", "a.a"] {
        let mut found: Vec<usize> = map.matches(topic).copied().collect();
        found.sort_unstable();
        let expected: Vec<usize> = (0..patterns.len())
            .filter(|at| patterns[*at].matches(topic))
            .collect();
        assert_eq!(found, expected, "{topic}");
    }
}

#[test]
fn a_piece_counts_with_its_place_and_without_the_text_around_it() {
    let key = Key::new();
    for len in 1..40 {
        let piece = "x".repeat(len);
        let around = format!("abc.{piece}.defghijklmnopqrstuvw");
        let inside = key.piece(around.as_bytes(), 4..4 + len, 3);
        assert_eq!(inside, key.piece(piece.as_bytes(), 0..len, 3));
        assert_ne!(inside, key.piece(piece.as_bytes(), 0..len, 4));
        if len > 1 {
            assert_ne!(inside, key.piece(piece.as_bytes(), 0..len - 1, 3));
        }
    }
}

#[test]
fn each_map_has_a_key_of_its_own() {
    let hash = || Key::new().piece(b"a", 0..1, 0);
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
                hashes.push(key.finish(key.piece(&text, 0..length, at % 3)));
            }
        }
    }
    let count = hashes.len();
    hashes.sort_unstable();
    hashes.dedup();
    assert!(count - hashes.len() < 5, "{} of {count}", hashes.len());
}
