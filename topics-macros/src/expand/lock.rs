//! What makes a lock a part of the build: the compiler's knowledge of the file, the constants that hold the
//! types to what is recorded of them, and the test that all is recorded.

use std::collections::HashSet;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::Type;
use syn::ext::IdentExt as _;
use syn::spanned::Spanned as _;
use topics_core::lock::LockType;

use super::path::Path;
use super::{Context, fields};
use crate::case;
use crate::hierarchy::{Kind, Tracked};
use crate::source_text::source_text;

pub(super) fn expand(context: &Context<'_>) -> TokenStream {
    let Context {
        private, hierarchy, ..
    } = context;
    let Some(Tracked {
        written,
        path,
        text,
        types,
    }) = &hierarchy.lock
    else {
        return TokenStream::new();
    };
    let cfg = hierarchy.attributes.cfg();
    let test = test_name(&hierarchy.name);
    let in_use = types_in_use(context);
    let promises = in_use
        .iter()
        .map(|of| promise(private, &cfg, of, written, types));
    let texts = in_use.iter().map(|of| {
        let (cfg, name, table) = (&of.cfg, &of.name, &of.table);
        quote!( #cfg (#name, #private::ValueOf::texts(&#table)))
    });
    let payloads = payloads(context);
    quote! {
        #(#promises)*

        // Without this the compiler would not know that another file means another expansion.
        #cfg
        const _: &[#private::lock::u8] = #private::lock::include_bytes!(#path);

        #cfg
        #[cfg(test)]
        #[#private::lock::test]
        #[allow(deprecated)]
        fn #test() {
            #private::lock::check(
                #path,
                #private::lock::include_bytes!(#path),
                #text,
                &[#(#texts),*],
                #private::lock::shapes_of!(#(#payloads)*),
            );
        }
    }
}

/// A type of placeholders, under one condition.
struct TypeInUse<'h> {
    /// As placeholders name it.
    name: String,
    of: &'h Type,
    /// The table of its operations.
    table: TokenStream,
    /// The condition under which that struct exists.
    cfg: TokenStream,
}

/// Each type once, save that under each condition it may be another one.
fn types_in_use<'h>(context: &Context<'h>) -> Vec<TypeInUse<'h>> {
    let mut seen = HashSet::new();
    let mut types = Vec::new();
    for topic in &context.hierarchy.topics {
        let cfg = topic.attributes.cfg();
        for (_, parameter) in topic.parameters() {
            if let Kind::Typed(of) = &parameter.kind {
                let name = source_text(of);
                if seen.insert((name.clone(), cfg.to_string())) {
                    types.push(TypeInUse {
                        name,
                        of,
                        table: fields::value_of(context, of),
                        cfg: cfg.clone(),
                    });
                }
            }
        }
    }
    types
}

/// The type of each payload and reply, as the lock names it, once under each condition.
fn payloads(context: &Context<'_>) -> Vec<TokenStream> {
    let mut seen = HashSet::new();
    let mut payloads = Vec::new();
    for topic in &context.hierarchy.topics {
        let cfg = topic.attributes.cfg();
        for of in [&topic.payload, &topic.reply].into_iter().flatten() {
            let name = source_text(of);
            if seen.insert((name.clone(), cfg.to_string())) {
                payloads.push(quote!(#cfg #name #of;));
            }
        }
    }
    payloads
}

/// Has the type keep what is recorded of it; where it does not, the compiler says so at the type.
fn promise(
    private: &Path,
    of_all: &TokenStream,
    of: &TypeInUse<'_>,
    path: &str,
    recorded: &[LockType],
) -> TokenStream {
    let (cfg, table, name) = (&of.cfg, &of.table, &of.name);
    // The place of the call is where its first token is.
    let span = at_type(of.of);
    let private = private.located_at(span);
    let texts = quote_spanned!(span=> #private::ValueOf::texts(&#table));
    let recorded = recorded.iter().filter(|recorded| recorded.name() == name);
    let kept = recorded.map(|recorded| {
        let (line, promised) = (
            recorded.line().unwrap_or_default(),
            recorded.texts().as_str(),
        );
        quote_spanned! {span=>
            #of_all
            #cfg
            #[allow(deprecated)]
            const _: () = #private::lock::TypePromise::keep(
                &#private::lock::TypePromise {
                    lock: #path,
                    line: #line,
                    of: #name,
                    texts: #private::Texts::from_checked(#promised),
                },
                #texts,
            );
        }
    });
    kept.collect()
}

/// Where the compiler shows what a constant refuses about a type.
fn at_type(of: &Type) -> Span {
    Span::call_site().located_at(of.span())
}

/// `bus_topic_is_recorded_in_its_lock`, where a failing test is read.
fn test_name(hierarchy: &Ident) -> Ident {
    let words = case::words(&hierarchy.unraw().to_string());
    let snake: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    format_ident!("{}_is_recorded_in_its_lock", snake.join("_"))
}
