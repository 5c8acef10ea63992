//! The enums of closed placeholders.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens as _, quote};
use syn::ext::IdentExt as _;

use super::named::Named;
use super::tokens::Tokens;
use super::value_enum::ValueEnum;
use super::{Context, Expanded, at, docs, plain, serde};
use crate::here::{self, code};
use crate::hierarchy::{Attributes, Topic};

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
        let values: Vec<TokenStream> = variants.iter().map(|name| code!(Self::#name)).collect();
        let names = variants
            .iter()
            .map(|variant| here::text(&variant.unraw().to_string()));
        let texts = closed.values.iter().map(|value| here::text(value.text()));
        let enumeration = ValueEnum {
            of: &Named::plain(name.clone(), false),
            visibility: visibility.to_token_stream(),
            // The compiler's work on a `match`, and on a derived `Debug`, grows with the square of its arms.
            as_str: [
                code!(self),
                code! {
                    const TEXTS: &[&__topics::str] = &[#(#texts),*];
                    TEXTS[self as __topics::usize]
                },
            ],
            written: code!(Self::as_str(*self)),
            texts: closed.values.iter().map(|value| &value.texts[..]).collect(),
            values: &values,
        };
        let implementations = enumeration.implementations();
        let header = enumeration.of.in_header();
        let (implement, ty) = (&header.implement, &header.anonymous);
        let serde = serde(enumeration.of, ty);
        let implementations = code! {
            #[automatically_derived]
            #implement __topics::Debug for #ty {
                fn fmt(&self, f: &mut __topics::Formatter<'_>) -> __topics::fmt::Result {
                    const NAMES: &[&__topics::str] = &[#(#names),*];
                    __topics::Formatter::write_str(f, NAMES[*self as __topics::usize])
                }
            }

            #implementations
            #serde
        };
        expanded.implement(&cfg, implementations);
    }
}
