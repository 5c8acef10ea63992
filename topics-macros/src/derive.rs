//! `#[derive(Topic)]` and `#[derive(Topics)]`: what `topics!` generates, for types of the user's own.
//!
//! The template in the attribute is read by `syntax` and the fields are put to it by `hierarchy`; from
//! there on it is the way of a declaration, save that nothing is declared.

mod options;

use proc_macro2::TokenStream;
use quote::{ToTokens as _, quote};
use syn::DeriveInput;

use crate::analysis;
use crate::errors::Errors;
use crate::expand;
use crate::hierarchy::Hierarchy;
use crate::syntax::TopicAttribute;

pub(crate) fn topic(tokens: TokenStream) -> TokenStream {
    derive(tokens, |input, errors| {
        let attribute = TopicAttribute::parse(&input.attrs, errors);
        let krate = attribute
            .as_ref()
            .and_then(|attribute| attribute.krate.as_ref())
            .map(|(_, path)| path.to_token_stream());
        let hierarchy = Hierarchy::of_struct(input, attribute, errors);
        expand::expand_topics(&hierarchy, or_default(krate))
    })
}

pub(crate) fn topics(tokens: TokenStream) -> TokenStream {
    derive(tokens, |input, errors| {
        let krate = options::krate(&input.attrs, errors).map(|path| path.to_token_stream());
        let mut hierarchy = Hierarchy::of_enum(input, errors);
        analysis::run(&mut hierarchy, errors);
        if hierarchy.topics.is_empty() && hierarchy.wrapped.is_empty() {
            return TokenStream::new();
        }
        expand::expand(&hierarchy, or_default(krate))
    })
}

fn derive(
    tokens: TokenStream,
    expand: impl FnOnce(&DeriveInput, &mut Errors) -> TokenStream,
) -> TokenStream {
    let input = match syn::parse2::<DeriveInput>(tokens) {
        Ok(input) => input,
        Err(error) => return error.into_compile_error(),
    };
    let mut errors = Errors::default();
    let mut tokens = expand(&input, &mut errors);
    tokens.extend(errors.into_tokens());
    tokens
}

/// The path to the runtime crate. A derive is not told it, so a renamed dependency has to be named.
fn or_default(krate: Option<TokenStream>) -> TokenStream {
    krate.unwrap_or_else(|| quote!(::topics))
}
