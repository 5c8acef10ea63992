//! The body of `parse` of an enum that wraps topics which are declared elsewhere.
//!
//! Their templates are not known to the macro but to the compiler, so it is the compiler that puts them
//! into order, and that compares them: in constants, which are evaluated when the enum is checked.

use proc_macro2::TokenStream;
use quote::quote;

use super::named::Named;
use super::variant::Variant;
use super::{Context, located_all_at};

/// The body of `parse_with_template`.
pub(super) fn expand(context: &Context<'_>, variants: &[Variant<'_>], of: &Named) -> TokenStream {
    let private = &context.private;
    let owned = of.owned();
    let attempts = variants.iter().enumerate().map(|(index, variant)| {
        let read = variant.reading(context);
        quote!(#index => #read)
    });
    quote! {
        static __ORDER: [#private::names::Name; #private::names::count(<#owned>::__NAMES)] =
            #private::names::in_parse_order(<#owned>::__NAMES);

        let mut __ends = [0; <#owned>::__MOST_SEGMENTS];
        let __split = &#private::Split::new(text, &mut __ends, <#owned>::TEMPLATES)?;
        let mut __refusals = #private::Refusals::new();
        for __of in &__ORDER {
            let __name = __of.name;
            let __read = match __of.variant {
                #(#attempts,)*
                _ => #private::Err(#private::Refusal::Shape),
            };
            if let #private::Some(topic) = #private::Refusals::take(&mut __refusals, __of.template, __read) {
                return #private::Ok((topic, __of.template));
            }
        }
        #private::Err(#private::Refusals::into_error(__refusals, text, <#owned>::TEMPLATES))
    }
}

/// Fails to compile where a name matches the same topics as one before it, or shares some with it and
/// neither is more specific.
pub(super) fn checks(context: &Context<'_>, variants: &[Variant<'_>], of: &Named) -> TokenStream {
    let private = &context.private;
    let owned = of.owned();
    let checks = variants.iter().enumerate().map(|(index, variant)| {
        let check = quote! {
            #[allow(long_running_const_eval)]
            const _: () = #private::names::refuse_conflicts::<
                { <#owned>::__MOST_SEGMENTS + 1 },
                { #private::names::count(<#owned>::__NAMES) },
            >(<#owned>::__NAMES, #index);
        };
        located_all_at(&check, variant.place())
    });
    let checks: TokenStream = checks.collect();
    let (generics, ty) = (of.generics(), of.borrowed());
    let cfg = context.hierarchy.attributes.cfg();
    let names = variants.iter().map(|variant| variant.names(context));
    quote! {
        #cfg
        #[doc(hidden)]
        impl #generics #ty {
            // The names of each variant's topics: the template, and those that it had before.
            const __NAMES: &'static [#private::names::Names] = &[#(#names,)*];
            const __MOST_SEGMENTS: #private::usize = #private::names::most_segments(<#owned>::__NAMES);
        }

        #checks
    }
}

/// The former templates of all variants, as an expression.
pub(super) fn former(context: &Context<'_>, of: &Named) -> TokenStream {
    let (private, owned) = (&context.private, of.owned());
    quote! {
        &#private::names::former::<{ #private::names::count_former(<#owned>::__NAMES) }>(<#owned>::__NAMES)
    }
}

/// The names of the variants that are read first, as an expression.
pub(super) fn first(context: &Context<'_>, of: &Named) -> TokenStream {
    let (private, owned) = (&context.private, of.owned());
    quote! {
        &#private::names::first::<{ #private::names::count_first(<#owned>::__NAMES) }>(<#owned>::__NAMES)
    }
}
