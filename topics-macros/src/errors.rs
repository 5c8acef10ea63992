//! Where the faults of a declaration are collected, so that all of them are reported at once.

use std::collections::HashSet;
use std::fmt::Display;

use proc_macro2::{TokenStream, TokenTree};
use quote::quote;
use syn::Attribute;

use crate::messages;
use crate::nesting;
use crate::place::{self, Place};

/// The faults found so far. Every stage is handed the same collection and goes on after adding to it.
#[derive(Default)]
pub(crate) struct Errors(Vec<syn::Error>);

impl Errors {
    pub(crate) fn add(&mut self, place: impl Into<Place>, message: impl Display) {
        self.0.push(place.into().error(message));
    }

    /// The same, in place of a value that cannot be made.
    pub(crate) fn fail<T>(&mut self, place: impl Into<Place>, message: impl Display) -> Option<T> {
        self.add(place, message);
        None
    }

    /// Reports every attribute of this name where it must not be.
    pub(crate) fn refuse(&mut self, attributes: &[Attribute], name: &str, message: impl Display) {
        for attribute in attributes {
            if attribute.path().is_ident(name) {
                self.add(&attribute.meta, &message);
            }
        }
    }

    /// Adds the other place that the last fault is about.
    pub(crate) fn also(&mut self, place: Place, message: impl Display) {
        match self.0.last_mut() {
            Some(fault) => fault.combine(place.error(message)),
            None => self.add(place, message),
        }
    }

    /// Reports tokens that are nested deeper than can be read; `None` if they are.
    pub(crate) fn shallow(&mut self, tokens: impl IntoIterator<Item = TokenTree>) -> Option<()> {
        let place = nesting::too_deep(tokens, 0);
        let reported = place.map(|place| self.add(place, messages::nested_too_deep()));
        reported.is_none().then_some(())
    }

    /// Takes over an error of syn's parsers, whose place it keeps.
    pub(crate) fn ok<T>(&mut self, parsed: syn::Result<T>) -> Option<T> {
        parsed.map_err(|error| self.0.push(error)).ok()
    }

    /// Whether nothing has been found.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many have been found.
    pub(crate) fn count(&self) -> usize {
        self.0.len()
    }

    /// What stands beside the items that are right.
    ///
    /// In a block: where a macro among the items of a module fails, the compiler thinks that the names it misses
    /// there would have been the macro's, and says nothing of a payload that isn't there.
    pub(crate) fn items(&mut self) -> TokenStream {
        if self.0.is_empty() {
            return TokenStream::new();
        }
        let errors = self.take();
        quote!(const _: () = { #errors };)
    }

    /// The `compile_error!`s in the order of the source, for that is how they are put right.
    pub(crate) fn take(&mut self) -> TokenStream {
        let mut faults = std::mem::take(&mut self.0);
        faults.sort_by_key(|fault| place::line_and_column(fault.span()));
        // A placeholder before a group is one of each of its lines, and a text may have one fault twice.
        let mut known = HashSet::new();
        faults.retain(|fault| known.insert((format!("{:?}", fault.span()), fault.to_string())));
        let faults = faults.into_iter();
        faults.map(syn::Error::into_compile_error).collect()
    }
}
