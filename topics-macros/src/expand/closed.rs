//! The enums of closed placeholders.

use proc_macro2::TokenStream;
use quote::quote_spanned;

use super::{Context, docs};
use crate::few;
use crate::hierarchy::{Closed, Kind, Parameter, Topic, Value};

/// The enums themselves, and their methods.
pub(super) fn declarations(context: &Context<'_>, topic: &Topic) -> TokenStream {
    let enums = closed(topic).map(|(parameter, closed)| {
        let Context {
            private,
            visibility,
            span,
            ..
        } = context;
        let docs = docs::of_closed(topic, parameter);
        let (cfg, name) = (topic.attributes.cfg(), &closed.name);
        let variants: Vec<_> = closed.values.iter().map(|value| &value.variant).collect();
        let texts = closed.texts();
        let allowed = context.allowed;
        let variant_docs = closed.values.iter().map(|value| format!("`{}`", value.text));
        quote_spanned! {*span=>
            #docs
            #cfg
            #[allow(dead_code, clippy::enum_variant_names)]
            #[derive(
                #private::Clone, #private::Copy, #private::Debug,
                #private::PartialEq, #private::Eq, #private::PartialOrd, #private::Ord, #private::Hash
            )]
            #visibility enum #name {
                #(#[doc = #variant_docs] #variants,)*
            }

            #cfg
            #allowed
            impl #name {
                /// All values, in the order they were declared.
                #visibility const ALL: &'static [Self] = &[#(Self::#variants),*];

                /// The segment of this value.
                #[must_use]
                #visibility const fn as_str(self) -> &'static #private::str {
                    match self {
                        #(Self::#variants => #texts,)*
                    }
                }
            }
        }
    });
    enums.collect()
}

/// The traits that the enums implement.
pub(super) fn implementations(context: &Context<'_>, topic: &Topic) -> TokenStream {
    let enums = closed(topic).map(|(_, closed)| traits(context, topic, closed));
    enums.collect()
}

fn closed(topic: &Topic) -> impl Iterator<Item = (&Parameter, &Closed)> {
    topic
        .parameters()
        .filter_map(|(_, parameter)| match &parameter.kind {
            Kind::Closed(closed) => Some((parameter, closed)),
            _ => None,
        })
}

fn traits(context: &Context<'_>, topic: &Topic, closed: &Closed) -> TokenStream {
    let span = context.span;
    let Context { krate, private, .. } = context;
    let cfg = topic.attributes.cfg();
    let name = &closed.name;
    let texts = closed.texts();
    let values: Vec<_> = closed
        .values
        .iter()
        .map(|Value { variant, .. }| quote_spanned!(span=> Self::#variant))
        .collect();
    let value = few::value_of(
        private,
        span,
        &quote_spanned!(span=> __text),
        &texts,
        &values,
    );
    quote_spanned! {span=>
        #cfg
        impl #krate::SegmentValue for #name {
            const TEXTS: #private::Option<&'static [&'static #private::str]> = #private::Some(&[#(#texts),*]);

            fn to_segment(&self) -> #krate::Segment<'_> {
                #private::checked_segment(Self::as_str(*self))
            }

            #[inline]
            fn from_segment(__segment: #krate::Segment<'_>) -> #private::Result<Self, #krate::ValueError> {
                #private::one_of(Self::__of(#krate::Segment::as_str(&__segment)))
            }
        }

        // Private, so the docs miss nothing if it is not among the methods.
        #cfg
        impl #name {
            #[inline]
            fn __of(__text: &#private::str) -> #private::Option<Self> {
                #value
            }
        }

        #cfg
        impl #private::Display for #name {
            fn fmt(&self, __f: &mut #private::Formatter<'_>) -> #private::fmt::Result {
                #private::Formatter::pad(__f, Self::as_str(*self))
            }
        }

        #cfg
        impl #private::FromStr for #name {
            type Err = #krate::ValueError;

            // `Self::Err` would be the variant of a value `err`.
            #[inline]
            fn from_str(__text: &#private::str) -> #private::Result<Self, #krate::ValueError> {
                #private::parsed(Self::__of(__text), __text)
            }
        }
    }
}
