//! Which of some texts a text is, which generated code finds faster than a `match` does: it compares with one after
//! the other, and takes the compiler time and memory that grow with the square of their number.

use proc_macro2::TokenStream;
use quote::ToTokens;

use crate::here::{self, code};

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
    text: &TokenStream,
    values: impl Iterator<Item = (&'v [String], &'v TokenStream)>,
) -> TokenStream {
    let each = values.flat_map(|(texts, value)| texts.iter().map(move |text| (&**text, value)));
    let mut each: Vec<_> = each.collect();
    each.sort_unstable_by_key(|(text, _)| *text);
    let (texts, values): (Vec<&str>, Vec<&TokenStream>) = each.into_iter().unzip();
    let are_few = texts.len() <= MOST && texts.iter().all(|text| text.len() <= LONGEST);
    let (count, places) = (
        here::number(texts.len()),
        (0..texts.len()).map(here::number),
    );
    let texts = texts.into_iter().map(here::text);
    let position = if are_few {
        code! {
            {
                const __TEXTS: #private::Few<#count> = #private::Few::new([#(#texts),*]);
                #private::Few::position(&__TEXTS, #text)
            }
        }
    } else {
        code!(#private::position(&[#(#texts),*], #text))
    };
    code! {
        match #position {
            #(#places => #private::Some(#values),)*
            _ => #private::None,
        }
    }
}
