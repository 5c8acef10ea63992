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

/// The one for running programs compares values in another way, so it must refuse the same.
#[test]
fn repeated_values_are_found_sorted_as_well_as_one_by_one() {
    for text in [
        "<x: a | b | a>",
        "<x: a | b>.<y: b | a>",
        "<x: a | b | c>.<y: d | c | e | c | d>",
        "<x: a | a | a>.b",
        "<x: ab | a | b>",
        "<x: b | | | a | |>",
    ] {
        assert_eq!(
            check_sorted(text.as_bytes()),
            check(text.as_bytes()),
            "{text}"
        );
    }
    let values: alloc::vec::Vec<_> = (0..10_000)
        .map(|value| alloc::format!("v{value}"))
        .collect();
    let many = alloc::format!("<x: {}>", values.join(" | "));
    assert_eq!(check_sorted(many.as_bytes()), Ok(()));
    let repeated = many.replace('>', " | v7>");
    assert_eq!(
        check_sorted(repeated.as_bytes()),
        Err(malformed(many.len() + 2))
    );
}
