//! Any text that Rust's lexer takes, in each macro: no panic, an end, and items or an expression of Rust.
#![no_main]

use libfuzzer_sys::{Corpus, fuzz_target};
use proc_macro2::TokenStream;
use topics_macros_as_library as macros;

fuzz_target!(|text: &str| -> Corpus {
    let Ok(tokens) = text.parse::<TokenStream>() else {
        return Corpus::Reject;
    };
    let expansion = macros::topics(tokens.clone());
    if let Err(error) = syn::parse2::<syn::File>(expansion) {
        panic!("{error} in what is generated for `{text}`");
    }
    if let Err(error) = syn::parse2::<syn::Expr>(macros::pattern(tokens.clone())) {
        panic!("{error} in the pattern of `{text}`");
    }
    // A compiler calls a derive for items only.
    if syn::parse2::<syn::DeriveInput>(tokens.clone()).is_ok() {
        for derive in [
            macros::derive_topic,
            macros::derive_topics,
            macros::derive_segment_value,
        ] {
            if let Err(error) = syn::parse2::<syn::File>(derive(tokens.clone())) {
                panic!("{error} in what is derived for `{text}`");
            }
        }
    }
    Corpus::Keep
});
