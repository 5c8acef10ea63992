//! What is told apart.

use alloc::string::String;

use super::*;

/// Texts that differ in a byte, of every length around those that matter, and in every place.
#[test]
fn a_text_is_told_from_any_that_differs_in_a_byte_or_in_length() {
    for length in 0..=16 {
        let text = "abcdefghijklmnop".get(..length).unwrap();
        let few = Few::new([text]);
        assert_eq!(few.position(text), 0);
        for other in 0..=20 {
            let other = "abcdefghijklmnopqrst".get(..other).unwrap();
            assert_eq!(few.position(other) == 0, other == text);
            let repeated = "a".repeat(other.len());
            assert_eq!(few.position(&repeated) == 0, repeated == text);
        }
        for at in 0..length {
            let other: String = text
                .char_indices()
                .map(|(index, byte)| if index == at { 'x' } else { byte })
                .collect();
            assert_eq!(few.position(&other), 1);
        }
    }
}

#[test]
fn a_text_has_its_place() {
    let texts = ["on", "off", "applying", "applied", "a-longer-value", "ähm"];
    let few = Few::new(texts);
    for (place, text) in texts.into_iter().enumerate() {
        assert_eq!(few.position(text), place);
    }
    for other in [
        "",
        "o",
        "of",
        "appliex",
        "a-longer-valuf",
        "a-longer-value-than-16",
    ] {
        assert_eq!(few.position(other), texts.len());
    }
    assert_eq!(Few::new([]).position(""), 0);
}

#[test]
fn a_text_has_its_place_among_texts_in_order() {
    let texts = ["", "a", "a-b", "ab", "b", "ähm"];
    for (place, text) in texts.into_iter().enumerate() {
        assert_eq!(position(&texts, text), place);
    }
    for other in ["A", "aa", "a-", "z", "ü"] {
        assert_eq!(position(&texts, other), texts.len());
    }
    assert_eq!(position(&[], "a"), 0);
}
