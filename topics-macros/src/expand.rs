//! From the model to tokens.
//!
//! Cannot fail: whatever could be wrong has been reported, and the model holds what is right. What is
//! generated is small, calls into the hidden module of the runtime crate, and names everything by a
//! path that begins there, so it depends on nothing in scope.

mod any;
mod closed;
mod docs;
mod lock;
mod parser;
mod pattern;
mod topic;
mod typed;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::Visibility;

use crate::hierarchy::{Attributes, Hierarchy, Topic, suffixed};

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

pub(crate) fn expand(hierarchy: &Hierarchy, krate: TokenStream) -> TokenStream {
    let mut context = Context {
        private: quote!(#krate::__private),
        krate,
        visibility: &hierarchy.visibility,
        hierarchy,
        span: at(&hierarchy.name),
    };
    let mut tokens = any::expand(&context);
    tokens.extend(lock::expand(&context));
    for topic in &hierarchy.topics {
        context.span = at(&topic.name);
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

/// The name of the type that subscribes to a topic.
pub(crate) fn pattern_name(topic: &Topic) -> Ident {
    suffixed(&topic.name, "Pattern")
}

/// The attributes of an `impl` that is generated for something with these.
fn impl_attributes(attributes: &Attributes) -> TokenStream {
    let cfg = attributes.cfg();
    // A program need not use all that a declaration offers, and may deprecate a part of it.
    quote!(#cfg #[automatically_derived] #[allow(dead_code, deprecated)])
}

/// A type with the lifetime it may have.
struct Lifetimed<'n> {
    name: &'n Ident,
    has_lifetime: bool,
}

impl Lifetimed<'_> {
    fn with(&self, lifetime: &TokenStream) -> TokenStream {
        let name = self.name;
        if self.has_lifetime {
            quote!(#name<#lifetime>)
        } else {
            quote!(#name)
        }
    }

    /// The type as its declaration and its `impl<'a>` name it.
    fn borrowed(&self) -> TokenStream {
        self.with(&quote!('a))
    }

    fn anonymous(&self) -> TokenStream {
        self.with(&quote!('_))
    }

    fn owned(&self) -> TokenStream {
        self.with(&quote!('static))
    }

    /// `<'a>`, if there is a lifetime.
    fn generics(&self) -> TokenStream {
        if self.has_lifetime {
            quote!(<'a>)
        } else {
            TokenStream::new()
        }
    }

    /// The type of a text that a value is read from.
    fn source(&self) -> TokenStream {
        if self.has_lifetime {
            quote!(&'a str)
        } else {
            quote!(&str)
        }
    }
}

fn lifetimed(topic: &Topic) -> Lifetimed<'_> {
    Lifetimed {
        name: &topic.name,
        has_lifetime: topic.has_text(),
    }
}
