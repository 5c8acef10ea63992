//! The type that subscribes to the topics of a line.
//!
//! The lines of a declaration share one type, which has the topic as a parameter, and each has an alias of it with
//! methods of its own: so the traits are implemented once, and not once for each line. A topic of the user's
//! own has a type of its own.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote_spanned;
use syn::Lifetime;
use syn::ext::IdentExt as _;

use super::named::{Named, named};
use super::{Context, at, docs, former, typed};
use crate::analysis::CheckedHierarchy;
use crate::hierarchy::{Kind, Origin, Parameter, Topic, shared_pattern_name};

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
            name: topic.pattern_name(&hierarchy.name),
        }
    }

    fn of(&self, topic: &Topic) -> Named<'_> {
        self.topic.beside(&self.name, topic.has_text())
    }
}

/// The type itself, and its methods.
pub(super) fn declaration(context: &Context<'_>, topic: &Topic) -> TokenStream {
    let span = context.span;
    let cfg = topic.attributes.cfg();
    let ty = Type::new(context, topic);
    let of = ty.of(topic);
    let conditions = of.conditions();
    let mut tokens = match topic.origin {
        Origin::Declared => alias(context, topic, &of),
        Origin::Own(_) | Origin::Variant(_) => own(context, topic, &of),
    };
    let (generics, borrowed, allowed) = (of.generics(), of.borrowed(), context.allowed);
    let setters: Vec<TokenStream> = topic
        .parameters()
        .enumerate()
        .map(|(index, parameter)| setter(context, topic, &ty.topic, &of, index, parameter))
        .collect();
    if !setters.is_empty() {
        tokens.extend(quote_spanned! {span=>
            #cfg
            #allowed
            impl #generics #borrowed #conditions {
                #(#setters)*
            }
        });
    }
    tokens.extend(of_variant(context, topic, &ty));
    tokens
}

/// The name that the shared type goes by on a line.
fn alias(context: &Context<'_>, topic: &Topic, of: &Named<'_>) -> TokenStream {
    let span = context.span;
    let Context {
        visibility,
        hierarchy,
        ..
    } = context;
    let cfg = topic.attributes.cfg();
    let docs = docs::of_pattern(hierarchy, topic);
    let (declared, shared) = (of.declaration(), shared_pattern_name(&hierarchy.name));
    let held = held(of);
    let count = Literal::usize_unsuffixed(topic.parameters().count());
    let received = named(context, topic).owned();
    quote_spanned! {span=>
        #docs
        #cfg
        #[allow(dead_code, deprecated, non_camel_case_types)]
        #visibility type #declared = #shared<#held, #received, #count>;
    }
}

/// The struct of a topic of the user's own.
fn own(context: &Context<'_>, topic: &Topic, of: &Named<'_>) -> TokenStream {
    let span = context.span;
    let private = &context.private;
    let (declared, conditions) = (of.declaration(), of.conditions());
    let (held, count) = (held(of), topic.parameters().count());
    let cfg = topic.attributes.cfg();
    let docs = docs::of_pattern(context.hierarchy, topic);
    // A type that only the values have is a parameter of the pattern too.
    let types = of.type_parameters();
    let marker = (!types.is_empty())
        .then(|| quote_spanned!(span=> , #private::Marker<fn() -> (#(#types,)*)>));
    let visibility = context.visibility;
    quote_spanned! {span=>
        #docs
        #cfg
        #[allow(dead_code, deprecated, non_camel_case_types)]
        #[derive(#private::Clone, #private::Debug, #private::PartialEq, #private::Eq, #private::Hash)]
        #visibility struct #declared(#private::Bound<#held, #count> #marker) #conditions;
    }
}

/// How long what is set must live.
fn held(of: &Named<'_>) -> Lifetime {
    if of.has_lifetime() {
        of.lifetime()
    } else {
        Lifetime::new("'static", at(of.name()))
    }
}

/// The struct that the lines of a declaration share.
pub(super) fn shared_declaration(context: &Context<'_>) -> TokenStream {
    let span = context.span;
    let private = &context.private;
    if !has_shared(context.hierarchy) {
        return TokenStream::new();
    }
    let name = shared_pattern_name(&context.hierarchy.name);
    let docs = docs::of_shared_pattern(context.hierarchy);
    let cfg = context.hierarchy.attributes.cfg();
    let visibility = context.visibility;
    quote_spanned! {span=>
        #docs
        #cfg
        #[allow(dead_code, deprecated, non_camel_case_types)]
        #visibility struct #name<'a, T, const N: #private::usize>(
            #private::Bound<'a, N>,
            #private::Marker<fn() -> T>,
        );
    }
}

/// The traits that it implements.
pub(super) fn shared_implementations(context: &Context<'_>) -> TokenStream {
    let span = context.span;
    let Context { krate, private, .. } = context;
    if !has_shared(context.hierarchy) {
        return TokenStream::new();
    }
    let name = shared_pattern_name(&context.hierarchy.name);
    let cfg = context.hierarchy.attributes.cfg();
    let derived = shared_derived(context, &name);
    let traits = traits(
        context,
        &Implementor {
            cfg,
            generics: quote_spanned!(span=> <T: #krate::TopicType, const N: #private::usize>),
            ty: quote_spanned!(span=> #name<'_, T, N>),
            conditions: TokenStream::new(),
            topic: quote_spanned!(span=> T),
            former: Some(quote_spanned!(span=> T::FORMER)),
        },
    );
    quote_spanned!(span=> #derived #traits)
}

/// What a derive would implement only for topics that implement it too, though no pattern holds one.
fn shared_derived(context: &Context<'_>, name: &Ident) -> TokenStream {
    let (span, private) = (context.span, &context.private);
    let cfg = context.hierarchy.attributes.cfg();
    let text = name.unraw().to_string();
    quote_spanned! {span=>
        #cfg
        #[automatically_derived]
        impl<T, const N: #private::usize> #private::Clone for #name<'_, T, N> {
            fn clone(&self) -> Self {
                #name(#private::Clone::clone(&self.0), self.1)
            }
        }

        #cfg
        #[automatically_derived]
        impl<T, const N: #private::usize> #private::Debug for #name<'_, T, N> {
            fn fmt(&self, __f: &mut #private::Formatter<'_>) -> #private::fmt::Result {
                let mut __debug = #private::Formatter::debug_tuple(__f, #text);
                #private::DebugTuple::field(&mut __debug, &self.0);
                #private::DebugTuple::finish(&mut __debug)
            }
        }

        #cfg
        #[automatically_derived]
        impl<T, const N: #private::usize> #private::PartialEq for #name<'_, T, N> {
            fn eq(&self, __other: &Self) -> #private::bool {
                self.0 == __other.0
            }
        }

        #cfg
        #[automatically_derived]
        impl<T, const N: #private::usize> #private::Eq for #name<'_, T, N> {}

        #cfg
        #[automatically_derived]
        impl<T, const N: #private::usize> #private::Hash for #name<'_, T, N> {
            fn hash<__H: #private::Hasher>(&self, __state: &mut __H) {
                #private::Hash::hash(&self.0, __state);
            }
        }
    }
}

/// Whether there are lines that share a type.
fn has_shared(hierarchy: &CheckedHierarchy) -> bool {
    let mut topics = hierarchy.topics.iter();
    topics.any(|topic| matches!(topic.origin, Origin::Declared))
}

/// The traits that the struct of a topic of the user's own implements.
pub(super) fn implementations(context: &Context<'_>, topic: &Topic) -> TokenStream {
    if let Origin::Declared = topic.origin {
        return TokenStream::new();
    }
    let pattern = Type::new(context, topic);
    let of = pattern.of(topic);
    traits(
        context,
        &Implementor {
            cfg: topic.attributes.cfg(),
            generics: of.generics_without_lifetime(),
            ty: of.anonymous(),
            conditions: of.conditions(),
            topic: pattern.topic.owned(),
            former: former::templates(context, topic),
        },
    )
}

/// What implements the traits of a pattern.
struct Implementor {
    cfg: TokenStream,
    generics: TokenStream,
    ty: TokenStream,
    conditions: TokenStream,
    /// The topic that is received.
    topic: TokenStream,
    /// A list of the former templates, if there may be any.
    former: Option<TokenStream>,
}

fn traits(context: &Context<'_>, implementor: &Implementor) -> TokenStream {
    let span = context.span;
    let Context { krate, private, .. } = context;
    let Implementor {
        cfg,
        generics,
        ty,
        conditions,
        topic,
        former,
    } = implementor;
    let former = former.as_ref().map(|former| {
        quote_spanned! {span=>
            fn to_patterns(&self) -> #private::Vec<#krate::Pattern<'static>> {
                #private::Bound::to_patterns(&self.0, #former)
            }
        }
    });
    quote_spanned! {span=>
        #cfg
        impl #generics #private::Display for #ty #conditions {
            fn fmt(&self, __f: &mut #private::Formatter<'_>) -> #private::fmt::Result {
                #private::Display::fmt(&self.0, __f)
            }
        }

        #cfg
        impl #generics #krate::TopicPattern for #ty #conditions {
            type Topic = #topic;

            fn to_pattern(&self) -> #krate::Pattern<'static> {
                #private::Bound::to_pattern(&self.0)
            }

            #former
        }

        #cfg
        impl #generics #private::From<#ty> for #krate::Pattern<'static> #conditions {
            fn from(__pattern: #ty) -> Self {
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
    let function = topic.pattern_function();
    let template = topic.template();
    let doc = format!(
        "Subscribes to every topic of `{template}`: `{}`, until a placeholder is set.",
        template.pattern()
    );
    let template = template.as_str();
    let allowed = context.allowed;
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
    let name = match topic.origin {
        Origin::Declared => shared_pattern_name(&context.hierarchy.name),
        Origin::Own(_) | Origin::Variant(_) => topic.pattern_name(&context.hierarchy.name),
    };
    let marker = has_marker(topic, of).then(|| quote_spanned!(span=> , #private::Marker));
    quote_spanned!(span=> #name(#private::Bound::new(Self::TEMPLATE) #marker))
}

/// Whether the type has a parameter that is no part of any value.
fn has_marker(topic: &Topic, of: &Named<'_>) -> bool {
    matches!(topic.origin, Origin::Declared) || !of.type_parameters().is_empty()
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
    let marker = has_marker(topic, of).then(|| quote_spanned!(span=> , self.1));
    let text = |input: TokenStream, method: TokenStream| {
        let doc =
            format!("{doc}\n\n# Errors\n\nIf the text cannot be the parameter of the placeholder.");
        quote_spanned! {span=>
            #[doc = #doc]
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
