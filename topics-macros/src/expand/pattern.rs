//! The types that subscribe to the topics of a line.
//!
//! The lines of a declaration share one type, which has the topic as a parameter. What its methods are depends on
//! the placeholders of the line; so these are a parameter too, with a default, and lines that have the same ones
//! share the methods. A topic of the user's own has a type of its own.

use std::collections::HashMap;
use std::fmt::Write as _;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens as _, format_ident, quote};
use syn::Type;
use syn::ext::IdentExt as _;

use super::line::runtime_macro;
use super::named::{Named, named};
use super::{Context, Expanded, at, docs, ends_at, fields};
use crate::analysis::CheckedTopic;
use crate::case;
use crate::hierarchy::{Kind, Origin, Parameter, Topic, shared_pattern_name};
use crate::source_text::source_text;

/// The types that stand for the placeholders of lines.
#[derive(Default)]
pub(super) struct Shapes {
    /// By the placeholders and the conditions under which their types exist.
    known: HashMap<String, Ident>,
    /// How many types there are by the names of the placeholders.
    counts: HashMap<String, usize>,
}

impl Shapes {
    /// The type that stands for the placeholders of a line.
    pub(super) fn of(&self, topic: &Topic) -> TokenStream {
        let known = self.known.get(&key(topic));
        known.map_or_else(|| quote!(()), Ident::to_token_stream)
    }

    /// The same, if it has to be declared first.
    fn declare(&mut self, topic: &Topic) -> Option<Ident> {
        let key = key(topic);
        if topic.is_unit() || self.known.contains_key(&key) {
            return None;
        }
        let names = topic.parameters().map(|(_, parameter)| {
            let name = parameter.field.unraw().to_string();
            case::upper_camel(&name)
        });
        let name = format!("With{}", names.collect::<Vec<_>>().join("And"));
        let count = self.counts.entry(name.clone()).or_default();
        *count += 1;
        let name = match count {
            1 => format_ident!("{name}"),
            count => format_ident!("{name}_{count}"),
        };
        self.known.insert(key, name.clone());
        Some(name)
    }
}

/// What makes the methods of a pattern the same.
fn key(topic: &Topic) -> String {
    let mut key = topic.attributes.cfg().to_string();
    for (_, Parameter { field, kind, .. }) in topic.parameters() {
        let kind = match kind {
            Kind::Plain => String::new(),
            Kind::Tail => "..".to_owned(),
            Kind::Typed(of) => source_text(of),
            Kind::Closed(closed) => closed.name.to_string(),
        };
        // Writing to a string cannot fail.
        let _ = write!(key, "<{field}:{kind}>");
    }
    key
}

/// The struct that the lines of a declaration share.
pub(super) fn shared(outside: &Context<'_>, inside: &Context<'_>) -> Expanded {
    let hierarchy = outside.hierarchy;
    let mut lines = hierarchy.topics.iter();
    if !lines.any(|topic| matches!(topic.origin, Origin::Declared)) {
        return Expanded::default();
    }
    let private = &outside.private;
    let visibility = &outside.visibility;
    let (name, cfg) = (
        shared_pattern_name(&hierarchy.name),
        hierarchy.attributes.cfg(),
    );
    let docs = docs::of_shared_pattern(hierarchy);
    let declared = quote! {
        #visibility struct #name<T, P = <T as #private::Line>::Placeholders>(
            #private::Bound,
            #private::Marker<fn() -> (T, P)>,
        );
    };
    let declared = ends_at(at(&hierarchy.name), declared);
    let types = quote! {
        #docs
        #cfg
        #[allow(dead_code, deprecated, non_camel_case_types)]
        #declared
    };
    let private = &inside.private;
    let mut implementations = implementations(
        inside,
        &Implementor {
            name: &name,
            cfg: &cfg,
            generics: &quote!(<T, P>),
            bounds: &quote!(<T: #private::TopicType, P>),
            ty: &quote!(#name<T, P>),
            conditions: &TokenStream::new(),
            topic: &quote!(T),
            marker: Some(quote!(, self.1)),
            sets: &hierarchy.topics,
        },
    );
    let serde = runtime_macro("implement_serde_of_patterns", &name);
    let call = ends_at(at(&name), quote!(#serde! { #name }));
    implementations.extend(quote!(#cfg #call));
    Expanded {
        types,
        implementations,
    }
}

/// The methods of a pattern, and where it is not shared, all of it.
pub(super) fn expand(
    outside: &Context<'_>,
    inside: &Context<'_>,
    topic: &CheckedTopic,
    shapes: &mut Shapes,
) -> Expanded {
    if !matches!(topic.origin, Origin::Declared) {
        return own(outside, inside, topic);
    }
    let Some(shape) = shapes.declare(topic) else {
        return Expanded::default();
    };
    let (name, cfg) = (
        shared_pattern_name(&outside.hierarchy.name),
        topic.attributes.cfg(),
    );
    let setters = setters(inside, topic, &quote!(, self.1));
    let names = topic.parameters().map(|(_, parameter)| &parameter.field);
    let names: Vec<String> = names
        .map(|field| format!("`<{}>`", field.unraw()))
        .collect();
    let doc = format!("Lines with the placeholders {}.", names.join(", "));
    let checks = topic.parameters().enumerate();
    let checks = checks.filter_map(|(index, (_, parameter))| {
        let of = parameter.kind.value_type()?;
        let of = fields::value_of(inside, &of);
        Some(quote!((#index #of)))
    });
    let placeholders = runtime_macro("implement_placeholders", &shape);
    let implementations = quote! {
        #[doc = #doc]
        #cfg
        pub enum #shape {}

        #cfg
        #placeholders! { #shape #(#checks)* }

        #cfg
        impl<T> #name<T, #shape> {
            #setters
        }
    };
    Expanded {
        types: TokenStream::new(),
        implementations,
    }
}

/// The struct of a topic of the user's own.
fn own(outside: &Context<'_>, inside: &Context<'_>, topic: &CheckedTopic) -> Expanded {
    let hierarchy = outside.hierarchy;
    let (private, visibility) = (&outside.private, &outside.visibility);
    // Of the topic that is received: its struct, or the user's enum whose variant it is.
    let received = match (&topic.origin, &hierarchy.origin) {
        (Origin::Variant(_), Origin::Own(generics)) => Named::own(hierarchy.name.clone(), generics),
        _ => named(outside, topic),
    };
    let name = topic.pattern_name(&hierarchy.name);
    let of = received.beside(name.clone(), false);
    let (declared, conditions, cfg) = (of.declaration(), of.conditions(), topic.attributes.cfg());
    let docs = docs::of_pattern(hierarchy, topic);
    let marker = marker(&of);
    let marker = marker.map(|types| quote!(, #private::Marker<fn() -> #types>));
    let types = quote! {
        #docs
        #cfg
        #[allow(dead_code, deprecated, non_camel_case_types)]
        #visibility struct #declared(#private::Bound #marker) #conditions;
    };
    let (generics, ty) = (of.generics(), of.borrowed());
    let marker = marker.map(|_| quote!(, self.1));
    let mut implementations = implementations(
        inside,
        &Implementor {
            name: &name,
            cfg: &cfg,
            generics: &generics,
            bounds: &generics,
            ty: &ty,
            conditions: &conditions,
            topic: &received.owned(),
            marker: marker.clone(),
            sets: std::slice::from_ref(topic),
        },
    );
    let setters = setters(inside, topic, &quote!(#marker));
    implementations.extend(quote! {
        #cfg
        impl #generics #ty #conditions {
            #setters
        }
    });
    if let Origin::Variant(_) = topic.origin {
        implementations.extend(of_variant(inside, topic, &received));
    }
    Expanded {
        types,
        implementations,
    }
}

/// The types that the pattern of a topic of the user's own has as parameters, though no value of it does.
fn marker(of: &Named) -> Option<TokenStream> {
    let types = of.type_parameters();
    (!types.is_empty()).then(|| quote!((#(#types,)*)))
}

/// What implements the traits of a pattern.
struct Implementor<'i> {
    name: &'i Ident,
    cfg: &'i TokenStream,
    /// Its parameters, and the same ones where it has to be known that there is a topic.
    generics: &'i TokenStream,
    bounds: &'i TokenStream,
    ty: &'i TokenStream,
    conditions: &'i TokenStream,
    /// The topic that is received.
    topic: &'i TokenStream,
    /// What a copy has behind its first field.
    marker: Option<TokenStream>,
    /// The topics whose placeholders its methods set.
    sets: &'i [CheckedTopic],
}

fn implementations(context: &Context<'_>, implementor: &Implementor<'_>) -> TokenStream {
    let private = &context.private;
    let Implementor {
        name,
        cfg,
        generics,
        bounds,
        ty,
        conditions,
        topic,
        marker,
        sets,
    } = implementor;
    let text = name.unraw().to_string();
    let implement = runtime_macro("implement_pattern", name);
    let mut set = sets.iter().flat_map(|topic| topic.parameters());
    let is_free = !set
        .any(|(_, parameter)| parameter.field == "to_pattern" || parameter.field == "to_patterns");
    let visibility = &context.visibility;
    let inherent = is_free.then(|| {
        let implement = runtime_macro("implement_pattern_methods", name);
        let call = quote!(#implement! { [#bounds] [#ty] [#conditions] [#visibility] });
        let call = ends_at(at(name), call);
        quote!(#cfg #call)
    });
    let call = quote! {
        #implement! {
            #text [#generics] [#bounds] [#ty] [#conditions]
            clone(self) { Self(#private::Clone::clone(&self.0) #marker) }
            topic [#topic]
        }
    };
    let call = ends_at(at(name), call);
    quote!(#cfg #call #inherent)
}

/// The function of the user's enum that returns the pattern of one of its variants.
fn of_variant(context: &Context<'_>, topic: &Topic, received: &Named) -> TokenStream {
    let visibility = &context.visibility;
    let (generics, ty) = (received.generics(), received.borrowed());
    let function = topic.pattern_function();
    let doc = docs::of_pattern_function(topic);
    let (pattern, unset) = unset(context, topic, received);
    quote! {
        impl #generics #ty {
            #[doc = #doc]
            #[must_use]
            #visibility const fn #function() -> #pattern {
                #unset
            }
        }
    }
}

/// The type of a pattern, and the one of which no placeholder is set; no function of the pattern's, among which it
/// could meet a placeholder's.
pub(super) fn unset(
    context: &Context<'_>,
    topic: &Topic,
    of: &Named,
) -> (TokenStream, TokenStream) {
    let private = &context.private;
    let name = topic.pattern_name(&context.hierarchy.name);
    let pattern = topic.template().pattern();
    let text = pattern.as_str();
    let (ty, marker) = match topic.origin {
        Origin::Declared => {
            let line = of.owned();
            (quote!(#name<#line>), Some(quote!(, #private::Marker)))
        }
        Origin::Own(_) | Origin::Variant(_) => {
            let pattern = of.beside(name.clone(), false);
            let marker = marker(&pattern);
            (pattern.owned(), marker.map(|_| quote!(, #private::Marker)))
        }
    };
    let description = match topic.origin {
        Origin::Declared | Origin::Own(_) => quote!(<Self as #private::Line>::DESCRIPTION),
        Origin::Variant(index) => {
            let line = super::variant::line(index);
            quote!(Self::#line)
        }
    };
    let unset = quote!(#name(#private::bound::unset(#description, #text) #marker));
    (ty, unset)
}

/// The methods that set a placeholder; those that return the pattern, where none of these is called as they are.
fn setters(context: &Context<'_>, topic: &Topic, marker: &TokenStream) -> TokenStream {
    let (private, visibility) = (&context.private, &context.visibility);
    let setters = topic.parameters().enumerate().map(|(index, (_, parameter))| {
        let field = &parameter.field;
        let doc = format!("Restricts the pattern to this `<{}>`.", field.unraw());
        let text = |input: &str, set: &str| {
            let [input, set] = [input, set].map(|name| Ident::new(name, Span::call_site()));
            let input = ends_at(at(field), quote!(#private::#input<'t>));
            let doc =
                format!("{doc}\n\n# Errors\n\nIf the text cannot be the parameter of the placeholder.");
            quote! {
                #[doc = #doc]
                #visibility fn #field<'t>(self, #field: impl #input) -> #private::Result<Self, #private::BuildError> {
                    #private::Ok(Self(#private::bound::#set(self.0, #index, #field)? #marker))
                }
            }
        };
        let value = |of: &Type| {
            let value_of = fields::value_of(context, of);
            quote! {
                #[doc = #doc]
                #[must_use]
                #visibility fn #field(self, #field: #of) -> Self {
                    Self(#private::bound::value(self.0, #index, &#field, #value_of) #marker)
                }
            }
        };
        match (parameter.kind.value_type(), &parameter.kind) {
            (Some(of), _) => value(&of),
            (None, Kind::Tail) => text("IntoTail", "tail"),
            (None, _) => text("IntoSegment", "segment"),
        }
    });
    quote!(#(#setters)*)
}
