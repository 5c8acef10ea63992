//! The enums of closed placeholders.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::ext::IdentExt as _;

use super::tokens::Tokens;
use super::{Context, Expanded, at, called_at, docs, plain};
use crate::few;
use crate::hierarchy::{Attributes, Topic, Value};

pub(super) fn expand(context: &Context<'_>, topic: &Topic, expanded: &mut Expanded) {
    let all = topic.parameters();
    let all = all.filter_map(|parameter| Some((parameter, parameter.kind.closed()?)));
    for (parameter, closed) in all {
        let generated_docs = docs::of_closed(topic, parameter);
        let (private, visibility) = (&context.private, &context.visibility);
        let Attributes { docs, others, .. } = &closed.attributes;
        let (cfg, name) = (topic.attributes.cfg(), &closed.name);
        let is_open = context.hierarchy.attributes.is_non_exhaustive();
        let non_exhaustive = is_open.then(|| quote!(#[non_exhaustive]));
        let variants = closed.values.iter().map(|value| {
            let (Attributes { docs, others, .. }, name) = (&value.attributes, &value.variant);
            let doc = format!("\n{}", docs::of_value(value));
            quote!(#(#docs)* #[doc = #doc] #(#others)* #name)
        });
        let declared = quote!(#visibility enum #name { #(#variants,)* });
        let declared = Tokens::new(declared).ends_at(at(name));
        expanded.types.extend(quote! {
            #(#docs)*
            #[doc = #generated_docs]
            #cfg
            #(#others)*
            #[allow(dead_code, clippy::enum_variant_names)]
            #non_exhaustive
            #[derive(
                #private::Clone, #private::Copy, #private::PartialEq, #private::Eq,
                #private::PartialOrd, #private::Ord, #private::Hash
            )]
            #declared
        });
        let variants = closed.values.iter();
        let variants: Vec<Ident> = variants.map(|value| plain(&value.variant)).collect();
        let names = variants.iter().map(|variant| variant.unraw().to_string());
        let texts = closed.values.iter().map(Value::text);
        let all = closed.values.iter().map(|value| &value.texts[..]);
        let description = few::description(all.clone());
        let values: Vec<TokenStream> = variants.iter().map(|name| quote!(Self::#name)).collect();
        let (private, all) = (quote!(__topics), all.zip(&values));
        let read = few::value_of(&private, Span::call_site(), &quote!(text), all);
        let arguments = quote! {
            [#visibility const] #name #description [#(#variants #names #texts,)*] read(text) { #read }
        };
        let call = called_at(name, &cfg, "implement_closed", &arguments);
        expanded.implementations.extend(call);
    }
}
