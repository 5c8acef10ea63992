//! What is generated calls few methods by a dot: a trait of the user's may have one of the same name, and where it
//! takes its receiver as it is, it comes before one that borrows.

use std::collections::BTreeSet;

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::quote;

use super::{GOOD, example, streams, tokens};
use crate::{derive, expand_topics, segment_value};

/// The names behind dots that have arguments behind them.
fn called(expansion: TokenStream) -> BTreeSet<String> {
    let mut called = BTreeSet::new();
    for stream in streams(expansion) {
        for three in stream.windows(3) {
            if let [
                TokenTree::Punct(dot),
                TokenTree::Ident(name),
                TokenTree::Group(arguments),
            ] = three
                && dot.as_char() == '.'
                && arguments.delimiter() == Delimiter::Parenthesis
            {
                called.insert(name.to_string());
            }
        }
    }
    called
}

/// Each of these stands in the lists of `tests/tests/hygiene.rs`, where traits have methods of the same name. What is
/// called of a value that is no reference has to take it as it is, or a trait comes first.
const METHODS: [&str; 12] = [
    "bytes",
    "closed",
    "count",
    "into_owned",
    "is",
    "len",
    "map",
    "segment",
    "tail",
    "text",
    "typed",
    "value",
];

#[test]
fn only_methods_that_no_trait_can_hide_are_called_by_a_dot() {
    let (good, example) = (tokens(GOOD), example());
    let own = tokens(
        r#"
        #[topic("own.<p>.<q>.<r..>")]
        #[was("mine.<p>.<q>.<r..>")]
        struct Own<'a> { p: Segment<'a>, q: Level, r: Tail<'a> }
        "#,
    );
    let all = tokens(
        r#"
        enum All<'a> {
            Own(Own<'a>),
            #[topic("fields.<p>.<q>")]
            #[was("former.<q>.<p>")]
            Fields { p: Segment<'a>, q: Level },
        }
        "#,
    );
    let expansions = [
        expand_topics(quote!([::topics] #good)),
        expand_topics(quote!([::topics] #example)),
        derive::topic(own),
        derive::topics(all),
        segment_value::derive(tokens("enum Level { High, Low }")),
        segment_value::derive(tokens("struct Around(Level);")),
    ];
    let called: BTreeSet<String> = expansions.into_iter().flat_map(called).collect();
    assert_eq!(called, METHODS.map(str::to_owned).into());
}
