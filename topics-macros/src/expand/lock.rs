//! What makes a lock a part of the build: the compiler's knowledge of the file, and the test that all
//! topics are recorded in it.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote_spanned};
use syn::ext::IdentExt as _;

use super::Context;
use crate::case;
use crate::hierarchy::Tracked;

pub(super) fn expand(context: &Context<'_>) -> TokenStream {
    let Context {
        private,
        hierarchy,
        span,
        ..
    } = context;
    let tracked = hierarchy
        .lock
        .as_ref()
        .and_then(|lock| lock.tracked.as_ref());
    let Some(Tracked { path, text }) = tracked else {
        return TokenStream::new();
    };
    let cfg = hierarchy.attributes.cfg();
    let test = test_name(&hierarchy.name);
    quote_spanned! {*span=>
        // Without this the compiler would not know that another file means another expansion.
        #cfg
        const _: &[#private::lock::u8] = #private::lock::include_bytes!(#path);

        #cfg
        #[cfg(test)]
        #[#private::lock::test]
        fn #test() {
            #private::lock::check(#path, #private::lock::include_bytes!(#path), #text);
        }
    }
}

/// `bus_topic_is_recorded_in_its_lock`, where a failing test is read.
fn test_name(hierarchy: &Ident) -> Ident {
    let words = case::words(&hierarchy.unraw().to_string());
    let snake: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    format_ident!("{}_is_recorded_in_its_lock", snake.join("_"))
}
