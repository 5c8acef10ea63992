//! What makes a lock a part of the build: the compiler's knowledge of the file, the constants that hold the
//! types to what is recorded of them, and the test that all is recorded.

use std::collections::HashSet;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::Type;
use syn::ext::IdentExt as _;
use syn::spanned::Spanned as _;

use super::{Context, Expanded, located_all_at};
use crate::case;
use crate::hierarchy::Topic;
use crate::source_text::source_text;

pub(super) fn expand(context: &Context<'_>, expanded: &mut Expanded) {
    let (private, hierarchy) = (&context.private, context.hierarchy);
    let Some(lock) = &hierarchy.lock else {
        return;
    };
    let (header, function) = (hierarchy.attributes.cfg(), test_name(&hierarchy.name));
    let topics = || hierarchy.topics.iter().map(|topic| &**topic);
    let of_placeholders = in_use(topics().flat_map(|topic| {
        let types = topic.parameters().filter_map(|of| of.kind.typed());
        types.map(move |of| (of, topic))
    }));
    let (path, text, written) = (&lock.path, &lock.text, &lock.written);
    let mut known = Vec::new();
    for TypeInUse { name, of, cfg } in of_placeholders {
        // The place of a call is where its first token is.
        let place = Span::call_site().located_at(of.span());
        let private = located_all_at(private, place);
        let texts = quote_spanned!(place=> #private::value_of::<#of>().texts);
        // Has the type keep what is recorded of it; where it does not, the compiler says so at the type.
        for recorded in lock.types.iter().filter(|of| of.name() == name) {
            let line = recorded.line().unwrap_or_default();
            let promised = recorded.texts().as_str();
            expanded.types.extend(quote_spanned! {place=>
                #cfg
                #[allow(deprecated)]
                const _: () = #private::lock::TypePromise::keep(
                    &#private::lock::TypePromise {
                        lock: #written,
                        line: #line,
                        of: #name,
                        texts: #private::Texts::from_checked(#promised),
                    },
                    #texts,
                );
            });
        }
        known.push(quote!(#cfg (#name, #texts)));
    }
    let payloads = in_use(topics().flat_map(|topic| {
        let types = [&topic.payload, &topic.reply].into_iter().flatten();
        types.map(move |of| (of, topic))
    }));
    let payloads = payloads.iter();
    let payloads = payloads.map(|TypeInUse { name, of, cfg }| quote!(#cfg #name #of;));
    expanded.types.extend(quote! {
        // Without this the compiler would not know that another file means another expansion.
        #header
        const _: &[#private::lock::u8] = #private::lock::include_bytes!(#path);

        #header
        #[cfg(test)]
        #[#private::lock::test]
        #[allow(deprecated)]
        fn #function() {
            #private::lock::check(
                #path,
                #private::lock::include_bytes!(#path),
                #text,
                &[#(#known),*],
                #private::lock::shapes_of!(#(#payloads)*),
            );
        }
    });
}

/// A type, under one condition.
struct TypeInUse<'h> {
    /// As the lock names it.
    name: String,
    of: &'h Type,
    /// The condition under which what has it exists.
    cfg: TokenStream,
}

/// Each of some types once, save that under each condition it may be another one.
fn in_use<'h>(types: impl Iterator<Item = (&'h Type, &'h Topic)>) -> Vec<TypeInUse<'h>> {
    let mut seen = HashSet::new();
    let mut in_use = Vec::new();
    for (of, topic) in types {
        let (name, cfg) = (source_text(of), topic.attributes.cfg());
        if seen.insert((name.clone(), cfg.to_string())) {
            in_use.push(TypeInUse { name, of, cfg });
        }
    }
    in_use
}

/// `bus_topic_is_recorded_in_its_lock`, where a failing test is read.
fn test_name(hierarchy: &Ident) -> Ident {
    let name = case::snake(&hierarchy.unraw().to_string());
    format_ident!("{name}_is_recorded_in_its_lock")
}
