//! What is put together, and what is cut.

use super::*;

#[test]
fn pieces_and_numbers_follow_each_other() {
    let mut message = Message::new();
    message.text("é at ");
    message.number(0);
    message.text(", ");
    message.number(usize::MAX);
    assert_eq!(message.as_str(), alloc::format!("é at 0, {}", usize::MAX));
}

#[test]
fn a_list_has_commas_between_its_texts() {
    let mut message = Message::new();
    for text in ["a", "b", "c"] {
        message.listed(text);
    }
    assert_eq!(message.as_str(), "`a`, `b`, `c`");
}

#[test]
fn texts_are_appended_in_their_order() {
    let mut message = Message::of(&["no ", "topic "]);
    message.texts(&["`", "a.b", "`"]);
    assert_eq!(message.as_str(), "no topic `a.b`");
}

#[test]
fn what_is_long_is_cut_between_characters() {
    for text in ["x", "é", "日", "🦀"] {
        let mut message = Message::new();
        message.text(&text.repeat(1000));
        let shown = message.as_str().strip_suffix('…').expect("a cut");
        assert!(text.repeat(1000).starts_with(shown), "{shown}");
        assert!(shown.len() > 200, "{shown}");
        assert!(message.as_str().len() <= Message::LONGEST, "{shown}");
    }
}

#[test]
fn no_number_of_pieces_is_too_many() {
    for text in ["x", "é", "日", "🦀"] {
        let mut message = Message::new();
        for length in 0..300 {
            message.text(&text.repeat(length % 90));
        }
        assert!(message.as_str().contains(text));
        assert!(message.as_str().len() > Message::CAPACITY - 8);
    }
}
