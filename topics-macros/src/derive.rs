//! `#[derive(Topic)]` and `#[derive(Topics)]`: what `topics!` generates, for types of the user's own.
//!
//! The template in the attribute is read by `syntax` and the fields are put to it by `hierarchy`; from
//! there on it is the way of a declaration, save that nothing is declared.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::DeriveInput;

use crate::analysis;
use crate::errors::Errors;
use crate::expand;
use crate::here;
use crate::hierarchy::Hierarchy;
use crate::messages;
use crate::syntax::{Options, TopicAttribute};

pub(crate) fn topic(tokens: TokenStream) -> TokenStream {
    derive(tokens, |input, errors| {
        let mut attribute = TopicAttribute::parse(&input.attrs, false, errors);
        let krate = attribute.as_mut().and_then(|of| of.krate.take());
        let hierarchy = Hierarchy::of_struct(input, attribute, errors);
        let checked = analysis::run(hierarchy, errors);
        Some(expand::expand_topics(&checked, &or_default(krate)))
    })
}

pub(crate) fn topics(tokens: TokenStream) -> TokenStream {
    derive(tokens, |input, errors| {
        let expected = messages::unknown_topics_option();
        let mut options = Options::of(&input.attrs, "topics", &expected, errors);
        let krate = options.value("crate", &messages::not_a_crate(), errors);
        options.refuse_rest(&expected, errors);
        let checked = analysis::run(Hierarchy::of_enum(input, errors), errors);
        let has_topics = !checked.topics.is_empty() || !checked.wrapped.is_empty();
        has_topics.then(|| expand::expand(&checked, &or_default(krate)))
    })
}

/// What is generated for an item, and the faults; nothing but faults, if the compiler would refuse it too.
pub(crate) fn derive(
    tokens: TokenStream,
    expand: impl FnOnce(&DeriveInput, &mut Errors) -> Option<TokenStream>,
) -> TokenStream {
    let mut errors = Errors::default();
    let mut expansion = here::at_the_end_of(tokens, |tokens| {
        errors.shallow(tokens.clone())?;
        let input = errors.ok(syn::parse2(tokens))?;
        expand(&input, &mut errors)
    })
    .unwrap_or_default();
    expansion.extend(errors.items());
    expansion
}

/// The path to the runtime crate. A derive is not told it, so a renamed dependency has to be named.
pub(crate) fn or_default(krate: Option<syn::Path>) -> TokenStream {
    krate.map_or_else(|| quote!(::topics), ToTokens::into_token_stream)
}
