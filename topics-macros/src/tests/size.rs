//! How much is generated: in proportion to what is declared, whatever its shape.

use proc_macro2::TokenStream;
use quote::quote;

use super::streams;
use crate::expand_topics;

/// How many tokens there are, at any depth.
fn count(tokens: TokenStream) -> usize {
    streams(tokens).iter().map(Vec::len).sum()
}

fn generated(declaration: &str) -> usize {
    let tokens: TokenStream = declaration.parse().unwrap();
    count(expand_topics(
        quote!([::topics]).into_iter().chain(tokens).collect(),
    ))
}

/// Twice as much of a shape may generate little more than twice as many tokens.
fn assert_is_linear(shape: impl Fn(usize) -> String, size: usize) {
    let (one, two) = (generated(&shape(size)), generated(&shape(2 * size)));
    assert!(
        two * 10 < one * 22,
        "{one} tokens for {size}, {two} for twice as many"
    );
}

fn lines(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).map(line).collect()
}

#[test]
fn each_line_is_in_the_code_once() {
    assert_is_linear(
        |size| lines(size, |n| format!("svc.<id>.area{}.item{n};", n % 7)),
        200,
    );
    assert_is_linear(|size| lines(size, |n| format!("a{n}.<x: b | c>;")), 200);
    assert_is_linear(|size| lines(size, |n| format!("a{n}.<x: u8>.b;")), 200);
    assert_is_linear(
        |size| lines(size, |n| format!("#[was(\"old{n}.<x>\")] a{n}.<x>;")),
        200,
    );
}

/// A tail takes any number of segments, but is not tried once for each number that there is.
#[test]
fn tails_are_not_repeated_for_each_length_of_a_template() {
    let tails = |size| lines(size, |n| format!("tail.t{n}.<rest..>;"));
    let long = |size| format!("{} as Long;", vec!["long"; size].join("."));
    assert_is_linear(|size| tails(size) + &long(size), 200);
    assert_is_linear(|size| tails(size) + &long(400), 200);
    let (tails_alone, long_alone) = (generated(&tails(400)), generated(&long(400)));
    let together = generated(&(tails(400) + &long(400)));
    assert!(
        together < tails_alone + long_alone,
        "{together} tokens, where the parts have {tails_alone} and {long_alone}"
    );
}

/// Names with the same beginning share what is compared of it.
#[test]
fn what_begins_alike_is_compared_once() {
    let beginning = vec!["same"; 100].join(".");
    let alike = |size| lines(size, |n| format!("{beginning}.a{n} as A{n};"));
    let single = generated(&alike(1));
    let of_many = generated(&alike(200)) / 200;
    assert!(
        of_many < single,
        "{of_many} tokens a line, and {single} for one"
    );
    assert_is_linear(alike, 100);
}

#[test]
fn templates_that_go_on_where_others_end_are_in_the_code_once() {
    // What is declared grows with the square, so that is what is generated may.
    let caterpillar = |size| lines(size, |n| format!("{} as A{n};", vec!["a"; n + 1].join(".")));
    let segments = |size: usize| size * (size + 1) / 2;
    let (one, two) = (generated(&caterpillar(100)), generated(&caterpillar(200)));
    assert!(
        two * segments(100) < one * segments(200),
        "{one} tokens, then {two}"
    );
}
