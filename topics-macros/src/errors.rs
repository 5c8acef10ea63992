//! Where the faults of a declaration are collected, so that all of them are reported at once.

use proc_macro2::TokenStream;

use crate::place::Place;

/// The faults found so far. Every stage is handed the same collection and goes on after adding to it.
#[derive(Default)]
pub(crate) struct Errors(Vec<syn::Error>);

impl Errors {
    pub(crate) fn add(&mut self, place: Place, message: impl std::fmt::Display) {
        self.0.push(place.error(message));
    }

    /// Takes over an error of syn's parsers, whose place it keeps.
    pub(crate) fn add_parsed(&mut self, error: syn::Error) {
        self.0.push(error);
    }

    /// Whether nothing has been found.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The `compile_error!`s, to stand beside the items that are right.
    pub(crate) fn into_tokens(self) -> TokenStream {
        self.0
            .into_iter()
            .map(syn::Error::into_compile_error)
            .collect()
    }
}
