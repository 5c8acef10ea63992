//! The type that subscribes to the topics of a line.

use proc_macro2::{Ident, TokenStream};
use quote::quote_spanned;
use syn::Lifetime;
use syn::ext::IdentExt as _;

use super::named::{Named, named};
use super::{Context, allowed, docs, former, pattern_function, pattern_name, typed};
use crate::hierarchy::{Kind, Origin, Parameter, Topic};

/// The type, and what it is made of.
struct Type<'c> {
    /// Of the topic that is received: its struct, or the user's enum whose variant it is.
    topic: Named<'c>,
    name: Ident,
}

impl<'c> Type<'c> {
    fn new(context: &Context<'c>, topic: &'c Topic) -> Self {
        let hierarchy = context.hierarchy;
        Self {
            topic: match (&topic.origin, &hierarchy.origin) {
                (Origin::Variant(_), Origin::Own(generics)) => {
                    Named::own(&hierarchy.name, generics)
                }
                _ => named(context, topic),
            },
            name: pattern_name(hierarchy, topic),
        }
    }

    fn of(&self, topic: &Topic) -> Named<'_> {
        self.topic.beside(&self.name, topic.has_text())
    }
}

/// The struct itself, and its methods.
pub(super) fn declaration(context: &Context<'_>, topic: &Topic) -> TokenStream {
    let span = context.span;
    let Context {
        private,
        visibility,
        ..
    } = context;
    let cfg = topic.attributes.cfg();
    let ty = Type::new(context, topic);
    let of = ty.of(topic);
    let (declared, conditions) = (of.declaration(), of.conditions());
    let held = if of.has_lifetime() {
        of.lifetime()
    } else {
        Lifetime::new("'static", span)
    };
    let count = topic.parameters().count();
    let docs = docs::of_pattern(context.hierarchy, topic);
    // A type that only the values have is a parameter of the pattern too.
    let types = of.type_parameters();
    let marker = (!types.is_empty())
        .then(|| quote_spanned!(span=> , #private::Marker<fn() -> (#(#types,)*)>));
    let (generics, borrowed, allowed) = (of.generics(), of.borrowed(), allowed());
    let setters: Vec<TokenStream> = topic
        .parameters()
        .enumerate()
        .map(|(index, parameter)| setter(context, topic, &ty.topic, &of, index, parameter))
        .collect();
    let setters = (!setters.is_empty()).then(|| {
        quote_spanned! {span=>
            #cfg
            #allowed
            impl #generics #borrowed #conditions {
                #(#setters)*
            }
        }
    });
    let of_variant = of_variant(context, topic, &ty);
    quote_spanned! {span=>
        #docs
        #cfg
        #[allow(dead_code, deprecated, non_camel_case_types)]
        #[derive(#private::Clone, #private::Debug, #private::PartialEq, #private::Eq, #private::Hash)]
        #visibility struct #declared(#private::Bound<#held, #count> #marker) #conditions;

        #setters

        #of_variant
    }
}

/// The traits that the struct implements.
pub(super) fn implementations(context: &Context<'_>, topic: &Topic) -> TokenStream {
    let span = context.span;
    let Context { krate, private, .. } = context;
    let cfg = topic.attributes.cfg();
    let pattern = Type::new(context, topic);
    let of = pattern.of(topic);
    let (anonymous, others) = (of.anonymous(), of.generics_without_lifetime());
    let conditions = of.conditions();
    let former = former::patterns(context, topic);
    let topic_owned = pattern.topic.owned();
    quote_spanned! {span=>
        #cfg
        impl #others #private::Display for #anonymous #conditions {
            fn fmt(&self, __f: &mut #private::Formatter<'_>) -> #private::fmt::Result {
                #private::Display::fmt(&self.0, __f)
            }
        }

        #cfg
        impl #others #krate::TopicPattern for #anonymous #conditions {
            type Topic = #topic_owned;

            fn to_pattern(&self) -> #krate::Pattern<'static> {
                #private::Bound::to_pattern(&self.0)
            }

            #former
        }

        #cfg
        impl #others #private::From<#anonymous> for #krate::Pattern<'static> #conditions {
            fn from(__pattern: #anonymous) -> Self {
                #private::Bound::to_pattern(&__pattern.0)
            }
        }
    }
}

/// The function of the user's enum that returns the pattern of one of its variants.
fn of_variant(context: &Context<'_>, topic: &Topic, pattern: &Type<'_>) -> TokenStream {
    let Origin::Variant(_) = topic.origin else {
        return TokenStream::new();
    };
    let Context {
        krate,
        private,
        visibility,
        span,
        ..
    } = context;
    let span = *span;
    let (generics, ty) = (pattern.topic.generics(), pattern.topic.borrowed());
    let (name, unset_ty) = (&pattern.name, pattern.of(topic).owned());
    let function = pattern_function(topic);
    let template = topic.template();
    let doc = format!(
        "Subscribes to every topic of `{template}`: `{}`, until a placeholder is set.",
        template.pattern()
    );
    let template = template.as_str();
    let allowed = allowed();
    quote_spanned! {span=>
        #allowed
        impl #generics #ty {
            #[doc = #doc]
            #[must_use]
            #visibility const fn #function() -> #unset_ty {
                #name(#private::Bound::new(#krate::Template::from_checked(#template)))
            }
        }
    }
}

/// The pattern of which no placeholder is set; no function of the pattern's, among which it could meet a
/// placeholder's.
pub(super) fn unset(context: &Context<'_>, topic: &Topic, of: &Named<'_>) -> TokenStream {
    let (span, private) = (context.span, &context.private);
    let name = pattern_name(context.hierarchy, topic);
    let marker =
        (!of.type_parameters().is_empty()).then(|| quote_spanned!(span=> , #private::Marker));
    quote_spanned!(span=> #name(#private::Bound::new(Self::TEMPLATE) #marker))
}

fn setter(
    context: &Context<'_>,
    topic: &Topic,
    topic_ty: &Named<'_>,
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
    let name = field.unraw().to_string();
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
            let topic_ty = topic_ty.anonymous();
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
