//! The macros of the `topics` crate.
//!
//! Data flows one way, and a stage imports only from the stages before it:
//!
//! ```text
//! tokens → syntax     what was written, every part with its place; recovers after each fault
//!        → hierarchy  the checked model: groups merged, names chosen
//!        → analysis   how the topics get along with each other, one file for each question; what comes
//!                     out is a checked hierarchy, a type of its own
//!        → expand     from the checked hierarchy to tokens; cannot fail
//! ```
//!
//! The derives of `Topic` and `Topics` begin with the text of an attribute and end without a declaration;
//! between the two they go the same way.
//!
//! The derive of `SegmentValue` and the literal macros are small pipelines of their own, in `segment_value`
//! and `literal`.
//!
//! Faults are collected beside the flow, in `errors`, and every sentence a user can see is in
//! `messages`.

mod analysis;
mod braces;
mod case;
mod derive;
mod errors;
mod expand;
mod few;
mod here;
mod hierarchy;
mod literal;
mod messages;
mod nesting;
mod place;
mod segment_value;
mod source_text;
mod syntax;
#[cfg(test)]
mod tests;

use proc_macro::TokenStream;

use errors::Errors;
use hierarchy::Hierarchy;
use syntax::Declaration;

/// The declaration of a topic hierarchy; documented where `topics` exports it.
///
/// The tokens begin with the path to the runtime crate in brackets, which that export adds.
#[proc_macro]
pub fn topics(tokens: TokenStream) -> TokenStream {
    expand_topics(tokens.into()).into()
}

fn expand_topics(tokens: proc_macro2::TokenStream) -> proc_macro2::TokenStream {
    let (krate, tokens) = syntax::split_crate(tokens);
    let errors = &mut Errors::default();
    let mut expansion = here::at_the_end_of(tokens, |tokens| {
        let declaration = Declaration::parse(tokens, errors);
        let hierarchy = Hierarchy::build(declaration, errors);
        let checked = analysis::run(hierarchy, errors);
        expand::expand(&checked, &krate)
    });
    expansion.extend(errors.items());
    expansion
}

/// A segment that is checked where it is written; documented where `topics` exports it.
#[proc_macro]
pub fn segment(tokens: TokenStream) -> TokenStream {
    literal::expand(literal::Kind::Segment, tokens.into()).into()
}

/// A topic of a hierarchy; documented where `topics` exports it.
#[proc_macro]
pub fn topic(tokens: TokenStream) -> TokenStream {
    literal::expand(literal::Kind::Topic, tokens.into()).into()
}

/// A pattern, of a hierarchy or of none; documented where `topics` exports it.
#[proc_macro]
pub fn pattern(tokens: TokenStream) -> TokenStream {
    literal::expand(literal::Kind::Pattern, tokens.into()).into()
}

/// The derive of `SegmentValue`; documented where `topics` exports it.
#[proc_macro_derive(SegmentValue, attributes(segment))]
pub fn derive_segment_value(tokens: TokenStream) -> TokenStream {
    segment_value::derive(tokens.into()).into()
}

/// The derive of `Topic`; documented where `topics` exports it.
#[proc_macro_derive(Topic, attributes(topic, was))]
pub fn derive_topic(tokens: TokenStream) -> TokenStream {
    derive::topic(tokens.into()).into()
}

/// The derive of `Topics`; documented where `topics` exports it.
#[proc_macro_derive(Topics, attributes(topic, topics, was))]
pub fn derive_topics(tokens: TokenStream) -> TokenStream {
    derive::topics(tokens.into()).into()
}
