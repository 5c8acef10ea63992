//! The text rules through the public types: which texts they take, what they say of those they
//! refuse, and what a checked text converts to.

use std::collections::HashMap;
use std::error::Error;
use std::panic::catch_unwind;

use proptest::prelude::*;
use topics::{Pattern, Segment, Tail, Template, TextError, TextErrorKind, TextType, TopicName};
use topics_tests::naive;

fn refused<T>(result: Result<T, TextError>) -> TextError {
    match result {
        Ok(_) => panic!("a text that breaks the rules was taken"),
        Err(error) => error,
    }
}

#[test]
fn what_is_wrong_can_be_shown_alone() {
    let kind = TextErrorKind::Whitespace;
    assert_eq!(format!("{kind:>12}|{kind:.5}"), "  whitespace|white");
}

/// What is wrong with the character, if it may not stand in a segment.
fn fault_of(c: char) -> Option<TextErrorKind> {
    match c {
        '.' => Some(TextErrorKind::Dot),
        '*' | '>' => Some(TextErrorKind::Wildcard),
        '\u{fffd}' => Some(TextErrorKind::ReplacementCharacter),
        c if c.is_whitespace() => Some(TextErrorKind::Whitespace),
        c if c.is_control() => Some(TextErrorKind::Control),
        _ => None,
    }
}

#[test]
fn every_character_is_judged_alike_wherever_it_stands_in_a_segment() {
    let mut text = String::new();
    for c in '\0'..=char::MAX {
        for (before, after) in [("", ""), ("", "b"), ("aé", "b"), ("a日", "")] {
            text.clear();
            text.push_str(before);
            text.push(c);
            text.push_str(after);
            let fault = Segment::new(text.as_str()).err();
            assert_eq!(fault.is_none(), naive::is_segment(&text), "{text:?}");
            let found = fault.map(|error| (error.kind(), error.at()));
            let expected = fault_of(c).map(|kind| (kind, before.len()));
            assert_eq!(found, expected, "{text:?}");
        }
    }
}

#[test]
fn every_character_is_judged_alike_in_topics_tails_and_patterns() {
    let mut text = String::new();
    for c in '\0'..=char::MAX {
        text.clear();
        text.extend(['a', '.', c, 'b', '.', 'c']);
        // A dot here ends a segment too early instead of spoiling one.
        let expected = fault_of(c).map(|kind| match kind {
            TextErrorKind::Dot => (TextErrorKind::EmptySegment, 2),
            kind => (kind, 2),
        });
        let found = |error: TextError| (error.kind(), error.at());
        assert_eq!(TopicName::new(text.as_str()).err().map(found), expected);
        assert_eq!(Tail::new(text.as_str()).err().map(found), expected);
        let expected = expected.map(|(kind, at)| match kind {
            TextErrorKind::Wildcard => (TextErrorKind::PartialWildcard, at),
            kind => (kind, at),
        });
        assert_eq!(Pattern::new(text.as_str()).err().map(found), expected);
    }
}

#[test]
fn an_error_tells_what_is_wrong_with_a_topic_and_where() {
    let cases = [
        ("", TextErrorKind::Empty, 0),
        (".", TextErrorKind::EmptySegment, 0),
        (".a", TextErrorKind::EmptySegment, 0),
        ("a.", TextErrorKind::EmptySegment, 2),
        ("a..b", TextErrorKind::EmptySegment, 2),
        ("é..b", TextErrorKind::EmptySegment, 3),
        ("a.*", TextErrorKind::Wildcard, 2),
        ("a.b>", TextErrorKind::Wildcard, 3),
        ("a. b", TextErrorKind::Whitespace, 2),
        ("a.b\u{85}", TextErrorKind::Whitespace, 3),
        ("a.b\u{7f}", TextErrorKind::Control, 3),
        ("a.b\u{9f}", TextErrorKind::Control, 3),
        ("日.\u{fffd}", TextErrorKind::ReplacementCharacter, 4),
        // Of several faults, the first.
        ("a\0b..c d", TextErrorKind::Control, 1),
    ];
    for (text, kind, at) in cases {
        for (error, text_type) in [
            (refused(TopicName::new(text)), TextType::Topic),
            (refused(Tail::new(text)), TextType::Tail),
        ] {
            assert_eq!((error.kind(), error.at()), (kind, at), "{text:?}");
            assert_eq!((error.text(), error.text_type()), (text, text_type));
        }
    }
}

#[test]
fn an_error_tells_what_is_wrong_with_a_pattern_and_where() {
    let cases = [
        ("", TextErrorKind::Empty, 0),
        ("*.", TextErrorKind::EmptySegment, 2),
        ("*..>", TextErrorKind::EmptySegment, 2),
        ("foo*", TextErrorKind::PartialWildcard, 3),
        ("*foo", TextErrorKind::PartialWildcard, 0),
        ("a.b>", TextErrorKind::PartialWildcard, 3),
        ("a.>>", TextErrorKind::PartialWildcard, 2),
        ("**", TextErrorKind::PartialWildcard, 0),
        ("a.>.b", TextErrorKind::TailNotLast, 2),
        (">.>", TextErrorKind::TailNotLast, 0),
        ("a.>.", TextErrorKind::TailNotLast, 2),
        ("*.é b", TextErrorKind::Whitespace, 4),
        ("*.\u{1}", TextErrorKind::Control, 2),
        ("*.a\u{fffd}", TextErrorKind::ReplacementCharacter, 3),
    ];
    for (text, kind, at) in cases {
        let error = refused(Pattern::new(text));
        assert_eq!((error.kind(), error.at()), (kind, at), "{text:?}");
        let expected = (text, TextType::Pattern);
        assert_eq!((error.text(), error.text_type()), expected);
    }
}

#[test]
fn an_error_tells_what_is_wrong_with_a_segment_and_where() {
    let cases = [
        ("", TextErrorKind::Empty, 0),
        (".", TextErrorKind::Dot, 0),
        (".a", TextErrorKind::Dot, 0),
        ("a.", TextErrorKind::Dot, 1),
        ("a.*", TextErrorKind::Dot, 1),
        ("*", TextErrorKind::Wildcard, 0),
        ("t 17", TextErrorKind::Whitespace, 1),
    ];
    for (text, kind, at) in cases {
        let error = refused(Segment::new(text));
        assert_eq!((error.kind(), error.at()), (kind, at), "{text:?}");
        let expected = (text, TextType::Segment);
        assert_eq!((error.text(), error.text_type()), expected);
    }
}

#[test]
fn an_error_reads_as_one_sentence() {
    let cases = [
        (
            refused(Segment::new("")),
            "`` is not a segment: it is empty",
        ),
        (
            refused(Segment::new("a.b")),
            "`a.b` is not a segment: `.` at byte 1",
        ),
        (
            refused(Segment::new("t 17")),
            "`t 17` is not a segment: whitespace at byte 1",
        ),
        (
            refused(Tail::new("")),
            "`` is not the tail of a topic: it is empty",
        ),
        (
            refused(Tail::new("ssh..login")),
            "`ssh..login` is not the tail of a topic: empty segment at byte 4",
        ),
        (
            refused(TopicName::new("é.*")),
            "`é.*` is not a topic: wildcard at byte 3",
        ),
        (
            refused(Pattern::new("foo*")),
            "`foo*` is not a pattern: wildcard that is not a whole segment at byte 3",
        ),
        (
            refused(Pattern::new("a.>.b")),
            "`a.>.b` is not a pattern: more segments after the tail at byte 2",
        ),
        (
            refused(Template::new("a.<x>.<x>")),
            "`a.<x>.<x>` is not a template: placeholder name used twice at byte 7",
        ),
        (
            refused(Template::new("a.<x>b")),
            "`a.<x>b` is not a template: malformed placeholder at byte 5",
        ),
    ];
    for (error, sentence) in cases {
        assert_eq!(error.to_string(), sentence);
    }
}

#[test]
fn an_error_stays_on_one_line_of_visible_characters() {
    let cases = [
        ("a\r\nPUB x 0", r"`a\r\nPUB x 0`", "whitespace at byte 1"),
        ("\u{1b}[2J", r"`\u{1b}[2J`", "control character at byte 0"),
        ("a\u{0}b", r"`a\0b`", "control character at byte 1"),
        ("a\u{9b}b", r"`a\u{9b}b`", "control character at byte 1"),
        ("a\u{2028}b", r"`a\u{2028}b`", "whitespace at byte 1"),
        ("a\u{a0}b", r"`a\u{a0}b`", "whitespace at byte 1"),
        // Fine in a segment, but they would hide or turn what is shown.
        (
            "\u{feff}a\u{202e}b\u{200b} ",
            r"`\u{feff}a\u{202e}b\u{200b} `",
            "whitespace at byte 11",
        ),
        (r"a\ b", r"`a\\ b`", "whitespace at byte 2"),
        (
            "a\u{fffd}",
            r"`a\u{fffd}`",
            "replacement character U+FFFD at byte 1",
        ),
    ];
    for (text, shown, fault) in cases {
        let error = refused(Segment::new(text));
        assert_eq!(
            error.to_string(),
            format!("{shown} is not a segment: {fault}")
        );
        assert_eq!(error.text(), text);
    }
}

#[test]
fn a_very_long_text_is_excerpted_in_the_sentence_and_kept_in_the_error() {
    let text = format!("{} ", "é".repeat(1 << 20));
    let error = refused(Segment::new(text.as_str()));
    assert_eq!(error.text(), text);
    assert_eq!(error.at(), 2 << 20);
    let shown = "é".repeat(120);
    assert_eq!(
        error.to_string(),
        format!("`{shown}… (2097153 bytes)` is not a segment: whitespace at byte 2097152")
    );
}

#[test]
fn a_text_that_just_fits_is_shown_whole() {
    let text = format!("{} ", "a".repeat(119));
    let sentence = refused(Segment::new(text.as_str())).to_string();
    assert_eq!(
        sentence,
        format!("`{text}` is not a segment: whitespace at byte 119")
    );
}

#[test]
fn an_error_can_be_passed_on_as_any_error() {
    fn fails() -> Result<(), Box<dyn Error + Send + Sync>> {
        TopicName::new("a b")?;
        Ok(())
    }
    let error = fails().expect_err("`a b` is not a topic");
    assert!(error.downcast_ref::<TextError>().is_some());
}

#[test]
fn there_is_no_limit_on_length_or_count() {
    let segment = "é".repeat(1 << 20);
    assert!(Segment::new(segment.as_str()).is_ok());
    let many = vec!["a"; 1 << 20].join(".");
    let topic = TopicName::new(many.as_str()).expect("a topic");
    assert_eq!(topic.segments().count(), 1 << 20);
    let pattern = Pattern::new(many.replace('a', "*")).expect("a pattern");
    assert!(pattern.matches(&many));
    assert!(pattern.covers(&Pattern::from(topic)));
}

/// The message of a panic, which in a `const` is the compiler's.
fn panic_message(refused: impl FnOnce() + std::panic::UnwindSafe) -> String {
    let payload = catch_unwind(refused).expect_err("a bad text is refused");
    match payload.downcast::<String>() {
        Ok(message) => *message,
        Err(payload) => (*payload.downcast::<&str>().expect("a message")).to_owned(),
    }
}

#[test]
fn from_static_refuses_in_the_words_of_new() {
    for text in ["", "a b", "日本..x", "a.*b", "a.>.c"] {
        let expected = refused(TopicName::new(text)).to_string();
        let found = panic_message(|| drop(TopicName::from_static(text)));
        assert_eq!(found, expected);
    }
    let expected = refused(Template::new("a.<x>.<x>")).to_string();
    let found = panic_message(|| _ = Template::from_static("a.<x>.<x>"));
    assert_eq!(found, expected);
}

#[test]
fn from_static_refuses_a_long_text_without_cutting_a_character() {
    for bytes in [253, 254, 255, 256, 257, 258, 1 << 16] {
        let text: &'static str = format!("{} ", "é".repeat(bytes / 2)).leak();
        let message = panic_message(|| drop(Segment::from_static(text)));
        let at = text.len() - 1;
        let end = format!("` is not a segment: whitespace at byte {at}");
        assert!(message.ends_with(&end), "{message}");
    }
}

/// What all checked texts have in common, asked of one of them. `$good` has the borrowed text
/// `good`, in JSON the escaped `escaped`; `$bad` breaks the rules.
macro_rules! conversions {
    ($module:ident, $Name:ident, $good:literal, $escaped:literal, $greater:literal, $bad:literal) => {
        mod $module {
            use std::borrow::{Borrow, Cow};
            use std::collections::{BTreeMap, HashMap};

            use serde::Deserialize;
            use serde::de::IntoDeserializer;
            use serde::de::value::{Error as ValueError, StringDeserializer};
            use topics::$Name;

            fn good() -> $Name<'static> {
                $Name::new($good).expect("a good text")
            }

            #[test]
            fn new_takes_borrowed_and_owned_text() {
                assert_eq!($Name::new($good), Ok(good()));
                assert_eq!($Name::new(String::from($good)), Ok(good()));
                assert_eq!($Name::new(Cow::Borrowed($good)), Ok(good()));
                assert!($Name::new($bad).is_err());
                assert!($Name::new(String::from($bad)).is_err());
                assert!($Name::new(Cow::Borrowed($bad)).is_err());
            }

            #[test]
            fn new_copies_nothing() {
                let text = String::from($good);
                let borrowed = $Name::new(text.as_str()).expect("a good text");
                assert_eq!(borrowed.as_str().as_ptr(), text.as_ptr());
                let address = text.as_ptr();
                let owned = $Name::new(text).expect("a good text");
                assert_eq!(owned.as_str().as_ptr(), address);
                assert_eq!(owned.into_owned().as_str().as_ptr(), address);
            }

            #[test]
            fn from_static_is_new_while_compiling() {
                const GOOD: $Name<'static> = $Name::from_static($good);
                static SAME: $Name<'static> = $Name::from_static($good);
                assert_eq!(GOOD, good());
                assert_eq!(SAME, good());
            }

            #[test]
            fn from_str_and_try_from_check() {
                let string = String::from($good);
                assert_eq!($good.parse::<$Name<'static>>(), Ok(good()));
                assert_eq!($Name::try_from($good), Ok(good()));
                assert_eq!($Name::try_from(&string), Ok(good()));
                assert_eq!($Name::try_from(string), Ok(good()));
                assert_eq!($Name::try_from(Cow::Borrowed($good)), Ok(good()));
                let string = String::from($bad);
                assert!($bad.parse::<$Name<'static>>().is_err());
                assert!($Name::try_from($bad).is_err());
                assert!($Name::try_from(&string).is_err());
                assert!($Name::try_from(string).is_err());
                assert!($Name::try_from(Cow::Borrowed($bad)).is_err());
            }

            #[test]
            fn the_text_comes_out_as_it_went_in() {
                assert_eq!(good().as_str(), $good);
                assert_eq!(AsRef::<str>::as_ref(&good()), $good);
                assert_eq!(Borrow::<str>::borrow(&good()), $good);
                assert_eq!(String::from(good()), $good);
                assert!(matches!(Cow::from(good()), Cow::Borrowed($good)));
                let owned = Cow::from($Name::new(String::from($good)).expect("a good text"));
                assert!(matches!(&owned, Cow::Owned(text) if text == $good));
            }

            #[test]
            fn it_compares_with_text_on_either_side() {
                let (string, other) = (String::from($good), String::from($greater));
                assert!(good() == *$good && good() == $good && good() == string);
                assert!(*$good == good() && $good == good() && string == good());
                assert!(good() != *$greater && good() != $greater && good() != other);
                assert!(*$greater != good() && $greater != good() && other != good());
            }

            #[test]
            fn it_is_ordered_as_its_text() {
                let greater = $Name::new($greater).expect("a good text");
                assert!($good < $greater);
                assert!(good() < greater);
                let map: BTreeMap<$Name<'_>, u8> = [(greater, 2), (good(), 1)].into();
                assert_eq!(map.get($good), Some(&1));
                assert_eq!(map.get($greater), Some(&2));
                assert!(map.values().is_sorted());
            }

            #[test]
            fn a_map_keyed_by_it_can_be_asked_with_text() {
                let greater = $Name::new($greater).expect("a good text");
                let map: HashMap<$Name<'_>, u8> = [(greater, 2), (good(), 1)].into();
                assert_eq!(map.get($good), Some(&1));
                assert_eq!(map.get($greater), Some(&2));
                assert_eq!(map.get($bad), None);
            }

            #[test]
            fn into_owned_outlives_the_text() {
                let owned: $Name<'static> = {
                    let text = String::from($good);
                    $Name::new(text.as_str()).expect("a good text").into_owned()
                };
                assert_eq!(owned, $good);
            }

            #[test]
            fn borrowed_shares_the_text() {
                let owned = $Name::new(String::from($good)).expect("a good text");
                assert_eq!(owned.borrowed().as_str().as_ptr(), owned.as_str().as_ptr());
                let again = $Name::from(&owned);
                assert_eq!(again.as_str().as_ptr(), owned.as_str().as_ptr());
            }

            #[test]
            fn display_pads_and_debug_names_the_type() {
                assert_eq!(good().to_string(), $good);
                assert_eq!(format!("{:>40}|", good()), format!("{:>40}|", $good));
                assert_eq!(
                    format!("{:?}", good()),
                    concat!(stringify!($Name), "(\"", $good, "\")")
                );
            }

            #[test]
            fn json_gives_back_what_it_was_given() {
                let json = serde_json::to_string(&good()).expect("text is JSON");
                assert_eq!(json, concat!("\"", $good, "\""));
                let back: $Name<'_> = serde_json::from_str(&json).expect("a good text");
                assert_eq!(back, good());
            }

            #[test]
            fn what_is_deserialized_does_not_borrow_from_the_input() {
                fn owned<T: serde::de::DeserializeOwned>(json: &str) -> T {
                    serde_json::from_str(json).expect("a good text")
                }
                let back: $Name<'static> = owned(concat!("\"", $good, "\""));
                assert!(matches!(Cow::from(back), Cow::Owned(text) if text == $good));
            }

            #[test]
            fn json_with_an_escape_is_unescaped() {
                let back: $Name<'_> =
                    serde_json::from_str(concat!("\"", $escaped, "\"")).expect("a good text");
                assert_eq!(back, good());
            }

            #[test]
            fn an_owned_text_is_taken_over_from_a_format() {
                let text = String::from($good);
                let address = text.as_ptr();
                let from: StringDeserializer<ValueError> = text.into_deserializer();
                let back = $Name::deserialize(from).expect("a good text");
                assert_eq!(back.as_str().as_ptr(), address);
            }

            #[test]
            fn json_that_breaks_the_rules_is_refused_with_the_reason() {
                let reason = $Name::new($bad).expect_err("a bad text").to_string();
                let error = serde_json::from_str::<$Name<'_>>(concat!("\"", $bad, "\""));
                let error = error.expect_err("a bad text").to_string();
                assert!(error.starts_with(&reason), "{error}");
                let bad = String::from($bad);
                let from: StringDeserializer<ValueError> = bad.into_deserializer();
                let error = $Name::deserialize(from).expect_err("a bad text");
                assert_eq!(error.to_string(), reason);
            }

            #[test]
            fn json_that_is_no_text_is_refused() {
                for json in ["17", "null", "[\"a\"]", "{}", "true"] {
                    assert!(serde_json::from_str::<$Name<'_>>(json).is_err(), "{json}");
                }
            }
        }
    };
}

conversions!(segment, Segment, "t-17", "t\\u002d17", "t-2", "t 17");
conversions!(
    tail,
    Tail,
    "ssh.login",
    "ssh\\u002elogin",
    "ssh.logout",
    "ssh..login"
);
conversions!(
    topic,
    TopicName,
    "system.log",
    "system\\u002elog",
    "system.logs",
    "system.*"
);
conversions!(
    pattern,
    Pattern,
    "system.*.>",
    "system\\u002e*.>",
    "system.>",
    "system.w*"
);

#[test]
fn an_escape_cannot_smuggle_a_forbidden_character_through_json() {
    for json in [
        r#""a\u0000b""#,
        r#""a\r\nb""#,
        r#""a\u002eb""#,
        r#""\u002a""#,
    ] {
        assert!(serde_json::from_str::<Segment<'_>>(json).is_err(), "{json}");
    }
}

#[test]
fn an_owned_event_can_hold_checked_text() {
    #[derive(serde::Deserialize)]
    struct Event {
        topic: TopicName<'static>,
    }
    let event: Event = serde_json::from_str(r#"{"topic":"system.log"}"#).expect("an event");
    assert_eq!(event.topic, "system.log");
}

#[test]
fn checked_text_can_be_the_keys_of_a_json_map() {
    let map: HashMap<Segment<'_>, u8> = serde_json::from_str(r#"{"a":1}"#).expect("a map");
    assert_eq!(map.get("a"), Some(&1));
    assert!(serde_json::from_str::<HashMap<Segment<'_>, u8>>(r#"{"a.b":1}"#).is_err());
    assert_eq!(serde_json::to_string(&map).expect("JSON"), r#"{"a":1}"#);
}

#[test]
fn checked_text_reads_like_text() {
    fn first_letter(text: &str) -> Option<char> {
        text.chars().next()
    }

    let id = Segment::from_static("t-17");
    assert!(id.starts_with("t-") && id.len() == 4);
    assert!(matches!(&*id, "t-17"));
    assert_eq!(first_letter(&id), Some('t'));

    let tail = Tail::from_static("ssh.login");
    assert!(matches!(tail.rsplit_once('.'), Some((_, "login"))));
    let name = TopicName::from_static("system.7");
    assert_eq!(name.rsplit('.').next().map(str::parse), Some(Ok(7)));

    // Where a type has a method of the same name as text, it is the type's.
    let pattern = Pattern::from_static("system.*");
    assert!(pattern.matches("system.7") && pattern.ends_with('*'));
    let root = TopicName::from_static("sys");
    assert_eq!(name.strip_prefix(&root), None);
    assert!(topics::Escaped::from_static("v1.2").contains('.'));
}

#[test]
fn segments_go_from_left_to_right_and_back() {
    let topic = TopicName::from_static("a.é.c");
    let forth: Vec<Segment<'_>> = topic.segments().collect();
    assert_eq!(forth, ["a", "é", "c"]);
    let back: Vec<Segment<'_>> = topic.segments().rev().collect();
    assert_eq!(back, ["c", "é", "a"]);
    let tail = Tail::from_static("a.é.c");
    assert!(tail.segments().eq(topic.segments()));
}

#[test]
fn a_segment_is_a_topic_a_tail_and_a_pattern() {
    let segment = Segment::from_static("a");
    assert_eq!(TopicName::from(segment.clone()), "a");
    assert_eq!(Tail::from(segment.clone()), "a");
    assert_eq!(Pattern::from(TopicName::from(segment)), "a");
}

/// Text near the rules: much of it is a topic or a pattern, or nearly one.
fn nearly_text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "a", "-", "é", "日", "😀", "<", ".", ".", "*", ">", ".>", " ", "\t", "\u{85}", "\u{a0}",
        "\u{1680}", "\u{200b}", "\u{2028}", "\u{3000}", "\u{fffd}", "\u{fffe}", "\0", "\u{7f}",
    ]);
    prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), nearly_text()]
}

/// An error points at a character, or behind the last one where a segment is missing.
fn points_at_a_character(error: &TextError) -> bool {
    error.text().is_char_boundary(error.at())
}

proptest! {
    #[test]
    fn exactly_the_segments_are_taken_as_segments(text in any_text()) {
        let found = Segment::new(text.as_str());
        prop_assert_eq!(found.is_ok(), naive::is_segment(&text));
        prop_assert!(found.err().is_none_or(|error| points_at_a_character(&error)));
    }

    #[test]
    fn exactly_the_topics_are_taken_as_topics_and_tails(text in any_text()) {
        let found = TopicName::new(text.as_str());
        prop_assert_eq!(found.is_ok(), naive::is_topic(&text));
        prop_assert!(found.err().is_none_or(|error| points_at_a_character(&error)));
        prop_assert_eq!(Tail::new(text.as_str()).is_ok(), naive::is_topic(&text));
    }

    #[test]
    fn exactly_the_patterns_are_taken_as_patterns(text in any_text()) {
        let found = Pattern::new(text.as_str());
        prop_assert_eq!(found.is_ok(), naive::is_pattern(&text));
        prop_assert!(found.err().is_none_or(|error| points_at_a_character(&error)));
    }

    #[test]
    fn the_segments_of_a_topic_join_to_the_topic(
        pieces in prop::collection::vec("[a-zé日<$-]{1,3}", 1..9),
    ) {
        let topic = TopicName::new(pieces.join(".")).expect("a topic");
        let segments: Vec<String> = topic.segments().map(String::from).collect();
        prop_assert_eq!(segments, pieces);
    }

    #[test]
    fn what_comes_before_the_fault_is_not_at_fault(text in any_text()) {
        if let Err(error) = Segment::new(text.as_str()) {
            let before = &text[..error.at()];
            prop_assert!(before.is_empty() || naive::is_segment(before));
            prop_assert!(!text[error.at()..].starts_with(naive::may_stand_in_a_segment));
        }
    }
}
