//! Which of some texts a text is, which generated code finds faster than a `match` does: it compares with one after
//! the other, and takes the compiler time and memory that grow with the square of their number.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote_spanned};

/// How many texts are few: each is compared with what is read.
const MOST: usize = 16;

/// How many bytes are short.
const LONGEST: usize = 16;

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
    let mut each: Vec<_> = each.collect();
    each.sort_unstable_by_key(|(text, _)| *text);
    let (texts, values): (Vec<&str>, Vec<&TokenStream>) = each.into_iter().unzip();
    let (count, places) = (texts.len(), 0..texts.len());
    let position = if count <= MOST && texts.iter().all(|text| text.len() <= LONGEST) {
        quote_spanned! {span=>
            {
                const __TEXTS: #private::Few<#count> = #private::Few::new([#(#texts),*]);
                #private::Few::position(&__TEXTS, #text)
            }
        }
    } else {
        quote_spanned!(span=> #private::position(&[#(#texts),*], #text))
    };
    quote_spanned! {span=>
        match #position {
            #(#places => #private::Some(#values),)*
            _ => #private::None,
        }
    }
}
