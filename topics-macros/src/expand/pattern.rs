//! The type that subscribes to the topics of a line.

use proc_macro2::TokenStream;
use quote::quote_spanned;

use super::{Context, Lifetimed, docs, impl_attributes, lifetimed, pattern_name, typed};
use crate::hierarchy::{Kind, Parameter, Topic};

pub(super) fn expand(context: &Context<'_>, topic: &Topic) -> TokenStream {
    let span = context.span;
    let Context {
        krate,
        private,
        visibility,
        ..
    } = context;
    let cfg = topic.attributes.cfg();
    let attributes = impl_attributes(&topic.attributes);
    let name = &pattern_name(topic);
    let of = Lifetimed {
        name,
        has_lifetime: topic.has_text(),
    };
    let (ty, anonymous, generics) = (of.borrowed(), of.anonymous(), of.generics());
    let held = if of.has_lifetime {
        quote_spanned!(span=> 'a)
    } else {
        quote_spanned!(span=> 'static)
    };
    let count = topic.parameters().count();
    let docs = docs::of_pattern(topic);
    let topic_ty = lifetimed(topic).owned();
    let setters = topic
        .parameters()
        .enumerate()
        .map(|(index, parameter)| setter(context, topic, index, parameter));
    quote_spanned! {span=>
        #docs
        #cfg
        #[allow(dead_code, deprecated, non_camel_case_types)]
        #[derive(#private::Clone, #private::Debug, #private::PartialEq, #private::Eq, #private::Hash)]
        #visibility struct #ty(#private::Bound<#held, #count>);

        #attributes
        impl #generics #ty {
            #(#setters)*
        }

        #attributes
        impl #private::Display for #anonymous {
            fn fmt(&self, f: &mut #private::Formatter<'_>) -> #private::FmtResult {
                #private::Display::fmt(&self.0, f)
            }
        }

        #attributes
        impl #krate::TopicPattern for #anonymous {
            type Topic = #topic_ty;

            fn to_pattern(&self) -> #krate::Pattern<'static> {
                #private::Bound::to_pattern(&self.0)
            }
        }

        #attributes
        impl #private::From<#anonymous> for #krate::Pattern<'static> {
            fn from(pattern: #anonymous) -> Self {
                #private::Bound::to_pattern(&pattern.0)
            }
        }
    }
}

fn setter(
    context: &Context<'_>,
    topic: &Topic,
    index: usize,
    (segment, parameter): (usize, &Parameter),
) -> TokenStream {
    let span = context.span;
    let Context {
        krate,
        private,
        visibility,
        ..
    } = context;
    let field = &parameter.field;
    let name = syn::ext::IdentExt::unraw(field).to_string();
    let doc = format!("Takes only topics with this `<{name}>`.");
    let text = |input: TokenStream, method: TokenStream| {
        quote_spanned! {span=>
            #[doc = #doc]
            ///
            /// # Errors
            ///
            /// If the text cannot be the parameter of the placeholder.
            #visibility fn #field(self, #field: #input) -> #private::Result<Self, #krate::BuildError> {
                #private::Ok(Self(self.0.#method(#index, #name, #field)?))
            }
        }
    };
    let value = |input: TokenStream, segment: TokenStream| {
        quote_spanned! {span=>
            #[doc = #doc]
            #[must_use]
            #visibility fn #field(self, #field: #input) -> Self {
                Self(self.0.value(#index, #segment))
            }
        }
    };
    match &parameter.kind {
        Kind::Plain => text(
            quote_spanned!(span=> impl #krate::IntoSegment<'a>),
            quote_spanned!(span=> segment),
        ),
        Kind::Tail => text(
            quote_spanned!(span=> impl #krate::IntoTail<'a>),
            quote_spanned!(span=> tail),
        ),
        Kind::Typed(of) => {
            let (name, table) = (&topic.name, typed::table(segment));
            value(
                quote_spanned!(span=> #of),
                quote_spanned!(span=> #private::ValueOf::to_segment(&#name::#table, &#field)),
            )
        }
        Kind::Closed(closed) => {
            let of = &closed.name;
            value(
                quote_spanned!(span=> #of),
                quote_spanned!(span=> #private::checked_segment(#of::as_str(#field))),
            )
        }
    }
}
