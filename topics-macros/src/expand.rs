//! From the model to tokens.
//!
//! Cannot fail: whatever could be wrong has been reported, and the model holds what is right. Each line becomes its
//! struct, one description of it (its names, its parameters out and in) and calls of the runtime's hidden module,
//! which is compiled where it is used.
//!
//! Everything but the types themselves is in a block. What it names begins with the one name that the block imports,
//! so it depends on nothing in scope. In it, what a parameter or a local is called is a function, which a local may
//! hide: a constant or a unit struct of that name around the declaration would turn the local into a comparison. No
//! local is in a scope with parameters, which may have the same name.
//!
//! A token has the place of what the user wrote only if it is that name, or if an error can start from it.
//! All others have that of the macro call, or in implementations that of the declaration's last mark, or an editor would
//! find all of them behind each name.

mod any;
mod closed;
mod description;
mod docs;
mod fields;
mod has_lifetime;
mod line;
mod lock;
mod message;
mod named;
mod ordered;
mod parser;
mod pattern;
mod tokens;
mod topic;
mod value_enum;
mod variant;

use std::collections::BTreeSet;

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};

pub(crate) use self::named::Named;
use self::tokens::Tokens;
pub(crate) use self::value_enum::ValueEnum;
use crate::analysis::CheckedHierarchy;
use crate::here::{code, here};
use crate::place::derived;

/// What every piece of generated code needs to know.
pub(crate) struct Context<'h> {
    /// The path to the runtime crate.
    krate: Tokens,
    /// The path to its hidden module.
    private: Tokens,
    /// That of all that is generated, in no place of the user's.
    visibility: Tokens,
    hierarchy: &'h CheckedHierarchy,
}

impl<'h> Context<'h> {
    fn new(hierarchy: &'h CheckedHierarchy, krate: &TokenStream) -> Self {
        Self {
            private: Tokens::new(quote!(#krate::__private)),
            krate: Tokens::new(krate.clone()),
            visibility: Tokens::new(located_all_at(&hierarchy.visibility, here())),
            hierarchy,
        }
    }
}

/// What is generated for one thing.
#[derive(Default)]
struct Expanded {
    /// What stands where the declaration does.
    types: TokenStream,
    /// What stands in the block.
    implementations: TokenStream,
}

impl Expanded {
    /// Adds implementations that exist under a condition, in a block of their own if there is one.
    fn implement(&mut self, cfg: &TokenStream, implementations: TokenStream) {
        self.implementations.extend(if cfg.is_empty() {
            implementations
        } else {
            code!(#cfg const _: () = { #implementations };)
        });
    }

    fn into_tokens(self, context: &Context<'_>) -> TokenStream {
        let mut tokens = self.types;
        if !self.implementations.is_empty() {
            let (allowed, locals) = (allowed(), locals(context.hierarchy));
            let (private, implementations) = (&context.private, &self.implementations);
            tokens.extend(quote! {
                #allowed
                const _: () = {
                    use #private as __topics;
                    #(use __topics::local as #locals;)*
                    #implementations
                };
            });
        }
        tokens
    }
}

/// The enum over all topics, and all that goes with each of them.
pub(crate) fn expand(hierarchy: &CheckedHierarchy, krate: &TokenStream) -> TokenStream {
    let context = &Context::new(hierarchy, krate);
    let mut expanded = Expanded::default();
    any::expand(context, &mut expanded);
    lock::expand(context, &mut expanded);
    message::expand(context, &mut expanded);
    pattern::shared(context, &mut expanded);
    each(context, expanded)
}

/// All that goes with the struct of a topic.
pub(crate) fn expand_topics(hierarchy: &CheckedHierarchy, krate: &TokenStream) -> TokenStream {
    each(&Context::new(hierarchy, krate), Expanded::default())
}

fn each(context: &Context<'_>, mut expanded: Expanded) -> TokenStream {
    let mut shapes = pattern::Shapes::new(context.hierarchy);
    for topic in &context.hierarchy.topics {
        closed::expand(context, topic, &mut expanded);
        let placeholders = pattern::expand(context, topic, &mut shapes, &mut expanded);
        line::expand(context, topic, &placeholders, &mut expanded);
    }
    expanded.into_tokens(context)
}

/// The lints that generated code does not heed.
///
/// A program need not use all that a declaration offers, and may deprecate a part of it. Where a type is
/// more private than the topic it is a part of, the compiler says so at the field, if at all. Without topics
/// there is no value, and nothing that is done with one is ever reached. A placeholder may begin with `_`. A type of
/// the user's calls its lifetime as it likes, and some traits have no other use for it.
///
/// Clippy takes the code for the user's own. Of its lints that restrict, only those are here that find something in it:
/// what a crate forbids, such as `unwrap_used`, can't be allowed in it.
pub(crate) fn allowed() -> TokenStream {
    quote! {
        #[allow(
            dead_code, deprecated, non_camel_case_types, non_local_definitions, non_snake_case, private_interfaces,
            single_use_lifetimes, unreachable_code, unreachable_patterns, unreachable_pub, unused_imports,
            unused_qualifications, unused_variables,
            clippy::all, clippy::pedantic, clippy::nursery,
            clippy::absolute_paths, clippy::arbitrary_source_item_ordering, clippy::else_if_without_else,
            clippy::impl_trait_in_params, clippy::min_ident_chars, clippy::missing_inline_in_public_items,
            clippy::missing_trait_methods, clippy::multiple_inherent_impl, clippy::pattern_type_mismatch,
            clippy::question_mark_used, clippy::ref_patterns, clippy::same_name_method, clippy::shadow_reuse,
            clippy::shadow_same, clippy::shadow_unrelated, clippy::single_char_lifetime_names,
        )]
    }
}

/// What parameters and locals in the block are called.
fn locals(hierarchy: &CheckedHierarchy) -> BTreeSet<Ident> {
    const LOCALS: [&str; 10] = [
        "f", "from", "other", "out", "pattern", "segment", "state", "text", "topic", "visit",
    ];
    let parameters = hierarchy.topics.iter().flat_map(|topic| topic.parameters());
    let mut locals: BTreeSet<Ident> = parameters.map(|parameter| plain(&parameter.name)).collect();
    let of_messages = hierarchy.messages.as_ref().map(|_| message::LOCALS);
    let names = of_messages.into_iter().flatten().chain(LOCALS);
    locals.extend(names.map(|name| Ident::new(name, Span::call_site())));
    locals
}

/// A name where an implementation uses it.
fn plain(name: &Ident) -> Ident {
    let mut name = name.clone();
    name.set_span(here());
    name
}

/// The same tokens, such that an error in any of them is shown at one place.
pub(crate) fn located_all_at(tokens: &impl ToTokens, place: Span) -> TokenStream {
    let tokens = tokens.to_token_stream().into_iter().map(|mut token| {
        if let TokenTree::Group(group) = &token {
            token = Group::new(group.delimiter(), located_all_at(&group.stream(), place)).into();
        }
        token.set_span(token.span().located_at(place));
        token
    });
    tokens.collect()
}

/// The call of a macro of the runtime, whose errors are shown at a name; so all of its path has to be there.
fn called_at(name: &Ident, of_runtime: &str, arguments: &TokenStream) -> TokenStream {
    let place = at(name);
    let of_runtime = Ident::new(of_runtime, place);
    quote_spanned!(place=> __topics::#of_runtime! { #arguments })
}

/// What serde needs of a type, which the runtime has if it has the feature; and the form of it that is read.
fn serde(of: &Named, read: &Tokens) -> Option<TokenStream> {
    cfg!(feature = "serde").then(|| {
        let header = of.in_header();
        let (anonymous, owned) = (&header.anonymous, &header.owned);
        let arguments = quote!([#anonymous] [#read] [#owned]);
        called_at(of.name(), "implement_serde", &arguments)
    })
}

/// The place of a name, in code that is still the macro's.
fn at(name: &Ident) -> Span {
    derived(name.span())
}
