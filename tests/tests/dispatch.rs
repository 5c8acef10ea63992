//! A hierarchy so large that its parser is made of several functions, and that literals are searched for by
//! halving, held against templates that are tried one after the other.

use topics::{ParseError, ParseErrorKind, Template};
use topics_tests::{naive, reading};

topics::topics! {
    pub enum Bus;

    // Many literals at the first place, and at the second behind one of them.
    a0.<x>;
    a1.<x: u8>;
    a2.<x>;
    a3.<x: bool>;
    a4.<x>;
    a5.<x>;
    a6.<x: on | off>;
    a7.<x>;
    a8.<x..>;
    a9.<x>.b;
    many {
        l0; l1; l2; l3; l4; l5; l6; l7; l8; l9;
        #[was("a4")]
        l10;
        #[was("many.seventh")]
        7 as Seventh;
        <n: u8> as ManyNumber;
        <rest..> as ManyRest;
    }

    // More than one function tells apart, behind a placeholder.
    svc.<id> {
        k0; k1; k2; k3; k4; k5; k6; k7; k8; k9; k10; k11;
        k0 { a; b; c; d; on; <x: on | off> as K0Switch; }
        k1 { a; b; c; d; on; }
        k2 { a; b; c; d; on; }
        k3 { a; b; c; d; on; }
        k4 { a; b; c; d; on; }
        k5 { a; b; c; d; on; }
        k6 { a; b; c; d; on; }
        k7 { a; b; c; d; on; }
        k8 { a; b; c; d; on; }
        k9 { a; b; c; d; on; }
        <n: u8> as SvcNumber;
        <n: u8>.b as SvcNumberB;
        <n: u8>.<on: bool> as SvcNumberBool;
        <what>.<x: on | off> as SvcSwitch;
        k9.b.<x..> as SvcK9Rest;
        <rest..> as SvcRest;
    }
    svc.a0.k0 as A0K0;
    svc.a0.7.true as A0Seven;
    #[was("many.k0.<x>")]
    #[was("svc.a0.k0.z.<x>")]
    svc.a0.k0.b.<x> as A0Rest;

    #[was("wide.<x>.old.<y: u8>")]
    wide.<x>.<y: u8> as WideNumber;
    wide.<x>.<y>.<z> as WideText;

    // Deeper than the comparisons of one function are nested.
    deep {
        b.a.a.a.a.a.a.a.a.a.a.a.a.a as Deep0;
        a.b.a.a.a.a.a.a.a.a.a.a.a.a as Deep1;
        a.a.b.a.a.a.a.a.a.a.a.a.a.a as Deep2;
        a.a.a.b.a.a.a.a.a.a.a.a.a.a as Deep3;
        a.a.a.a.b.a.a.a.a.a.a.a.a.a as Deep4;
        a.a.a.a.a.b.a.a.a.a.a.a.a.a as Deep5;
        a.a.a.a.a.a.b.a.a.a.a.a.a.a as Deep6;
        a.a.a.a.a.a.a.b.a.a.a.a.a.a as Deep7;
        a.a.a.a.a.a.a.a.b.a.a.a.a.a as Deep8;
        a.a.a.a.a.a.a.a.a.b.a.a.a.a as Deep9;
        a.a.a.a.a.a.a.a.a.a.b.a.a.a as Deep10;
        a.a.a.a.a.a.a.a.a.a.a.b.a.a as Deep11;
        a.a.a.a.a.a.a.a.a.a.a.a.b.a as Deep12;
        a.a.a.a.a.a.a.a.a.a.a.a.a.b as Deep13;
        a.<x>.a.a.a.a.a.a.a.a.a.a.a.b as DeepAny;
        <rest..> as DeepRest;
    }
}

fn refused(error: &ParseError) -> Option<Template<'static>> {
    match error.kind() {
        ParseErrorKind::Parameter { template, .. } => Some(template),
        ParseErrorKind::UnknownTopic => None,
        _ => panic!("{error}"),
    }
}

fn assert_is_found(topic: &str) {
    let found = Bus::parse_with_template(topic);
    let by = found.as_ref().map(|(_, by)| *by).map_err(refused);
    let all = Bus::TEMPLATES.iter().chain(Bus::FORMER).copied();
    assert_eq!(by, reading::template_of(all, topic), "{topic}");
    if let Ok((read, by)) = found {
        assert_eq!(Bus::parse(topic).as_ref(), Ok(&read));
        if Bus::TEMPLATES.contains(&by) {
            assert_eq!(read.name(), topic);
            assert_eq!(read.template(), by);
        } else {
            let former = read.former_names();
            assert!(former.iter().any(|name| name == topic), "{topic}");
        }
    }
}

#[test]
fn each_template_is_found_among_many() {
    const WORDS: [&str; 15] = [
        "a0", "a8", "b", "k0", "k5", "k9", "l10", "many", "old", "on", "svc", "true", "wide", "7",
        "300",
    ];
    for topic in naive::topics(&WORDS, 4) {
        assert_is_found(&topic);
    }
}

/// The alphabet is larger where the literals are many.
#[test]
fn each_literal_is_found_among_many() {
    let mut words: Vec<String> = Vec::new();
    for index in 0..12 {
        words.extend(["a", "l", "k"].map(|letter| format!("{letter}{index}")));
    }
    // Before, between and behind them, as they are sorted.
    words.extend(
        [
            "", "0", "a", "a00", "k", "l1x", "m", "o", "off", "on", "seventh", "zz", "é",
        ]
        .map(String::from),
    );
    words.retain(|word| !word.is_empty());
    for last in &words {
        assert_is_found(last);
        for first in &words {
            assert_is_found(&format!("{first}.{last}"));
        }
        for before in ["many", "svc.x", "svc.a0", "svc.k0.off", "svc.7"] {
            for behind in ["", ".b", ".on", ".b.x", ".x.y.z"] {
                assert_is_found(&format!("{before}.{last}{behind}"));
            }
        }
    }
}

#[test]
fn each_template_is_found_however_deep() {
    for bits in 0..1 << 14 {
        let topic = (0..14).fold(String::from("deep"), |topic, place| {
            topic + if bits & (1 << place) == 0 { ".a" } else { ".b" }
        });
        assert_is_found(&topic);
    }
    for place in 1..15 {
        let mut segments = vec!["a"; 15];
        segments[0] = "deep";
        segments[place] = "x";
        assert_is_found(&segments.join("."));
        segments[14] = "b";
        assert_is_found(&segments.join("."));
    }
}

#[test]
fn a_refused_parameter_falls_back_to_a_less_specific_template() {
    for (topic, template) in [
        ("many.7", "many.7"),
        ("many.8", "many.<n: u8>"),
        ("many.300", "many.<rest..>"),
        ("svc.x.8", "svc.<id>.<n: u8>"),
        ("svc.x.300", "svc.<id>.<rest..>"),
        ("svc.x.7.b", "svc.<id>.<n: u8>.b"),
        ("svc.x.300.b", "svc.<id>.<rest..>"),
        ("svc.x.7.true", "svc.<id>.<n: u8>.<on: bool>"),
        ("svc.x.7.on", "svc.<id>.<what>.<x: on | off>"),
        ("svc.a0.7.true", "svc.a0.7.true"),
        ("many.k0.x", "many.k0.<x>"),
        ("svc.a0.k0.z.x", "svc.a0.k0.z.<x>"),
        ("wide.x.old.8", "wide.<x>.old.<y: u8>"),
        ("wide.x.old.y", "wide.<x>.<y>.<z>"),
    ] {
        let found = Bus::parse_with_template(topic).map(|(_, by)| by.to_string());
        assert_eq!(found.as_deref(), Ok(template), "{topic}");
    }
    let error = Bus::parse("a1.300").unwrap_err();
    assert_eq!(refused(&error).unwrap(), "a1.<x: u8>");
    assert_eq!(refused(&Bus::parse("a12.x").unwrap_err()), None);
}

/// What the sizes of the parser's parts are compared with; see there.
#[test]
fn it_is_as_large_as_it_has_to_be() {
    let names: Vec<&Template<'_>> = Bus::TEMPLATES.iter().chain(Bus::FORMER).collect();
    let of_four = names
        .iter()
        .filter(|name| name.as_str().starts_with("svc.") && name.segments().count() == 4);
    assert!(of_four.count() > 48);
    let firsts: std::collections::BTreeSet<_> = names
        .iter()
        .filter(|name| name.segments().count() == 2)
        .map(|name| name.as_str().split('.').next())
        .collect();
    assert!(firsts.len() > 8, "{firsts:?}");
}
