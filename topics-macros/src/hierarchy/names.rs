//! Rust names for what a template says, and for what is generated of it.

use proc_macro2::Ident;
use quote::format_ident;
use syn::ext::IdentExt as _;

use super::{Kind, Origin, Placeholder, Segment, Topic};
use crate::case;
use crate::place::derived;
use crate::syntax::identifier;

/// The name of a topic's type: its literal segments in upper camel case.
pub(super) fn of_topic(segments: &[Segment]) -> String {
    let words = segments.iter().filter_map(Segment::literal);
    words.map(|word| case::upper_camel(&word.text)).collect()
}

/// Names the enums of closed placeholders after the type of the topic.
pub(super) fn of_closed(topic: &Ident, segments: &mut [Segment]) {
    let placeholders = segments.iter_mut().filter_map(Segment::placeholder_mut);
    for Placeholder { name, kind, .. } in placeholders {
        if let Kind::Closed(closed) = kind {
            let suffix = case::upper_camel(&name.unraw().to_string());
            closed.name = suffixed(topic, &suffix, name);
        }
    }
}

/// The identifier of something that belongs to a topic, such as its pattern; it goes back to the word at a place.
fn suffixed(name: &Ident, suffix: &str, place: &Ident) -> Ident {
    let text = name.unraw().to_string() + suffix;
    identifier(&text, derived(place.span())).unwrap_or_else(|| name.clone())
}

impl Topic {
    /// The name of the type that subscribes to the topic.
    pub(crate) fn pattern_name(&self, hierarchy: &Ident) -> Ident {
        let name = suffixed(&self.name, "Pattern", &self.name);
        match self.origin {
            Origin::Declared => shared_pattern_name(hierarchy),
            Origin::Own(_) => name,
            // The names of variants are the enum's alone.
            Origin::Variant(_) => {
                format_ident!("{hierarchy}{name}", span = derived(hierarchy.span()))
            }
        }
    }

    /// The name of the enum's function that returns the pattern of a variant: `session_ended_pattern`, for
    /// `SessionEnded`.
    pub(crate) fn pattern_function(&self) -> Ident {
        let name = case::snake(&self.name.unraw().to_string());
        format_ident!("{name}_pattern", span = derived(self.name.span()))
    }
}

/// The name of the type that the lines of a declaration subscribe with.
pub(crate) fn shared_pattern_name(hierarchy: &Ident) -> Ident {
    suffixed(hierarchy, "Pattern", hierarchy)
}
