//! What is read as what.

use alloc::vec::Vec;

use super::*;

#[test]
fn what_looks_like_a_placeholder_may_be_a_literal() {
    for (text, placeholders) in [
        ("a", 0),
        ("<", 0),
        ("<a", 0),
        ("a<b.c", 0),
        ("<a:b.<b|c.<<d", 0),
        ("<x>.<y>.z", 2),
        ("<é>.日.<rest..>", 2),
        ("<x: T>.<y: Vec<u8>>.z", 2),
        ("<x: fn() -> T>.b", 1),
        ("<x: *const u8>.<y: a::B<C, [u8; 2]>>", 2),
        ("<x: a|b>.c", 1),
        ("<x: a | b>.c.<y: a|b | c | d>", 2),
        ("<x: | | ||>.b", 1),
        ("<x: | b>.c", 1),
        ("<x: <a | b: | c- | 日本>.<rest..>", 2),
    ] {
        assert_eq!(check(text), Ok(()), "{text}");
        let template = crate::Template::from_checked(text);
        assert_eq!(template.placeholders().count(), placeholders, "{text}");
    }
}

#[test]
fn a_repeated_value_is_refused_where_it_is_repeated() {
    for (text, at) in [
        ("<x: a | b | a>", 12),
        ("<x: a | b | c>.<y: d | c | e | c | d>", 31),
        ("<x: a | a | a>.b", 8),
        ("<x: b | | | a | |>", 16),
    ] {
        assert_eq!(check(text), Err(malformed(at)), "{text}");
        assert_eq!(check_sorted(text), Err(malformed(at)), "{text}");
    }
    for text in [
        "<x: a | b>.<y: b | a>",
        "<x: ab | a | b>",
        "<x: a was b | c was d was e>.f",
    ] {
        assert_eq!(check(text), Ok(()), "{text}");
        assert_eq!(check_sorted(text), Ok(()), "{text}");
    }
}

#[test]
fn a_repeated_value_is_found_among_thousands() {
    let values: Vec<_> = (0..if cfg!(miri) { 100 } else { 10_000 })
        .map(|value| alloc::format!("v{value}"))
        .collect();
    let many = alloc::format!("<x: {}>", values.join(" | "));
    assert_eq!(check_sorted(&many), Ok(()));
    let repeated = many.replace('>', " | v7>");
    assert_eq!(check_sorted(&repeated), Err(malformed(many.len() + 2)));
}
