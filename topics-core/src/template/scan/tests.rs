//! The two readings of the grammar.

use super::*;

/// Reading without checking is a second reading of the grammar, so it must find the same.
#[test]
fn a_checked_text_is_read_as_when_it_was_checked() {
    for text in [
        "a",
        "<",
        "<a",
        "a<b.c",
        "<a:b.<b|c.<<d",
        "<x>.<y>.z",
        "<é>.日.<rest..>",
        "<x: T>.<y: Vec<u8>>.z",
        "<x: fn() -> T>.b",
        "<x: *const u8>.<y: a::B<C, [u8; 2]>>",
        "<x: a|b>.c",
        "<x: a | b>.c.<y: a|b | c | d>",
        "<x: | | ||>.b",
        "<x: | b>.c",
        "<x: <a | b: | c- | 日本>.<rest..>",
    ] {
        let bytes = text.as_bytes();
        assert_eq!(check(bytes), Ok(()), "{text}");
        let mut at = 0;
        while at < bytes.len() {
            let (expected, end) = segment(bytes, at).expect("a checked text");
            assert_eq!(checked(bytes, at), Some((expected, end)), "{text} at {at}");
            at = end + 1;
        }
    }
}
