//! `parse` of a declared hierarchy, to the most specific of all templates that take the topic.
//!
//! Half of the inputs are built of the words that are declared, half are any text.
#![no_main]

use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;
use topics::{ParseError, ParseErrorKind, Template};
use topics_tests::{naive, reading};

topics::topics! {
    /// Every topic.
    pub enum Bus;

    a.<x: u8> as ANumber;
    a.7;
    a.<x: on | off was b>.b as ASwitch;
    a.<x>.b;
    a.<rest..> as ARest;
    #[was("old.<x>.<y>")]
    #[was("a.on.b.<x>.<y>")]
    pair.<x>.<y>;
    pair.<x: bool>.true as PairTrue;
    pair.<rest..> as PairRest;
    "größe".<x: bool>.<y: u8> as Size;
    eight-by.nine-byte.<x: eight-by | "nine-byte">.a as Long;
    eight-by.<rest..> as LongRest;
}

const WORDS: [&str; 16] = [
    "a",
    "b",
    "7",
    "07",
    "256",
    "255",
    "on",
    "off",
    "old",
    "pair",
    "true",
    "false",
    "größe",
    "eight-by",
    "nine-byte",
    "",
];

#[derive(Arbitrary, Debug)]
enum Input<'a> {
    Words(Vec<u8>),
    Text(&'a str),
}

fuzz_target!(|input: Input<'_>| {
    match input {
        Input::Words(places) => {
            let words = places
                .iter()
                .take(7)
                .map(|place| WORDS[usize::from(*place) % WORDS.len()]);
            check(&words.collect::<Vec<_>>().join("."));
        }
        Input::Text(text) => check(text),
    }
});

fn check(text: &str) {
    let found = Bus::parse_with_template(text);
    if !naive::is_topic(text) {
        assert!(matches!(
            found.unwrap_err().kind(),
            ParseErrorKind::NotATopic(_)
        ));
        return;
    }
    let templates = Bus::TEMPLATES.iter().chain(Bus::FORMER).copied();
    let by = found.as_ref().map(|(_, by)| *by).map_err(refused);
    assert_eq!(by, reading::template_of(templates, text), "{text}");
    if let Ok((read, by)) = found {
        assert_eq!(Bus::parse(text).as_ref(), Ok(&read));
        assert!(read.template() == by || Bus::FORMER.contains(&by), "{text}");
        assert!(
            read.name() == text || read.former_names().iter().any(|name| name == text),
            "{text}"
        );
    }
}

fn refused(error: &ParseError) -> Option<Template<'static>> {
    match error.kind() {
        ParseErrorKind::Parameter { template, .. } => Some(template),
        ParseErrorKind::UnknownTopic => None,
        _ => panic!("{error}"),
    }
}
