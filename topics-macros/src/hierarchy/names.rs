//! Rust names for what a template says.

use proc_macro2::{Ident, Span, TokenStream};

use super::Segment;
use crate::case;

/// The name of a topic's type: its literal segments in upper camel case.
pub(super) fn of_topic(segments: &[Segment]) -> String {
    let literals = segments.iter().filter_map(|segment| match segment {
        Segment::Literal(text) => Some(case::upper_camel(text)),
        Segment::Parameter(_) => None,
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

/// The identifier with this name, if there can be one.
pub(super) fn identifier(name: &str, span: Span) -> Option<Ident> {
    // Only the lexer knows what an identifier is, and `Ident::new` panics where it disagrees.
    let tokens: TokenStream = name.parse().ok()?;
    let mut identifier = syn::parse2::<Ident>(tokens).ok()?;
    identifier.set_span(span);
    Some(identifier)
}
