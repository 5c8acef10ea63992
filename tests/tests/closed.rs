//! The values of closed placeholders: however many there are, and however long, each is written and read as itself,
//! and nothing else is read.

use std::str::FromStr;

use topics::{Segment, SegmentValue, Topic};

topics::topics! {
    pub enum BusTopic;

    short.<value: a | on | off | left | right | failed | applied | applying>.behind;
    long.<value: nine-char | ten-chars- | sixteen-of-bytes | on>;
    longer.<value: seventeen-of-byte | seventeen-of-bytf | on>;
    many.<value: v0 | v1 | v2 | v3 | v4 | v5 | v6 | v7 | v8 | v9 | v10 | v11 | v12 | v13 | v14 | v15 | v16>;
    <value: first | second>.at_the_beginning;
    "ü".<value: "äöü" | "äöß" | "日本語">.<other: yes | no> as Umlaut;
}

/// Every text that is one of a value's with a byte more, less or changed.
fn near(text: &str) -> Vec<String> {
    let characters: Vec<char> = text.chars().collect();
    let mut near = vec![format!("{text}x"), format!("x{text}"), text.repeat(2)];
    for at in 0..characters.len() {
        let mut changed = characters.clone();
        changed[at] = 'x';
        near.push(changed.iter().collect());
        changed.remove(at);
        near.push(changed.into_iter().collect());
    }
    near
}

/// Each value is written as its text and read from it, in a topic and alone; what is near is no value.
#[track_caller]
fn each_is_itself<T, N>(values: &[T], topic: impl Fn(T) -> N, before: &str, behind: &str)
where
    T: SegmentValue + Copy + FromStr,
    N: Topic + Into<BusTopic>,
{
    let texts = T::TEXTS
        .values()
        .expect("the texts of a closed placeholder");
    assert_eq!(values.len(), texts.clone().count());
    for (value, text) in values.iter().zip(texts.clone()) {
        let name = format!("{before}{text}{behind}");
        assert_eq!(topic(*value).name(), name.as_str());
        assert_eq!(topic(*value).to_string(), name);
        let mut written = String::from("> ");
        topic(*value).write_to(&mut written);
        assert_eq!(written, format!("> {name}"));
        assert_eq!(BusTopic::parse(&name), Ok(topic(*value).into()));

        assert_eq!(text.parse().ok(), Some(*value));
        for other in near(text) {
            let known = texts.clone().position(|text| text == other);
            let known = known.map(|place| values[place]);
            assert_eq!(other.parse().ok(), known, "{other}");
            let segment = Segment::new(other.as_str()).ok();
            let read = segment.and_then(|segment| T::from_segment(segment).ok());
            assert_eq!(read, known, "{other}");
        }
    }
    assert!("".parse::<T>().is_err());
}

#[test]
fn short_texts() {
    each_is_itself(ShortBehindValue::ALL, ShortBehind::new, "short.", ".behind");
}

#[test]
fn texts_of_up_to_sixteen_bytes() {
    each_is_itself(LongValue::ALL, Long::new, "long.", "");
}

#[test]
fn longer_texts() {
    each_is_itself(LongerValue::ALL, Longer::new, "longer.", "");
}

#[test]
fn many_texts() {
    each_is_itself(ManyValue::ALL, Many::new, "many.", "");
}

#[test]
fn texts_at_the_beginning_of_a_name() {
    each_is_itself(
        AtTheBeginningValue::ALL,
        AtTheBeginning::new,
        "",
        ".at_the_beginning",
    );
}

#[test]
fn texts_beyond_ascii() {
    for other in UmlautOther::ALL {
        let topic = |value| Umlaut::new(value, *other);
        each_is_itself(UmlautValue::ALL, topic, "ü.", &format!(".{other}"));
    }
}

#[test]
fn a_value_is_debugged_as_the_name_of_its_variant() {
    let shown = format!("{:?}", ShortBehindValue::ALL);
    assert_eq!(
        shown,
        "[A, On, Off, Left, Right, Failed, Applied, Applying]"
    );
}
