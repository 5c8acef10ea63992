//! How an enum that wraps topics or hierarchies which are declared elsewhere finds the topic of a name.
//!
//! Their templates are not known to the macro but to the compiler, so it is the compiler that puts them
//! into order, and that compares them: in constants, which are evaluated when the enum is checked.

use proc_macro2::TokenStream;
use quote::quote;

use super::located_all_at;
use super::named::Named;
use super::variant::Variant;

/// The body of `find`: each variant reads the topic, and the one whose name wins has it.
pub(super) fn expand(variants: &[Variant<'_>], of: &Named) -> TokenStream {
    let owned = of.owned();
    let reads = variants.iter().map(|variant| &variant.reading);
    quote! {
        let __found = __topics::Found::new(__split, <#owned>::__ORDER, __refused);
        #(let __found = __topics::Found::or(__found, |__refused| #reads);)*
        __topics::Found::topic(__found)
    }
}

/// The names of each variant, which fail to compile where one matches the same topics as one before it, or shares
/// some with it and neither is more specific.
pub(super) fn checks(variants: &[Variant<'_>], of: &Named) -> TokenStream {
    let (generics, ty, owned) = (of.generics(), of.borrowed(), of.owned());
    let checks = variants.iter().enumerate().map(|(index, variant)| {
        let check = quote! {
            #[allow(long_running_const_eval)]
            const _: () = __topics::lines::refuse_conflicts::<
                { __topics::lines::Which::All.count(<#owned>::__VARIANTS) },
            >(<#owned>::__VARIANTS, #index);
        };
        located_all_at(&check, variant.place)
    });
    let checks: TokenStream = checks.collect();
    let all: Vec<TokenStream> = variants.iter().map(Variant::lines).collect();
    let lines = variants.iter().zip(&all).map(|(variant, own)| {
        if !variant.is_first {
            return own.clone();
        }
        quote!(&__topics::lines::before_others::<{ #own.len() }>(#own, &[#(#all),*]))
    });
    quote! {
        #[doc(hidden)]
        impl #generics #ty {
            const __VARIANTS: &'static [&'static [__topics::lines::Names]] = &[#(#lines,)*];

            #[allow(long_running_const_eval)]
            const __ORDER: &'static [__topics::Template<'static>] = &__topics::lines::in_parse_order::<
                { __topics::lines::Which::All.count(<#owned>::__VARIANTS) },
                {
                    __topics::lines::count_shared::<{ __topics::lines::Which::All.count(<#owned>::__VARIANTS) }>(
                        <#owned>::__VARIANTS,
                    )
                },
            >(<#owned>::__VARIANTS);
        }

        #checks
    }
}
