//! Whether an enum over lines has a lifetime, which may depend on the lines that are configured away.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use crate::analysis::CheckedHierarchy;
use crate::hierarchy::Topic;

/// When the enum has one: if a line that borrows is in it. Where the header says `#[non_exhaustive]`, any line gives
/// it, so that the first line with text changes no signature.
pub(super) struct HasLifetime<'h> {
    borrows: fn(&Topic) -> bool,
    /// The lines that give it.
    givers: Vec<&'h Topic>,
    is_open: bool,
}

impl<'h> HasLifetime<'h> {
    pub(super) fn of(hierarchy: &'h CheckedHierarchy, borrows: fn(&Topic) -> bool) -> Self {
        let is_open = hierarchy.attributes.is_non_exhaustive();
        let topics = hierarchy.topics.iter().map(|topic| &**topic);
        Self {
            borrows,
            givers: topics.filter(|topic| is_open || borrows(topic)).collect(),
            is_open,
        }
    }

    /// The forms of the enum, with a lifetime and without, each with the `#[cfg]` under which it is the one.
    pub(super) fn forms(&self) -> Vec<(bool, TokenStream)> {
        let givers = self.givers.iter();
        let conditions: Option<Vec<TokenStream>> =
            givers.map(|topic| topic.attributes.condition()).collect();
        match conditions.as_deref() {
            None => vec![(true, TokenStream::new())],
            Some([]) => vec![(false, TokenStream::new())],
            Some(conditions) => vec![
                (true, quote!(#[cfg(any(#(#conditions),*))])),
                (false, quote!(#[cfg(not(any(#(#conditions),*)))])),
            ],
        }
    }

    /// Whether the variant of a line that borrows nothing has to name the enum's lifetime all the same: one that is
    /// always there does it for all.
    pub(super) fn is_lent_to(&self, topic: &Topic) -> bool {
        if !self.is_open || (self.borrows)(topic) {
            return false;
        }
        let always = || {
            let givers = self.givers.iter().copied();
            givers.filter(|topic| !topic.attributes.is_conditional())
        };
        let giver = always().find(|topic| (self.borrows)(topic));
        let giver = giver.or_else(|| always().next());
        giver.is_none_or(|giver| std::ptr::eq(giver, topic))
    }
}

/// A type of a line, written with the lifetime that it does not have.
pub(super) fn with_lifetime(private: &impl ToTokens, ty: &impl ToTokens) -> TokenStream {
    quote!(<#ty as #private::WithLifetime<'a>>::Same)
}
