//! A path that stands in generated code a hundred times.

use proc_macro2::{Ident, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::ToTokens;

/// Token by token, since a stream is handed to the compiler, and copied there, each time that it is written.
#[derive(Clone)]
pub(super) struct Path(Vec<TokenTree>);

impl Path {
    pub(super) fn new(path: &TokenStream) -> Self {
        Self(path.clone().into_iter().collect())
    }

    /// What the path leads to has this name in it.
    pub(super) fn join(&self, name: &str, span: Span) -> Self {
        let mut tokens = self.0.clone();
        for spacing in [Spacing::Joint, Spacing::Alone] {
            let mut colon = Punct::new(':', spacing);
            colon.set_span(span);
            tokens.push(colon.into());
        }
        tokens.push(Ident::new(name, span).into());
        Self(tokens)
    }
}

impl ToTokens for Path {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(self.0.iter().cloned());
    }
}
