//! What a description of texts says, held against the same said in plain words.

use proptest::prelude::*;
use topics::{Texts, ValueError};
use topics_tests::naive;

/// A description as it is meant.
#[derive(Clone, Debug)]
enum Meant {
    /// For each value what it is written as, and what it was.
    Listed(Vec<Vec<String>>),
    Spelled {
        prefix: String,
        kind: &'static str,
        suffix: String,
    },
}

impl Meant {
    fn text(&self) -> String {
        match self {
            Self::Listed(values) => {
                let values = values.iter().map(|texts| texts.join(" was "));
                values.collect::<Vec<_>>().join(" | ")
            }
            Self::Spelled {
                prefix,
                kind,
                suffix,
            } => format!("{prefix}<{kind}>{suffix}"),
        }
    }

    fn has(&self, text: &str) -> bool {
        naive::is_segment(text)
            && match self {
                Self::Listed(values) => values.iter().flatten().any(|own| own == text),
                Self::Spelled {
                    prefix,
                    kind,
                    suffix,
                } => {
                    let inside = text.strip_prefix(prefix.as_str());
                    let inside = inside.and_then(|text| text.strip_suffix(suffix.as_str()));
                    inside.is_some_and(|inside| spells(kind, inside))
                }
            }
    }
}

fn spells(kind: &str, text: &str) -> bool {
    let number = |least: i32, greatest: i32| {
        text.parse::<i32>()
            .is_ok_and(|number| number.to_string() == text && (least..=greatest).contains(&number))
    };
    match kind {
        "any" | "unknown" => !text.is_empty(),
        "u8" => number(0, 255),
        "i8" => number(-128, 127),
        "nonzero u8" => number(1, 255),
        "1..=12" => number(1, 12),
        "-9..=10" => number(-9, 10),
        "nonzero -9..=9" => number(-9, 9) && text != "0",
        "uuid" => {
            let groups: Vec<&str> = text.split('-').collect();
            let is_digit = |c: char| c.is_ascii_digit() || ('a'..='f').contains(&c);
            groups.iter().map(|group| group.len()).eq([8, 4, 4, 4, 12])
                && groups.concat().chars().all(is_digit)
        }
        "escaped" => unescaped(text).is_some_and(|meant| escaped(&meant) == text),
        other => panic!("{other}"),
    }
}

fn escaped(text: &str) -> String {
    if text.is_empty() {
        return String::from("%");
    }
    let mut escaped = String::new();
    for c in text.chars() {
        if naive::may_stand_in_a_segment(c) && c != '%' {
            escaped.push(c);
        } else {
            let bytes = c.to_string().into_bytes();
            escaped.extend(bytes.iter().map(|byte| format!("%{byte:02X}")));
        }
    }
    escaped
}

fn unescaped(text: &str) -> Option<String> {
    if text == "%" {
        return Some(String::new());
    }
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let digits = [rest.next()?, rest.next()?];
        bytes.push(u8::from_str_radix(str::from_utf8(&digits).ok()?, 16).ok()?);
    }
    String::from_utf8(bytes).ok()
}

const KINDS: [&str; 10] = [
    "any",
    "unknown",
    "u8",
    "i8",
    "nonzero u8",
    "1..=12",
    "-9..=10",
    "nonzero -9..=9",
    "uuid",
    "escaped",
];

/// Words that are near to what is spelled, and to each other.
const WORDS: [&str; 24] = [
    "a",
    "b",
    "was",
    "wasp",
    "|",
    "-",
    "1",
    "7",
    "0",
    "07",
    "12",
    "13",
    "-9",
    "255",
    "256",
    "-128",
    "%",
    "%20",
    "%2",
    "%41",
    "a%C3%A9",
    "%E3%80%80",
    "x<y",
    "67e55044-10b1-426f-9247-bb680e5fe0c8",
];

fn word() -> impl Strategy<Value = String> {
    proptest::sample::select(WORDS.to_vec()).prop_map(String::from)
}

fn affix() -> impl Strategy<Value = String> {
    let some = proptest::sample::select(vec!["", "", "a", "1", "-", "%", "é", "was", "dev-"]);
    some.prop_map(String::from)
}

fn meant() -> impl Strategy<Value = Meant> {
    let texts = prop::collection::vec(word(), 1..4);
    let listed = prop::collection::vec(texts, 1..5).prop_map(Meant::Listed);
    let kinds = proptest::sample::select(KINDS.to_vec());
    let spelled = (affix(), kinds, affix());
    let spelled = spelled.prop_map(|(prefix, kind, suffix)| Meant::Spelled {
        prefix,
        kind,
        suffix,
    });
    prop_oneof![listed, spelled]
}

/// Every word between any two affixes.
fn samples() -> Vec<String> {
    let affixes = ["", "a", "1", "-", "%", "é", "was", "dev-"];
    let insides = WORDS.iter().chain(&["", ".", "a b", "*"]);
    let samples = insides.flat_map(|inside| {
        let pairs = affixes
            .iter()
            .flat_map(|start| affixes.map(|end| (start, end)));
        pairs.map(move |(start, end)| format!("{start}{inside}{end}"))
    });
    samples.collect()
}

proptest! {
    #[test]
    fn a_description_has_what_it_means(meant in meant()) {
        let text = meant.text();
        let texts = Texts::new(&text).expect("a description");
        prop_assert_eq!(texts.as_str(), &text);
        for sample in samples() {
            prop_assert_eq!(texts.have(&sample), meant.has(&sample), "`{}` of `{}`", sample, text);
        }
        if let Meant::Listed(values) = &meant {
            let written = texts.values().expect("a list");
            prop_assert!(written.clone().eq(values.iter().map(|texts| texts[0].as_str())));
            let former = values.iter().flat_map(|texts| {
                texts[1..].iter().map(|former| (texts[0].as_str(), former.as_str()))
            });
            prop_assert!(written.former().eq(former));
        }
    }

    #[test]
    fn what_covers_another_has_all_its_texts(one in meant(), other in meant()) {
        let (one_text, other_text) = (one.text(), other.text());
        let [texts, others] = [&one_text, &other_text].map(|text| Texts::new(text).expect("a description"));
        let mut all = samples();
        if let Meant::Listed(values) = &other {
            all.extend(values.iter().flatten().cloned());
        }
        let lacks = all.iter().find(|text| other.has(text) && !one.has(text));
        if texts.cover(others) {
            prop_assert_eq!(lacks, None, "{} {}", texts, others);
            prop_assert!(texts.are_known());
        } else if matches!((&one, &other), (_, Meant::Listed(_))) && texts.are_known() {
            // Of a list, all is looked at.
            prop_assert!(lacks.is_some(), "{} {}", texts, others);
        }
        prop_assert!(texts.cover(texts) == texts.are_known());
    }

    /// The error lists what is written, and is one that a type of the user's can have.
    #[test]
    fn an_error_lists_what_is_written(values in prop::collection::vec(prop::collection::vec(word(), 1..3), 1..4)) {
        let text: &'static str = Box::leak(Meant::Listed(values.clone()).text().into_boxed_str());
        let error = ValueError::not_one_of(Texts::from_static(text)).to_string();
        let shown = values.iter().map(|texts| format!("`{}`", texts[0]));
        let shown: Vec<String> = shown.collect();
        let expected = match &shown[..] {
            [one] => one.clone(),
            [all @ .., last] => format!("{} or {last}", all.join(", ")),
            [] => unreachable!("one at least"),
        };
        prop_assert_eq!(error, format!("expected {expected}"));
    }
}
