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

    /// The place of something; where it has no tokens, that of the macro call.
    pub(crate) fn of(tokens: &impl ToTokens) -> Self {
        let tokens: Vec<TokenTree> = tokens.to_token_stream().into_iter().collect();
        Self::of_all(&tokens)
    }

    /// Likewise.
    pub(crate) fn of_all(tokens: &[TokenTree]) -> Self {
        let span = |token: Option<&TokenTree>| token.map_or_else(Span::call_site, TokenTree::span);
        Self {
            first: span(tokens.first()),
            last: span(tokens.last()),
        }
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
        let ends = [self.first, self.last].map(|span| TokenTree::Ident(Ident::new("place", span)));
        syn::Error::new_spanned(TokenStream::from_iter(ends), message)
    }

    /// Whether this begins on a later line than the other ends, where lines are known.
    pub(crate) fn is_below(self, before: Place) -> bool {
        line_and_column(before.last).0 < line_and_column(self.first).0
    }

    /// Whether the layout is known of what begins and ends here: an editor gives all tokens one position.
    pub(crate) fn has_layout(self) -> bool {
        line_and_column(self.first) != line_and_column(self.last)
    }
}

impl From<Span> for Place {
    fn from(span: Span) -> Self {
        Self::at(span)
    }
}

impl<T: ToTokens> From<&T> for Place {
    fn from(tokens: &T) -> Self {
        Self::of(tokens)
    }
}

/// The place of a name that is made of what stands there.
///
/// An editor finds the place from the name. But it does not take the name for the text, which is on the wire: to
/// rename `Applied` where it is used must not make `applied` another value.
pub(crate) fn derived(of: Span) -> Span {
    Span::call_site().located_at(of)
}

/// Where a span begins in its file; the same for all where nobody knows.
#[cfg(not(test))]
pub(crate) fn line_and_column(of: Span) -> (usize, usize) {
    if !proc_macro::is_available() {
        return (0, 0);
    }
    let start = of.unwrap().start();
    (start.line(), start.column())
}

/// Likewise, of the texts that the tests parse.
#[cfg(test)]
pub(crate) fn line_and_column(of: Span) -> (usize, usize) {
    (of.start().line, of.start().column)
}
