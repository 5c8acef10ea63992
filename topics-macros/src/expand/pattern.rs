//! The type that subscribes to the topics of a line.

use proc_macro2::TokenStream;
use quote::quote_spanned;
use syn::Lifetime;

use super::named::{Named, named};
use super::{Context, docs, former, impl_attributes, pattern_name, typed};
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
    let topic_ty = &named(context, topic);
    let of = &topic_ty.beside(name, topic.has_text());
    let (declared, ty, generics) = (of.declaration(), of.borrowed(), of.generics());
    let (anonymous, others) = (of.anonymous(), of.generics_without_lifetime());
    let conditions = of.conditions();
    let held = if of.has_lifetime() {
        of.lifetime()
    } else {
        Lifetime::new("'static", span)
    };
    let count = topic.parameters().count();
    let docs = docs::of_pattern(topic);
    let former = former::patterns(context, topic);
    let topic_owned = topic_ty.owned();
    let setters = topic
        .parameters()
        .enumerate()
        .map(|(index, parameter)| setter(context, topic, of, index, parameter));
    // A type that only the values have is a parameter of the pattern too.
    let types = of.type_parameters();
    let marker = (!types.is_empty())
        .then(|| quote_spanned!(span=> , #private::Marker<fn() -> (#(#types,)*)>));
    quote_spanned! {span=>
        #docs
        #cfg
        #[allow(dead_code, deprecated, non_camel_case_types)]
        #[derive(#private::Clone, #private::Debug, #private::PartialEq, #private::Eq, #private::Hash)]
        #visibility struct #declared(#private::Bound<#held, #count> #marker) #conditions;

        #attributes
        impl #generics #ty #conditions {
            #(#setters)*
        }

        #attributes
        impl #others #private::Display for #anonymous #conditions {
            fn fmt(&self, f: &mut #private::Formatter<'_>) -> #private::FmtResult {
                #private::Display::fmt(&self.0, f)
            }
        }

        #attributes
        impl #others #krate::TopicPattern for #anonymous #conditions {
            type Topic = #topic_owned;

            fn to_pattern(&self) -> #krate::Pattern<'static> {
                #private::Bound::to_pattern(&self.0)
            }

            #former
        }

        #attributes
        impl #others #private::From<#anonymous> for #krate::Pattern<'static> #conditions {
            fn from(pattern: #anonymous) -> Self {
                #private::Bound::to_pattern(&pattern.0)
            }
        }
    }
}

/// The pattern of which no placeholder is set; no function of the pattern's, among which it could meet a
/// placeholder's.
pub(super) fn unset(context: &Context<'_>, topic: &Topic, of: &Named<'_>) -> TokenStream {
    let (span, private) = (context.span, &context.private);
    let name = pattern_name(topic);
    let marker =
        (!of.type_parameters().is_empty()).then(|| quote_spanned!(span=> , #private::Marker));
    quote_spanned!(span=> #name(#private::Bound::new(Self::TEMPLATE) #marker))
}

fn setter(
    context: &Context<'_>,
    topic: &Topic,
    of: &Named<'_>,
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
    let lifetime = of.lifetime();
    let marker = (!of.type_parameters().is_empty()).then(|| quote_spanned!(span=> , self.1));
    let text = |input: TokenStream, method: TokenStream| {
        quote_spanned! {span=>
            #[doc = #doc]
            ///
            /// # Errors
            ///
            /// If the text cannot be the parameter of the placeholder.
            #visibility fn #field(self, #field: #input) -> #private::Result<Self, #krate::BuildError> {
                #private::Ok(Self(self.0.#method(#index, #name, #field)? #marker))
            }
        }
    };
    let value = |input: TokenStream, segment: TokenStream| {
        quote_spanned! {span=>
            #[doc = #doc]
            #[must_use]
            #visibility fn #field(self, #field: #input) -> Self {
                Self(self.0.value(#index, #segment) #marker)
            }
        }
    };
    match &parameter.kind {
        Kind::Plain => text(
            quote_spanned!(span=> impl #krate::IntoSegment<#lifetime>),
            quote_spanned!(span=> segment),
        ),
        Kind::Tail => text(
            quote_spanned!(span=> impl #krate::IntoTail<#lifetime>),
            quote_spanned!(span=> tail),
        ),
        Kind::Typed(of) => {
            let topic_ty = named(context, topic).borrowed();
            let table = typed::table(topic, segment);
            value(
                quote_spanned!(span=> #of),
                quote_spanned!(span=> #private::ValueOf::to_segment(&<#topic_ty>::#table, &#field)),
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
