//! The enums of closed placeholders.

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::ext::IdentExt as _;

use super::line::runtime_macro;
use super::{Context, Expanded, at, docs, ends_at, located_at};
use crate::few;
use crate::hierarchy::{Attributes, Closed, Kind, Parameter, Topic, Value};

pub(super) fn expand(outside: &Context<'_>, inside: &Context<'_>, topic: &Topic) -> Expanded {
    let mut expanded = Expanded::default();
    for (_, parameter) in topic.parameters() {
        if let Kind::Closed(closed) = &parameter.kind {
            expanded
                .types
                .extend(declaration(outside, topic, parameter, closed));
            expanded
                .implementations
                .extend(implementations(inside, topic, closed));
        }
    }
    expanded
}

fn declaration(
    context: &Context<'_>,
    topic: &Topic,
    parameter: &Parameter,
    closed: &Closed,
) -> TokenStream {
    let private = &context.private;
    let (docs, generated_docs) = (&closed.attributes.docs, docs::of_closed(topic, parameter));
    let others = &closed.attributes.others;
    let (cfg, name) = (topic.attributes.cfg(), &closed.name);
    let is_open = context.hierarchy.attributes.is_non_exhaustive();
    let non_exhaustive = is_open.then(|| quote!(#[non_exhaustive]));
    let visibility = &context.visibility;
    let variants = closed.values.iter().map(|value| {
        let (Attributes { docs, others, .. }, name) = (&value.attributes, &value.variant);
        let doc = format!("\n{}", docs::of_value(value));
        quote!(#(#docs)* #[doc = #doc] #(#others)* #name)
    });
    let declared = quote!(#visibility enum #name { #(#variants,)* });
    let declared = ends_at(at(name), declared);
    quote! {
        #(#docs)*
        #generated_docs
        #cfg
        #(#others)*
        #[allow(dead_code, clippy::enum_variant_names)]
        #non_exhaustive
        #[derive(
            #private::Clone, #private::Copy, #private::PartialEq, #private::Eq,
            #private::PartialOrd, #private::Ord, #private::Hash
        )]
        #declared
    }
}

fn implementations(context: &Context<'_>, topic: &Topic, closed: &Closed) -> TokenStream {
    let (private, visibility) = (&context.private, &context.visibility);
    let (cfg, name) = (topic.attributes.cfg(), &closed.name);
    let values = closed.values.iter();
    let values: Vec<TokenStream> = values
        .map(|value| {
            let variant = located_at(&value.variant, Span::call_site());
            quote!(Self::#variant)
        })
        .collect();
    let texts = closed.values.iter().map(Value::text);
    let names = closed.values.iter();
    let names = names.map(|value| value.variant.unraw().to_string());
    let all = closed.values.iter().map(|value| &value.texts[..]);
    let description = few::description(all.clone());
    let all = all.zip(&values);
    let read = few::value_of(private, Span::call_site(), &quote!(text), all);
    let implement = runtime_macro("implement_closed", name);
    let call = quote! {
        #implement! {
            #name named(self) { (&[#(#names),*])[*self as #private::usize] }
            #description written(self) { Self::as_str(*self) } read(text) { #read }
        }
    };
    let call = ends_at(at(name), call);
    quote! {
        #cfg
        impl #name {
            /// All values, in the order they were declared.
            #visibility const ALL: &'static [Self] = &[#(#values),*];

            /// The segment of this value.
            #[inline]
            #[must_use]
            #visibility const fn as_str(self) -> &'static #private::str {
                // The compiler's work on a `match`, and on a derived `Debug`, grows with the square of its arms.
                const TEXTS: &[&#private::str] = &[#(#texts),*];
                TEXTS[self as #private::usize]
            }
        }

        #cfg
        #call
    }
}
