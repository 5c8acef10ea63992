//! A few tokens that stand in generated code many times.

use proc_macro2::{Ident, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::ToTokens;

/// Tokens one by one, since a stream is handed to the compiler, and copied there, each time that it is written.
#[derive(Clone)]
pub(super) struct Tokens(Vec<TokenTree>);

impl Tokens {
    pub(super) fn new(tokens: TokenStream) -> Self {
        Self(tokens.into_iter().collect())
    }

    /// A type with at most a lifetime, all at the place of its name, without a stream in between.
    pub(super) fn of_type(name: &Ident, lifetime: Option<&Ident>) -> Self {
        let mut tokens = vec![name.clone().into()];
        if let Some(lifetime) = lifetime {
            let (mut lifetime, place) = (lifetime.clone(), name.span());
            lifetime.set_span(place);
            let [open, quote, close] = [
                ('<', Spacing::Alone),
                ('\'', Spacing::Joint),
                ('>', Spacing::Alone),
            ]
            .map(|(mark, spacing)| {
                let mut mark = Punct::new(mark, spacing);
                mark.set_span(place);
                mark.into()
            });
            tokens.extend([open, quote, lifetime.into(), close]);
        }
        Self(tokens)
    }

    /// An error about all of them is shown from the first to the last, so these get a place. An editor finds what is
    /// in between behind nothing that the user wrote.
    pub(super) fn ends_at(self, place: Span) -> Self {
        self.starts_at(place).last_at(place)
    }

    /// Likewise, of tokens whose last one has a place.
    pub(super) fn starts_at(mut self, place: Span) -> Self {
        if let Some(first) = self.0.first_mut() {
            first.set_span(place);
        }
        self
    }

    /// Likewise, of tokens whose first one has a place.
    pub(super) fn last_at(mut self, place: Span) -> Self {
        if let Some(last) = self.0.last_mut() {
            last.set_span(place);
        }
        self
    }
}

impl ToTokens for Tokens {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(self.0.iter().cloned());
    }
}
