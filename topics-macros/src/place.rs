//! Where something stands in the user's source.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::ToTokens;

/// From the first token of something to its last.
///
/// Stable compilers do not join spans, but an error over two tokens underlines all between them.
#[derive(Clone, Copy)]
pub(crate) struct Place {
    first: Span,
    last: Span,
}

impl Place {
    pub(crate) fn at(span: Span) -> Self {
        Self {
            first: span,
            last: span,
        }
    }

    pub(crate) fn of(token: &TokenTree) -> Self {
        Self::at(token.span())
    }

    /// The place of several tokens; that of `otherwise` if there are none.
    pub(crate) fn of_all(tokens: &[TokenTree], otherwise: Place) -> Self {
        match (tokens.first(), tokens.last()) {
            (Some(first), Some(last)) => Self {
                first: first.span(),
                last: last.span(),
            },
            _ => otherwise,
        }
    }

    pub(crate) fn of_tokens(tokens: &impl ToTokens, otherwise: Place) -> Self {
        let tokens: Vec<TokenTree> = tokens.to_token_stream().into_iter().collect();
        Self::of_all(&tokens, otherwise)
    }

    /// From the beginning of this to the end of the other.
    pub(crate) fn to(self, end: Place) -> Self {
        Self {
            first: self.first,
            last: end.last,
        }
    }

    pub(crate) fn first(self) -> Span {
        self.first
    }

    pub(crate) fn error(self, message: impl std::fmt::Display) -> syn::Error {
        let ends: TokenStream = [self.first, self.last]
            .map(|span| TokenTree::Ident(Ident::new("place", span)))
            .into_iter()
            .collect();
        syn::Error::new_spanned(ends, message)
    }
}

/// Where a span begins in its file; the same for all outside of a compilation.
///
/// Only ever orders messages: editors do not always know lines.
pub(crate) fn line_and_column(of: Span) -> (usize, usize) {
    if !proc_macro::is_available() {
        return (0, 0);
    }
    let start = of.unwrap().start();
    (start.line(), start.column())
}

/// Whether the second place begins on a later line than the first ends.
///
/// Only ever colours a message: editors do not always know lines.
pub(crate) fn is_on_later_line(before: Place, after: Place) -> bool {
    // Outside of a compilation, in this crate's own tests, there are no lines to ask for.
    proc_macro::is_available() && before.last.unwrap().end().line() < after.first.unwrap().line()
}
