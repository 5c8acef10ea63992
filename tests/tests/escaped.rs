//! `Escaped`: every text is one segment, every segment is at most one text, and the two are inverse.

use std::collections::{HashMap, HashSet};

use proptest::prelude::*;
use topics::{Escaped, Segment, SegmentValue, pattern, topics};
use topics_tests::naive;

topics! {
    pub enum PackageTopic;
    package.<name: Escaped>.<version: Escaped>;
}

#[test]
fn its_text_can_be_taken_out() {
    assert_eq!(String::from(Escaped::from("v1.2")), "v1.2");
    assert_eq!(Escaped::from(String::from("v1.2")).into_string(), "v1.2");
}

/// The rule as it is documented, a character at a time.
fn written(text: &str) -> String {
    if text.is_empty() {
        return "%".to_owned();
    }
    let mut written = String::new();
    for c in text.chars() {
        if c != '%' && naive::may_stand_in_a_segment(c) {
            written.push(c);
        } else {
            let bytes = c.to_string().into_bytes();
            written.extend(bytes.iter().map(|byte| format!("%{byte:02X}")));
        }
    }
    written
}

fn read(segment: &str) -> Result<String, String> {
    let segment = Segment::new(segment).map_err(|error| error.to_string())?;
    match Escaped::from_segment(segment) {
        Ok(escaped) => Ok(escaped.into_string()),
        Err(error) => Err(error.to_string()),
    }
}

fn texts(alphabet: &[&str], most: usize) -> Vec<String> {
    let texts = naive::sequences(alphabet, most).into_iter();
    texts.map(|text| text.concat()).collect()
}

#[test]
fn every_character_is_written_by_the_rule_and_read_back() {
    for c in '\0'..=char::MAX {
        for text in [format!("{c}"), format!("a{c}b")] {
            let escaped = Escaped::new(text.as_str());
            let segment = escaped.to_segment();
            assert_eq!(segment, written(&text), "{text:?}");
            assert!(naive::is_segment(segment.as_str()), "{text:?}");
            assert_eq!(read(segment.as_str()).as_deref(), Ok(text.as_str()));
        }
    }
}

#[test]
fn short_texts_have_segments_of_their_own() {
    let mut texts = texts(&["a", "2", "E", "%", ".", " ", "é", "\u{3000}", "*"], 4);
    texts.push(String::new());
    let mut segments = HashSet::new();
    for text in &texts {
        let segment = Escaped::new(text.as_str()).to_segment().to_string();
        assert_eq!(segment, written(text));
        assert_eq!(read(&segment).as_ref(), Ok(text));
        assert!(segments.insert(segment), "{text:?}");
    }
    assert_eq!(segments.len(), texts.len());
}

#[test]
fn of_all_short_segments_those_are_read_that_some_text_is_written_as() {
    // All that seven bytes of these can say: `%2E`, `%C3%A9`, and a great deal of nonsense.
    let alphabet = ["%", "2", "E", "C", "3", "A", "9", "e"];
    let mut read_back = 0;
    for segment in texts(&alphabet, 6) {
        if let Ok(text) = read(&segment) {
            assert_eq!(written(&text), segment);
            read_back += 1;
        }
    }
    // All those without `%`, and some with.
    let plain: usize = (1..=6).map(|length| 7_usize.pow(length)).sum();
    assert!(read_back > plain, "{read_back}");
    // What is written is read, as the other tests say; so nothing is refused that should be read.
}

#[test]
fn a_refusal_says_why() {
    let no_escape =
        "`%` must be followed by two hexadecimal digits, and the decoded bytes must be UTF-8";
    for segment in ["%%", "a%", "a%2", "%é", "%C3", "%C3é", "é%A9", "%ED%A0%80"] {
        assert_eq!(read(segment).unwrap_err(), no_escape, "{segment}");
    }
    let other = "escapes are written in upper case, and only where a segment or `%` needs one";
    for segment in ["v1%2e2", "%+1", "%41", "%C3%A9", "%2E%61"] {
        assert_eq!(read(segment).unwrap_err(), other, "{segment}");
    }
}

#[test]
fn a_topic_of_any_texts_is_read_as_it_was_built() {
    for (name, version, expected) in [
        ("a/b.git", "v1.2", "package.a/b%2Egit.v1%2E2"),
        ("", "", "package.%.%"),
        ("100%", ">", "package.100%25.%3E"),
        ("ann@example.org", "1 2", "package.ann@example%2Eorg.1%202"),
        (
            "a\r\nPUB x 0",
            "\u{fffd}",
            "package.a%0D%0APUB%20x%200.%EF%BF%BD",
        ),
    ] {
        let topic = Package::new(Escaped::new(name), Escaped::new(version));
        assert_eq!(topic.to_string(), expected);
        let read = Package::parse(expected).unwrap();
        assert_eq!(read, topic);
        assert_eq!((read.name.as_str(), read.version.as_str()), (name, version));
    }
    assert!(PackageTopic::parse("package.a.v1.2").is_err());
}

#[test]
fn it_is_captured_and_set_like_any_value() {
    let version = Escaped::from("v1.2");
    assert_eq!(
        pattern!(PackageTopic, "package.*.{version}").unwrap(),
        "package.*.v1%2E2"
    );
    assert_eq!(
        Package::pattern().version(version).to_string(),
        "package.*.v1%2E2"
    );
}

#[test]
fn it_is_compared_hashed_shown_and_serialized_as_its_text() {
    const STATIC: Escaped = Escaped::from_static("v1.2");
    let owned = Escaped::from("v1.2".to_owned());
    assert_eq!(STATIC, owned);
    assert_eq!(owned, "v1.2");
    assert_eq!("v1.2", owned);
    assert_eq!(format!("{owned:?}"), r#"Escaped("v1.2")"#);
    let counts = HashMap::from([(owned, 7)]);
    assert_eq!(counts.get("v1.2"), Some(&7));
    let json = serde_json::to_string(&STATIC).unwrap();
    assert_eq!(json, r#""v1.2""#);
    assert_eq!(serde_json::from_str::<Escaped>(&json).unwrap(), STATIC);
}

proptest! {
    #[test]
    fn any_text_survives(text in any::<String>()) {
        let escaped = Escaped::new(text.as_str());
        let segment = escaped.to_segment();
        prop_assert!(naive::is_segment(segment.as_str()));
        prop_assert_eq!(segment.as_str(), written(&text));
        prop_assert_eq!(read(segment.as_str()), Ok(text.clone()));
        let name = Package::new(escaped.clone(), Escaped::new("")).to_string();
        prop_assert_eq!(Package::parse(&name).unwrap().name, escaped);
    }

    #[test]
    fn what_is_read_is_displayed_unchanged(segment in "[%0-9A-Fa-f.é ]{0,12}") {
        if let Ok(text) = read(&segment) {
            prop_assert_eq!(written(&text), segment);
        }
    }
}
