//! The enums of closed placeholders.

use proc_macro2::TokenStream;
use quote::quote_spanned;

use super::{Context, docs, impl_attributes};
use crate::hierarchy::{Closed, Kind, Topic};

pub(super) fn expand(context: &Context<'_>, topic: &Topic) -> TokenStream {
    let enums = topic
        .parameters()
        .filter_map(|(_, parameter)| match &parameter.kind {
            Kind::Closed(closed) => {
                let docs = docs::of_closed(topic, parameter);
                Some(expand_enum(context, topic, closed, &docs))
            }
            _ => None,
        });
    enums.collect()
}

fn expand_enum(
    context: &Context<'_>,
    topic: &Topic,
    closed: &Closed,
    docs: &TokenStream,
) -> TokenStream {
    let span = context.span;
    let Context {
        krate,
        private,
        visibility,
        ..
    } = context;
    let cfg = topic.attributes.cfg();
    let attributes = impl_attributes(&topic.attributes);
    let name = &closed.name;
    let texts: Vec<&str> = closed
        .values
        .iter()
        .map(|value| value.text.as_str())
        .collect();
    let variants: Vec<_> = closed.values.iter().map(|value| &value.variant).collect();
    let variant_docs = texts.iter().map(|text| format!("`{text}`"));
    quote_spanned! {span=>
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

        #attributes
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

        #attributes
        impl #krate::SegmentValue for #name {
            const TEXTS: #private::Option<&'static [&'static #private::str]> = #private::Some(&[#(#texts),*]);

            fn to_segment(&self) -> #krate::Segment<'_> {
                #private::checked_segment(Self::as_str(*self))
            }

            fn from_segment(segment: #krate::Segment<'_>) -> #private::Result<Self, #krate::ValueError> {
                match #krate::Segment::as_str(&segment) {
                    #(#texts => #private::Ok(Self::#variants),)*
                    _ => #private::Err(#krate::ValueError::not_one_of(&[#(#texts),*])),
                }
            }
        }

        #attributes
        impl #private::Display for #name {
            fn fmt(&self, f: &mut #private::Formatter<'_>) -> #private::FmtResult {
                #private::Formatter::pad(f, Self::as_str(*self))
            }
        }

        #attributes
        impl #private::FromStr for #name {
            type Err = #krate::ValueError;

            // `Self::Err` would be the variant of a value `err`.
            fn from_str(text: &#private::str) -> #private::Result<Self, #krate::ValueError> {
                #private::parse_value(text)
            }
        }
    }
}
