//! A path that stands in generated code a hundred times.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;

/// Token by token, since a stream is handed to the compiler, and copied there, each time that it is written.
#[derive(Clone)]
pub(super) struct Path(Vec<TokenTree>);

impl Path {
    pub(super) fn new(path: &TokenStream) -> Self {
        Self(path.clone().into_iter().collect())
    }
}

impl ToTokens for Path {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(self.0.iter().cloned());
    }
}
