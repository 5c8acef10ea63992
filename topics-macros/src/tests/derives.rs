//! The derives of `Topic` and `Topics`.

use proc_macro2::TokenStream;
use quote::quote;

use crate::derive::{topic, topics};
use crate::nesting;
use crate::syntax::split;

#[test]
fn a_renamed_dependency_is_all_that_is_named() {
    let item = quote! {
        #[topic("a.<id>.<number>.<rest..>", payload = u8, crate = bus)]
        struct A<'a, T> { id: Segment<'a>, number: T, rest: Tail<'a> }
    };
    assert!(!nesting::mentions(topic(item), &["topics"]));
    let item = quote! {
        #[topics(crate = bus)]
        enum Any<'a> { A(A<'a, u8>), #[topic("b.<id>.<number>")] B { id: Segment<'a>, number: u8 } }
    };
    assert!(!nesting::mentions(topics(item), &["topics"]));
}

#[test]
fn half_typed_input_never_panics() {
    let items = [
        "#[topic(\"a.<id>.<n: u8>.{b}.:c.<rest..>\", payload = Vec<u8>, crate = bus)] #[topic] \
         pub struct A<'a, 'b, T: Copy + 'a, const N: usize> where T: X { pub id: Segment<'a>, n: u8, r: Tail }",
        "#[topics(crate = bus, other)] #[topic(\"x\")] enum Any<'a, T> { A(A<'a>), B(&'a str, u8), \
         #[topic(\"a.<\", payload)] C { id: Segment<'static> }, #[topic(\"a.b\")] D }",
    ];
    for item in items {
        let whole: Vec<_> = item.parse::<TokenStream>().unwrap().into_iter().collect();
        for missing in 0..whole.len() {
            let (before, after) = whole.split_at(missing);
            let rest = after.iter().skip(1);
            for tokens in [
                before.to_vec(),
                before.iter().chain(rest).cloned().collect(),
            ] {
                let tokens: TokenStream = tokens.into_iter().collect();
                topic(tokens.clone());
                topics(tokens);
            }
        }
    }
}

#[test]
fn a_field_that_is_there_twice_is_left_to_the_compiler() {
    let item = quote! {
        #[topic("shard.<ready>")]
        struct Shard { ready: bool, ready: bool }
    };
    assert!(!nesting::mentions(topic(item), &["compile_error"]));
}

#[test]
fn a_reply_is_not_told_to_need_the_payload_that_stands_there() {
    for options in ["payload = 5, reply = 6", "reply = u8, payload = 5"] {
        let item = format!("#[topic(\"a.<x>\", {options})] struct A {{ x: u8 }}");
        let errors = topic(item.parse().unwrap()).to_string();
        assert!(errors.contains("compile_error"), "{options}");
        assert!(!errors.contains("a reply answers a payload"), "{options}");
    }
}

#[test]
fn a_comma_in_angle_brackets_separates_nothing_whatever_stands_before_them() {
    for text in ["> <a, b>", "=> a <b, c>", "-> <a, b>"] {
        assert_eq!(split(text.parse().unwrap(), ',').len(), 1, "{text}");
    }
}
