//! Names, types and texts, as they are read and written.

use proc_macro2::TokenStream;

use crate::braces::{read, unescape};
use crate::case::{RENAME_RULES, upper_camel};
use crate::messages;
use crate::source_text::source_text;

#[test]
fn segments_become_upper_camel_case() {
    for (segment, name) in [
        ("mutation", "Mutation"),
        ("mutate_request", "MutateRequest"),
        ("my-topic", "MyTopic"),
        ("$SYS", "Sys"),
        ("$JS.API", "JsApi"),
        ("HTTPServer", "HttpServer"),
        ("camelCase", "CamelCase"),
        ("v2beta", "V2beta"),
        ("v2Beta", "V2Beta"),
        ("10.0", "100"),
        ("état", "État"),
        ("日本", "日本"),
        ("_", ""),
        ("🦀", ""),
    ] {
        assert_eq!(upper_camel(segment), name, "{segment}");
    }
}

#[test]
fn variants_are_renamed_as_by_serde() {
    let known = [
        ("lowercase", "verytasty"),
        ("UPPERCASE", "VERYTASTY"),
        ("PascalCase", "VeryTasty"),
        ("camelCase", "veryTasty"),
        ("snake_case", "very_tasty"),
        ("SCREAMING_SNAKE_CASE", "VERY_TASTY"),
        ("kebab-case", "very-tasty"),
        ("SCREAMING-KEBAB-CASE", "VERY-TASTY"),
    ];
    for ((rule, rename), (name, renamed)) in RENAME_RULES.into_iter().zip(known) {
        assert_eq!((rule, &*rename("VeryTasty")), (name, renamed));
    }
}

#[test]
fn types_are_spaced_as_rustfmt_would() {
    for text in [
        "u32",
        "uuid::Uuid",
        "::std::num::NonZero<u8>",
        "[u8; 4]",
        "Pair<A, Vec<B>>",
        "fn(u8) -> Option<u8>",
        "fn(key: u8)",
        "dyn Any + Send",
        "Tagged<'static, dyn Any>",
        "(A, B)",
    ] {
        let of: syn::Type = syn::parse_str(text).unwrap();
        assert_eq!(source_text(&of), text);
    }
}

#[test]
fn paths_are_spaced_as_they_are_declared() {
    for text in [
        "a.<id>.b.<rest..>",
        "a.<id: uuid::Uuid>",
        "a.<state: on | off | half-open>",
    ] {
        let of: TokenStream = text.parse().unwrap();
        assert_eq!(source_text(&of), text);
    }
}

#[test]
fn braces_are_read_as_format_reads_them() {
    for (written, around, captures) in [
        ("", vec![""], vec![]),
        ("a.b", vec!["a.b"], vec![]),
        ("{id}", vec!["", ""], vec!["id"]),
        ("a.{id}.>", vec!["a.", ".>"], vec!["id"]),
        ("{a}{b}", vec!["", "", ""], vec!["a", "b"]),
        ("{{id}}", vec!["{id}"], vec![]),
        ("{{{id}}}", vec!["{", "}"], vec!["id"]),
        ("a.{}", vec!["a.", ""], vec![""]),
        ("a.{x:?}", vec!["a.", ""], vec!["x:?"]),
        ("日{id}本", vec!["日", "本"], vec!["id"]),
    ] {
        let around = around.into_iter().map(str::to_owned).collect();
        assert_eq!(read(written), Ok((around, captures)), "{written}");
    }
}

#[test]
fn a_lone_brace_is_refused() {
    assert_eq!(read("a.{id"), Err(messages::unclosed_brace()));
    assert_eq!(read("a.{"), Err(messages::unclosed_brace()));
    assert_eq!(read("a.}"), Err(messages::unopened_brace()));
    assert_eq!(read("{a}}"), Err(messages::unopened_brace()));
}

#[test]
fn braces_of_a_declaration_are_doubled() {
    assert_eq!(unescape("a{{b}}"), Ok("a{b}".to_owned()));
    for single in ["{id}", "a{", "a}", "x{}y"] {
        assert!(unescape(single).is_err(), "{single}");
    }
}
