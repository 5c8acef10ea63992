//! Rust names for what a template says, and for what is generated of it.

use proc_macro2::Ident;
use quote::format_ident;
use syn::ext::IdentExt as _;

use super::{Origin, Segment, Topic};
use crate::case;
use crate::place::derived;
use crate::syntax::identifier;

/// The name of a topic's type: its literal segments in upper camel case.
pub(super) fn of_topic(segments: &[Segment]) -> String {
    let literals = segments.iter().map(|segment| match segment {
        Segment::Literal(text) => case::upper_camel(text),
        Segment::Parameter(_) => String::new(),
    });
    literals.collect()
}

/// The name of a value's variant; digits in front are set off by an underscore.
pub(super) fn of_value(value: &str) -> String {
    let name = case::upper_camel(value);
    if name.starts_with(|c: char| c.is_numeric()) {
        return format!("_{name}");
    }
    name
}

/// The identifier of something that belongs to a topic, such as its pattern.
fn suffixed(name: &Ident, suffix: &str) -> Ident {
    let text = name.unraw().to_string() + suffix;
    identifier(&text, derived(name.span())).unwrap_or_else(|| name.clone())
}

impl Topic {
    /// The name of the type that subscribes to the topic.
    pub(crate) fn pattern_name(&self, hierarchy: &Ident) -> Ident {
        let name = suffixed(&self.name, "Pattern");
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
        let words = case::words(&self.name.unraw().to_string());
        let words: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
        format_ident!(
            "{}_pattern",
            words.join("_"),
            span = derived(self.name.span())
        )
    }
}

/// The name of the type that the lines of a declaration subscribe with.
pub(crate) fn shared_pattern_name(hierarchy: &Ident) -> Ident {
    suffixed(hierarchy, "Pattern")
}
