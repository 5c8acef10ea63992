//! A few short texts, which generated code tells apart faster than a `match` does.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote_spanned};

/// How many texts are few: each is compared with what is read.
const MOST: usize = 16;

/// How many bytes are short.
const LONGEST: usize = 16;

/// Whether all of it is worth what is generated for it.
pub(crate) fn are_few_and_short(texts: &[&str]) -> bool {
    texts.len() <= MOST && texts.iter().all(|text| text.len() <= LONGEST)
}

/// The canonical text of what values are written as, and of what else is read as each.
pub(crate) fn description<'v>(values: impl Iterator<Item = &'v [String]>) -> String {
    let values: Vec<String> = values.map(|texts| texts.join(" was ")).collect();
    values.join(" | ")
}

/// An expression for the value that `text` is, if it is one of the texts of these.
pub(crate) fn value_of<'v>(
    private: &impl ToTokens,
    span: Span,
    text: &TokenStream,
    values: impl Iterator<Item = (&'v [String], &'v TokenStream)>,
) -> TokenStream {
    let each = values.flat_map(|(texts, value)| texts.iter().map(move |text| (&**text, value)));
    let (texts, values): (Vec<&str>, Vec<&TokenStream>) = each.unzip();
    if !are_few_and_short(&texts) {
        return quote_spanned! {span=>
            match #text {
                #(#texts => #private::Some(#values),)*
                _ => #private::None,
            }
        };
    }
    let count = texts.len();
    let places = 0..count;
    quote_spanned! {span=>
        {
            const __TEXTS: #private::Few<#count> = #private::Few::new([#(#texts),*]);
            match #private::Few::position(&__TEXTS, #text) {
                #(#places => #private::Some(#values),)*
                _ => #private::None,
            }
        }
    }
}
