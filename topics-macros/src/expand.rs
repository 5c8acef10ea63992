//! From the model to tokens.
//!
//! Cannot fail: whatever could be wrong has been reported, and the model holds what is right. What is
//! generated is small, calls into the hidden module of the runtime crate, and names everything by a
//! path that begins there, so it depends on nothing in scope. What it binds begins with `__`, since a constant
//! of the same name would make a comparison of it; save for the parameters that the docs show, `text` and those
//! called as placeholders, for which nothing reads well but a plain name.

mod any;
mod closed;
mod docs;
mod former;
mod lock;
mod message;
mod named;
mod ordered;
mod parser;
mod path;
mod pattern;
mod topic;
mod typed;
mod variant;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::Visibility;

use self::path::Path;
use crate::analysis::CheckedHierarchy;

/// What every piece of generated code needs to know.
pub(crate) struct Context<'h> {
    /// The path to the runtime crate.
    krate: Path,
    /// The path to its hidden module.
    private: Path,
    visibility: &'h Visibility,
    hierarchy: &'h CheckedHierarchy,
    /// The [`allowed`] lints.
    allowed: &'h TokenStream,
    /// Where errors in the generated code are shown: at the name of what it is generated for.
    span: Span,
}

/// What all contexts of an expansion have in common; each is at some name.
struct Expansion<'h> {
    hierarchy: &'h CheckedHierarchy,
    /// The path to the runtime crate.
    krate: Path,
    allowed: TokenStream,
}

impl<'h> Expansion<'h> {
    fn new(hierarchy: &'h CheckedHierarchy, krate: &TokenStream) -> Self {
        Self {
            hierarchy,
            krate: Path::new(krate),
            allowed: allowed(),
        }
    }

    /// For what has a name: types and their methods.
    fn outside(&self, name: &Ident) -> Context<'_> {
        let span = at(name);
        let krate = self.krate.located_at(span);
        let private = krate.join("__private", span);
        self.context(krate, private, span)
    }

    /// For what is inside of the [`block`](Self::block), where one short path is all it takes.
    fn inside(&self, name: &Ident) -> Context<'_> {
        let span = at(name);
        let private = Path::name("__topics", span);
        self.context(private.clone(), private, span)
    }

    fn context(&self, krate: Path, private: Path, span: Span) -> Context<'_> {
        Context {
            krate,
            private,
            visibility: &self.hierarchy.visibility,
            hierarchy: self.hierarchy,
            allowed: &self.allowed,
            span,
        }
    }

    /// All that goes with the struct of each topic: the types, and what they implement.
    fn each(&self, types: &mut TokenStream, impls: &mut TokenStream) {
        for topic in &self.hierarchy.topics {
            let outside = self.outside(&topic.name);
            let inside = self.inside(&topic.name);
            types.extend(topic::declaration(&outside, topic));
            types.extend(closed::declarations(&outside, topic));
            types.extend(pattern::declaration(&outside, topic));
            impls.extend(topic::implementations(&inside, topic));
            impls.extend(closed::implementations(&inside, topic));
            impls.extend(pattern::implementations(&inside, topic));
        }
    }

    /// Holds the implementations of traits, so that what is said of all of them need not be said of each: a
    /// large declaration is compiled in less time. What has a name of its own, as methods have, stays outside,
    /// or the compiler would call it by a longer one.
    fn block(&self, impls: &TokenStream) -> TokenStream {
        let Context {
            krate,
            allowed,
            span,
            ..
        } = self.outside(&self.hierarchy.name);
        quote_spanned! {span=>
            #allowed
            const _: () = {
                use #krate::__private as __topics;
                #impls
            };
        }
    }
}

/// The enum over all topics, and all that goes with each of them.
pub(crate) fn expand(hierarchy: &CheckedHierarchy, krate: &TokenStream) -> TokenStream {
    let expansion = Expansion::new(hierarchy, krate);
    let outside = expansion.outside(&hierarchy.name);
    let mut types = any::declarations(&outside);
    types.extend(lock::expand(&outside));
    types.extend(message::expand(hierarchy, krate));
    types.extend(pattern::shared_declaration(&outside));
    let inside = expansion.inside(&hierarchy.name);
    let mut impls = any::implementations(&inside);
    impls.extend(pattern::shared_implementations(&inside));
    expansion.each(&mut types, &mut impls);
    types.extend(expansion.block(&impls));
    types
}

/// All that goes with the struct of a topic.
pub(crate) fn expand_topics(hierarchy: &CheckedHierarchy, krate: &TokenStream) -> TokenStream {
    let expansion = Expansion::new(hierarchy, krate);
    let (mut types, mut impls) = (TokenStream::new(), TokenStream::new());
    expansion.each(&mut types, &mut impls);
    if !impls.is_empty() {
        types.extend(expansion.block(&impls));
    }
    types
}

/// The lints that generated code does not heed.
///
/// A program need not use all that a declaration offers, and may deprecate a part of it. Where a type is
/// more private than the topic it is a part of, the compiler says so at the field, if at all. Without topics
/// there is no value, and nothing that is done with one is ever reached. A placeholder may begin with `_`.
fn allowed() -> TokenStream {
    quote! {
        #[allow(
            dead_code, deprecated, non_snake_case, private_interfaces, unreachable_code, unused_variables,
            clippy::self_named_constructors, clippy::too_many_arguments, clippy::used_underscore_binding,
        )]
    }
}

/// The place of a name, in code that is still the macro's.
fn at(name: &Ident) -> Span {
    Span::call_site().located_at(name.span())
}
