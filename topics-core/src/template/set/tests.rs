//! Sets of texts held against what they mean for every short text.

use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use alloc::{format, vec};

use super::super::Texts;
use super::*;

const DESCRIPTIONS: [&str; 36] = [
    "a",
    "a | 1",
    "1 | 12 | -1",
    "%2E | a2",
    "<any>",
    "<u8>",
    "<i8>",
    "<nonzero i8>",
    "<u128>",
    "<0..=0>",
    "<0..=9>",
    "<1..=12>",
    "<12..=21>",
    "<-2..=12>",
    "<-12..=-1>",
    "<nonzero -1..=1>",
    "<nonzero 0..=2>",
    "<uuid>",
    "<escaped>",
    "a<any>",
    "<any>a",
    "a<any>a",
    "a-<any>",
    "1<any>",
    "<any>2",
    "a<0..=12>",
    "a<nonzero u8>",
    "<0..=12>a",
    "a-<u8>",
    "a<uuid>",
    "<uuid>a",
    "<escaped>a",
    "a<escaped>",
    "-<any>",
    "%<u8>",
    "<u8>%",
];

/// All texts of up to four characters, and some longer ones.
fn texts() -> Vec<String> {
    let mut texts = vec![String::new()];
    let mut begin = 0;
    for _ in 0..4 {
        let end = texts.len();
        for index in begin..end {
            for c in "a012-%E".chars() {
                texts.push(format!("{}{c}", texts[index]));
            }
        }
        begin = end;
    }
    texts.remove(0);
    for uuid in [
        "67e55044-10b1-426f-9247-bb680e5fe0c8",
        "a7e55044-10b1-426f-9247-bb680e5fe0c8",
        "a7e55044-10b1-426f-9247-bb680e5fe0ca",
        "17e55044-10b1-426f-9247-bb680e5fe0c2",
        "00000000-0000-0000-0000-00000000000a",
        "17E55044-10b1-426f-9247-bb680e5fe0c8",
        "67e55044010b1-426f-9247-bb680e5fe0c8",
    ] {
        texts.extend([uuid.into(), format!("a{uuid}"), format!("{uuid}a")]);
    }
    for text in [
        "%E3%80%80",
        "%E3%80",
        "%E3%80%80a",
        "a%20%25",
        "%C3%A9",
        "255",
        "256",
    ] {
        texts.push(text.into());
    }
    for limit in [i128::from(i8::MAX), i128::MAX - 1] {
        texts.extend([limit, limit + 1, -limit - 1].map(|number| number.to_string()));
    }
    texts
}

/// What a description says, in plain words.
fn has(description: &str, text: &str) -> bool {
    let Some((prefix, rest)) = description.split_once('<') else {
        return description.split(" | ").any(|value| value == text);
    };
    let (rule, suffix) = rest.split_once('>').unwrap();
    let inside = text.strip_prefix(prefix);
    let Some(inside) = inside.and_then(|rest| rest.strip_suffix(suffix)) else {
        return false;
    };
    let in_range = |least: i128, greatest: u128| {
        let is_negative = inside.starts_with('-');
        let is_one = inside.parse::<u128>().map(|n| n.to_string()) == Ok(inside.into())
            || inside.parse::<i128>().map(|n| n.to_string()) == Ok(inside.into());
        is_one
            && inside.parse().map_or(!is_negative, |n: i128| n >= least)
            && inside.parse().map_or(is_negative, |n: u128| n <= greatest)
    };
    let (range, is_nonzero) = match rule.strip_prefix("nonzero ") {
        Some(range) => (range, true),
        None => (rule, false),
    };
    if is_nonzero && inside == "0" {
        return false;
    }
    match range {
        "any" => !inside.is_empty(),
        "u8" => in_range(0, u128::from(u8::MAX)),
        "i8" => in_range(i8::MIN.into(), 127),
        "u128" => in_range(0, u128::MAX),
        "uuid" => {
            let is_hex = |part: &str| part.chars().all(|c| matches!(c, '0'..='9' | 'a'..='f'));
            let parts: Vec<&str> = inside.split('-').collect();
            let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
            lengths == [8, 4, 4, 4, 12] && parts.into_iter().all(is_hex)
        }
        "escaped" => unescaped(inside).is_some_and(|text| escaped(&text) == inside),
        _ => {
            let (least, greatest) = range.split_once("..=").unwrap();
            let greatest: i128 = greatest.parse().unwrap();
            let is_negative = greatest < 0;
            in_range(least.parse().unwrap(), greatest.try_into().unwrap_or(0))
                && (!is_negative || inside.parse().is_ok_and(|n: i128| n <= greatest))
        }
    }
}

fn escaped(text: &str) -> String {
    if text.is_empty() {
        return "%".into();
    }
    let write = |c: char| {
        let text = c.to_string();
        let stays = c != '%' && check_segment(text.as_bytes()).is_ok();
        let escape = text.bytes().map(|byte| format!("%{byte:02X}"));
        if stays {
            text.clone()
        } else {
            escape.collect::<Vec<_>>().concat()
        }
    };
    text.chars().map(write).collect()
}

fn unescaped(text: &str) -> Option<String> {
    let mut parts = text.split('%');
    let mut bytes: Vec<u8> = parts.next()?.into();
    if text == "%" {
        return Some(String::new());
    }
    for part in parts {
        bytes.push(u8::from_str_radix(part.get(..2)?, 16).ok()?);
        bytes.extend(part.get(2..)?.bytes());
    }
    String::from_utf8(bytes).ok()
}

#[test]
#[cfg_attr(miri, ignore = "would take an hour")]
fn a_set_is_what_its_description_says() {
    let texts = texts();
    let sets: Vec<(Texts<'_>, Vec<bool>)> = DESCRIPTIONS
        .iter()
        .map(|description| {
            let set = Texts::new(description).unwrap();
            let has: Vec<bool> = texts.iter().map(|text| has(description, text)).collect();
            for (text, has) in texts.iter().zip(&has) {
                assert_eq!(set.have(text), *has, "{description} {text}");
            }
            assert!(has.contains(&true), "{description}");
            (set, has)
        })
        .collect();
    for (a, ours) in &sets {
        for (b, theirs) in &sets {
            let both = ours.iter().zip(theirs);
            let shares = both.clone().any(|(our, their)| *our && *their);
            let (x, y) = (a.read().0, b.read().0);
            assert_eq!(x.overlaps(y), shares, "{a} {b}");
            let covers = both.clone().all(|(our, their)| *our || !*their);
            // That a rule has no more texts than a list, and that all it has begins with a sign, isn't looked for.
            let is_beyond = matches!([x, y], [Set::Values(_), Set::Spelled(_)])
                || a.as_str() == "-<any>" && b.as_str() == "<-12..=-1>";
            assert_eq!(a.cover(*b), covers && !is_beyond, "{a} {b}");
        }
    }
}

#[test]
fn what_two_sets_share_has_samples() {
    let step = if cfg!(miri) { 5 } else { 1 };
    for a in DESCRIPTIONS.into_iter().step_by(step) {
        for b in DESCRIPTIONS {
            let sets = [a, b].map(|text| Texts::new(text).unwrap().read().0);
            let mut shared = Shared::of(sets[0], sets[1]);
            if let Shared::Listed(..) = shared {
                continue;
            }
            while let Some(sample) = shared.next() {
                let text = sample.concat();
                assert!(has(a, &text) && has(b, &text), "{a} {b} {text}");
            }
        }
    }
}

#[test]
fn what_is_no_description_is_refused() {
    for text in [
        "",
        " ",
        "a |",
        "| a",
        "a  | b",
        "a|  b",
        "a | b ",
        "a |b | c",
        "a.b",
        "a*",
        "a b",
        "<>",
        ">",
        "a>",
        "<Any>",
        "<u7>",
        "<1..2>",
        "<2..=1>",
        "<01..=2>",
        "<1..=>",
        "<..=2>",
        "<nonzero 0..=0>",
        "<nonzero>",
        "<uuid> | a",
        "a.<any>",
        "<any>.",
        "<any> ",
        "<any><any>",
        "<any>>",
        "a | <any>",
    ] {
        assert_eq!(Texts::new(text), None, "{text:?}");
    }
    for text in ["<", "<a | b", "|", "a|b | c", "<<any>", "é<u8>é"] {
        assert!(Texts::new(text).is_some(), "{text:?}");
    }
}

#[test]
fn affixes_go_around_each_text() {
    for (texts, expected) in [
        ("eu | us", "dev-eu-1 | dev-us-1"),
        ("eu", "dev-eu-1"),
        ("<nonzero u8>", "dev-<nonzero u8>-1"),
        ("a<any>b", "dev-a<any>b-1"),
    ] {
        let texts = Texts::from_checked(texts);
        let (all, length) = super::super::texts::affixed::<64>("dev-", texts, "-1");
        assert_eq!(core::str::from_utf8(&all[..length]), Ok(expected));
        let (_, only) = super::super::texts::affixed::<0>("dev-", texts, "-1");
        assert_eq!(only, length);
    }
}
