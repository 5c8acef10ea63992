//! The ends of segments, held against a search byte by byte.

use super::*;
use crate::word::tests::STEP;
use alloc::vec::Vec;
use alloc::{format, string::String};

fn check(text: &str) {
    let is_topic = text::check_topic(text.as_bytes()).is_ok();
    let dots = text.match_indices('.').map(|(at, _)| at);
    let naive: Vec<usize> = dots.chain([text.len()]).collect();
    for places in [0, 1, 2, 3, 200] {
        let mut found = [usize::MAX; 200];
        let count = ends(text, &mut found[..places]);
        assert_eq!(count, is_topic.then_some(naive.len()), "{text}");
        if !is_topic {
            continue;
        }
        let noted = naive.len().min(places);
        assert_eq!(found[..noted], naive[..noted], "{text}");
        assert!(
            found[noted..].iter().all(|end| *end >= text.len()),
            "{text}"
        );
    }
}

#[test]
fn ends_are_those_of_the_naive_search() {
    for segment in [
        "a",
        "bc",
        "\u{e9}",
        "web-01",
        "0b5c6e0e-6f4d-4a3b-9c43-4f1de2a1f0aa",
        "",
    ] {
        for count in (1..=40).step_by(STEP) {
            let text = [segment].repeat(count).join(".");
            check(&text);
            check(&format!("{text}.x"));
            check(&format!("y.{text}"));
            check(&format!("{text}."));
        }
    }
    for length in (1..=150).step_by(STEP) {
        let mut text: Vec<u8> = [b'a'].repeat(length);
        for at in 0..length {
            text[at] = b'.';
            check(&String::from_utf8_lossy(&text));
            text[at] = b'a';
        }
    }
}
