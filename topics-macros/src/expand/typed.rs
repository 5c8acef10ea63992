//! What a struct with typed parameters has besides: the tables of their types' operations, and the
//! traits that others derive or have from `implement_derived!`.
//!
//! A derive would use each type once more for every trait, and a type that cannot be a segment would be
//! reported as often. Through the tables it is reported once, where the user wrote it.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote_spanned};
use syn::ext::IdentExt as _;
use syn::spanned::Spanned as _;

use super::Context;
use super::named::{Named, named};
use crate::hierarchy::{Kind, Origin, Parameter, Topic};

/// The name of the table of the type of a segment's placeholder.
pub(super) fn table(topic: &Topic, segment: usize) -> Ident {
    match topic.origin {
        // The variants of an enum share its namespace.
        Origin::Variant(variant) => format_ident!("__VALUE_{variant}_{segment}"),
        Origin::Declared | Origin::Own(_) => format_ident!("__VALUE_{segment}"),
    }
}

pub(super) fn expand(context: &Context<'_>, topic: &Topic) -> TokenStream {
    let span = context.span;
    if !topic.is_typed() {
        return TokenStream::new();
    }
    let tables = tables(context, topic, &named(context, topic));
    let traits = match topic.origin {
        Origin::Declared => traits(context, topic),
        Origin::Own(_) | Origin::Variant(_) => TokenStream::new(),
    };
    quote_spanned!(span=> #tables #traits)
}

/// The tables of a topic's types, in the type that is `of`.
pub(super) fn tables(context: &Context<'_>, topic: &Topic, of: &Named<'_>) -> TokenStream {
    let span = context.span;
    let private = &context.private;
    let cfg = topic.attributes.cfg();
    let (generics, ty) = (of.generics_without_lifetime(), of.anonymous());
    let conditions = of.conditions();
    let tables = topic.parameters().filter_map(|(segment, parameter)| {
        let Kind::Typed(of) = &parameter.kind else {
            return None;
        };
        let table = table(topic, segment);
        let value = quote_spanned!(of.span()=> #private::value_of::<#of>());
        Some(quote_spanned!(span=> const #table: #private::ValueOf<#of> = #value;))
    });
    quote_spanned! {span=>
        #cfg
        #[doc(hidden)]
        impl #generics #ty #conditions {
            #(#tables)*
        }
    }
}

/// What the types of a topic's placeholders tell of their texts, as an expression where the tables are.
pub(super) fn texts(context: &Context<'_>, topic: &Topic) -> TokenStream {
    let (span, private) = (context.span, &context.private);
    let types = topic.parameters().filter_map(|(segment, parameter)| {
        let Kind::Typed(_) = &parameter.kind else {
            return None;
        };
        let table = table(topic, segment);
        let name = parameter.field.unraw().to_string();
        Some(quote_spanned!(span=> (#name, #private::ValueOf::texts(&Self::#table))))
    });
    quote_spanned!(span=> &[#(#types),*])
}

/// What a line's description says for constants that compare it with others.
pub(super) fn line(context: &Context<'_>, topic: &Topic) -> TokenStream {
    let (span, private) = (context.span, &context.private);
    let types = topic.is_typed().then(|| {
        let texts = texts(context, topic);
        quote_spanned!(span=> const TYPES: #private::Types<'static> = #texts;)
    });
    let is_first = topic.attributes.is_first;
    let first = is_first.then(|| quote_spanned!(span=> const IS_FIRST: #private::bool = true;));
    quote_spanned!(span=> #types #first)
}

fn traits(context: &Context<'_>, topic: &Topic) -> TokenStream {
    let span = context.span;
    let private = &context.private;
    let cfg = topic.attributes.cfg();
    let of = named(context, topic);
    let (generics, ty, anonymous) = (of.generics(), of.borrowed(), of.anonymous());
    let name = topic.name.unraw().to_string();
    let each = |one: fn(&Context<'_>, &Ident, &Parameter) -> TokenStream| {
        topic
            .parameters()
            .map(move |(segment, parameter)| one(context, &table(topic, segment), parameter))
    };
    let (clones, comparisons) = (each(clone), each(eq));
    let (hashes, debugs) = (each(hash), each(debug));
    quote_spanned! {span=>
        #cfg
        impl #generics #private::Clone for #ty {
            fn clone(&self) -> Self {
                Self { #(#clones,)* }
            }
        }

        #cfg
        impl #private::PartialEq for #anonymous {
            fn eq(&self, __other: &Self) -> #private::bool {
                #(#comparisons)&&*
            }
        }

        #cfg
        impl #private::Eq for #anonymous {}

        #cfg
        impl #private::Hash for #anonymous {
            fn hash<__H: #private::Hasher>(&self, __state: &mut __H) {
                #(#hashes)*
            }
        }

        #cfg
        impl #private::Debug for #anonymous {
            fn fmt(&self, __f: &mut #private::Formatter<'_>) -> #private::fmt::Result {
                let mut __debug = #private::Formatter::debug_struct(__f, #name);
                #(#debugs)*
                #private::DebugStruct::finish(&mut __debug)
            }
        }
    }
}

fn clone(context: &Context<'_>, table: &Ident, parameter: &Parameter) -> TokenStream {
    let span = context.span;
    let (private, field) = (&context.private, &parameter.field);
    match parameter.kind {
        Kind::Typed(_) => {
            quote_spanned!(span=> #field: #private::ValueOf::clone(&Self::#table, &self.#field))
        }
        _ => quote_spanned!(span=> #field: #private::Clone::clone(&self.#field)),
    }
}

fn eq(context: &Context<'_>, table: &Ident, parameter: &Parameter) -> TokenStream {
    let span = context.span;
    let (private, field) = (&context.private, &parameter.field);
    match parameter.kind {
        Kind::Typed(_) => {
            quote_spanned!(span=> #private::ValueOf::eq(&Self::#table, &self.#field, &__other.#field))
        }
        _ => quote_spanned!(span=> self.#field == __other.#field),
    }
}

fn hash(context: &Context<'_>, table: &Ident, parameter: &Parameter) -> TokenStream {
    let span = context.span;
    let (private, field) = (&context.private, &parameter.field);
    match parameter.kind {
        Kind::Typed(_) => {
            quote_spanned!(span=> #private::ValueOf::hash(&Self::#table, &self.#field, __state);)
        }
        _ => quote_spanned!(span=> #private::Hash::hash(&self.#field, __state);),
    }
}

fn debug(context: &Context<'_>, table: &Ident, parameter: &Parameter) -> TokenStream {
    let span = context.span;
    let (private, field) = (&context.private, &parameter.field);
    let name = field.unraw().to_string();
    match parameter.kind {
        Kind::Typed(_) => {
            quote_spanned!(span=> #private::DebugStruct::field(&mut __debug, #name, &#private::ValueOf::debug(&Self::#table, &self.#field));)
        }
        _ => {
            quote_spanned!(span=> #private::DebugStruct::field(&mut __debug, #name, &self.#field);)
        }
    }
}
