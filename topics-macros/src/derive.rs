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
use crate::messages;
use crate::nesting;
use crate::syntax::TopicAttribute;

pub(crate) fn topic(tokens: TokenStream) -> TokenStream {
    derive(tokens, |input, errors| {
        let attribute = TopicAttribute::parse(&input.attrs, errors);
        let krate = attribute
            .as_ref()
            .and_then(|attribute| attribute.krate.as_ref())
            .map(|(_, path)| path.to_token_stream());
        let hierarchy = Hierarchy::of_struct(input, attribute, errors);
        let checked = analysis::run_on_struct(hierarchy, errors);
        expand::expand_topics(&checked, &or_default(krate))
    })
}

pub(crate) fn topics(tokens: TokenStream) -> TokenStream {
    derive(tokens, |input, errors| {
        let krate = options::krate(&input.attrs, errors).map(|path| path.to_token_stream());
        let hierarchy = Hierarchy::of_enum(input, errors);
        let checked = analysis::run(hierarchy, errors);
        if checked.topics.is_empty() && checked.wrapped.is_empty() {
            return TokenStream::new();
        }
        expand::expand(&checked, &or_default(krate))
    })
}

fn derive(
    tokens: TokenStream,
    expand: impl FnOnce(&DeriveInput, &mut Errors) -> TokenStream,
) -> TokenStream {
    let mut errors = Errors::default();
    let Some(input) = parse(tokens, &mut errors) else {
        return errors.into_tokens();
    };
    let mut tokens = expand(&input, &mut errors);
    tokens.extend(errors.into_tokens());
    tokens
}

/// The item that a trait is derived for; `None` if the compiler would refuse it too.
pub(crate) fn parse(tokens: TokenStream, errors: &mut Errors) -> Option<DeriveInput> {
    if let Some(place) = nesting::too_deep(tokens.clone()) {
        errors.add(place, messages::nested_too_deep());
        return None;
    }
    let input = syn::parse2::<DeriveInput>(tokens);
    input.map_err(|error| errors.add_parsed(error)).ok()
}

/// The path to the runtime crate. A derive is not told it, so a renamed dependency has to be named.
fn or_default(krate: Option<TokenStream>) -> TokenStream {
    krate.unwrap_or_else(|| quote!(::topics))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_renamed_dependency_is_all_that_is_named() {
        let item = quote! {
            #[topic("a.<id>.<number>.<rest..>", payload = u8, crate = bus)]
            struct A<'a, T> { id: Segment<'a>, number: T, rest: Tail<'a> }
        };
        assert!(!nesting::mentions(topic(item), "topics"));
        let item = quote! {
            #[topics(crate = bus)]
            enum Any<'a> { A(A<'a, u8>), #[topic("b.<id>.<number>")] B { id: Segment<'a>, number: u8 } }
        };
        assert!(!nesting::mentions(topics(item), "topics"));
    }

    #[test]
    fn half_typed_input_never_panics() {
        let items = [
            "#[topic(\"a.<id>.<n: u8>.{b}.:c.<rest..>\", payload = Vec<u8>, crate = bus)] #[topic] \
             pub struct A<'a, 'b, T: Copy + 'a, const N: usize> where T: X { pub id: Segment<'a>, n: u8, r: Tail }",
            "#[topics(crate = bus, other)] #[topic(\"x\")] enum Any<'a, T> { A(A<'a>), B(&'a str, u8), \
             #[topic(\"a.<\", payload)] C { id: Segment<'static> }, #[topic(\"a.b\")] D }",
        ];
        for item in items {
            let whole: Vec<_> = item.parse::<TokenStream>().unwrap().into_iter().collect();
            for missing in 0..whole.len() {
                let (before, after) = whole.split_at(missing);
                let rest = after.iter().skip(1);
                for tokens in [
                    before.to_vec(),
                    before.iter().chain(rest).cloned().collect(),
                ] {
                    let tokens: TokenStream = tokens.into_iter().collect();
                    topic(tokens.clone());
                    topics(tokens);
                }
            }
        }
    }
}
