//! The hygiene of implementations: to the compiler they are the user's own code, at the end of what the user wrote.
//!
//! A token that a macro makes on its own is another one, to the incremental compiler, wherever the call of the macro
//! moves, and so all that is generated would be checked again after each edit above it. A token that is the user's is
//! known again by its place in the item that it is in. All implementations are located at the last mark of the
//! declaration, since an editor shows nothing behind a mark.
//!
//! Types are still the macro's, so that lints and advice about them are too.

use std::cell::Cell;

use proc_macro2::{Ident, Literal, Span, TokenStream, TokenTree};

thread_local! {
    static HERE: Cell<Option<Span>> = const { Cell::new(None) };
}

/// Expands a declaration, with these tokens, such that its implementations are at the end of it.
pub(crate) fn at_the_end_of<T>(tokens: TokenStream, expand: impl FnOnce(TokenStream) -> T) -> T {
    let marks = tokens.clone().into_iter().filter_map(|token| match token {
        TokenTree::Group(group) => Some(group.span_close()),
        TokenTree::Punct(punct) => Some(punct.span()),
        TokenTree::Ident(_) | TokenTree::Literal(_) => None,
    });
    HERE.set(marks.last());
    let expanded = expand(tokens);
    // It means nothing to the next call of a macro.
    HERE.set(None);
    expanded
}

/// Where implementations are.
pub(crate) fn here() -> Span {
    HERE.get().unwrap_or_else(Span::call_site)
}

/// What [`quote!`](quote::quote!) makes, as the user's own.
macro_rules! code {
    ($($tokens:tt)*) => {
        quote::quote_spanned!($crate::here::here()=> $($tokens)*)
    };
}
pub(crate) use code;

pub(crate) fn name(name: &str) -> Ident {
    Ident::new(name, here())
}

pub(crate) fn text(text: &str) -> Literal {
    located(Literal::string(text))
}

pub(crate) fn bytes(text: &str) -> Literal {
    located(Literal::byte_string(text.as_bytes()))
}

pub(crate) fn number(number: usize) -> Literal {
    located(Literal::usize_unsuffixed(number))
}

pub(crate) fn flag(flag: bool) -> Ident {
    name(if flag { "true" } else { "false" })
}

fn located(mut literal: Literal) -> Literal {
    literal.set_span(here());
    literal
}
