//! From the model to tokens.
//!
//! Cannot fail: whatever could be wrong has been reported, and the model holds what is right. What is
//! generated is small, calls into the hidden module of the runtime crate, and names everything by a
//! path that begins there, so it depends on nothing in scope.

mod any;
mod closed;
mod docs;
mod former;
mod lock;
mod named;
mod ordered;
mod parser;
mod pattern;
mod topic;
mod typed;
mod variant;

#[cfg(test)]
pub(crate) use parser::in_parsing_order;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::Visibility;

use crate::hierarchy::{Attributes, Hierarchy, Origin, Topic, suffixed};

/// What every piece of generated code needs to know.
pub(crate) struct Context<'h> {
    /// The path to the runtime crate.
    krate: TokenStream,
    /// The path to its hidden module.
    private: TokenStream,
    visibility: &'h Visibility,
    hierarchy: &'h Hierarchy,
    /// Where errors in the generated code are shown: at the name of what it is generated for.
    span: Span,
}

impl<'h> Context<'h> {
    fn new(hierarchy: &'h Hierarchy, krate: &TokenStream, name: &Ident) -> Self {
        let span = at(name);
        let krate = located_at(krate, span);
        Self {
            private: quote_spanned!(span=> #krate::__private),
            krate,
            visibility: &hierarchy.visibility,
            hierarchy,
            span,
        }
    }
}

/// The enum over all topics, and all that goes with each of them.
pub(crate) fn expand(hierarchy: &Hierarchy, krate: &TokenStream) -> TokenStream {
    let context = Context::new(hierarchy, krate, &hierarchy.name);
    let mut tokens = any::expand(&context);
    tokens.extend(lock::expand(&context));
    tokens.extend(expand_topics(hierarchy, krate));
    tokens
}

/// All that goes with each topic which has a type of its own.
pub(crate) fn expand_topics(hierarchy: &Hierarchy, krate: &TokenStream) -> TokenStream {
    let mut tokens = TokenStream::new();
    for topic in &hierarchy.topics {
        if let Origin::Variant(_) = topic.origin {
            continue;
        }
        let context = Context::new(hierarchy, krate, &topic.name);
        tokens.extend(topic::expand(&context, topic));
        tokens.extend(closed::expand(&context, topic));
        tokens.extend(pattern::expand(&context, topic));
    }
    tokens
}

/// The place of a name, in code that is still the macro's.
fn at(name: &Ident) -> Span {
    Span::call_site().located_at(name.span())
}

/// A path whose errors are shown elsewhere, and that means what it meant.
fn located_at(path: &TokenStream, place: Span) -> TokenStream {
    let tokens = path.clone().into_iter().map(|mut token| {
        token.set_span(token.span().located_at(place));
        token
    });
    tokens.collect()
}

/// The name of the type that subscribes to a topic.
pub(crate) fn pattern_name(topic: &Topic) -> Ident {
    suffixed(&topic.name, "Pattern")
}

/// The attributes of an `impl` that is generated for something with these.
fn impl_attributes(attributes: &Attributes) -> TokenStream {
    let cfg = attributes.cfg();
    // A program need not use all that a declaration offers, and may deprecate a part of it. Where a type
    // is more private than the topic it is a part of, the compiler says so at the field, if at all.
    quote!(#cfg #[automatically_derived] #[allow(dead_code, deprecated, non_snake_case, private_interfaces, clippy::self_named_constructors, clippy::too_many_arguments)])
}
