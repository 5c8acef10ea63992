//! How an enum that wraps topics or hierarchies which are declared elsewhere finds the topic of a name.
//!
//! Their templates are not known to the macro but to the compiler, so it is the compiler that puts them
//! into order, and that compares them: in constants, which are evaluated when the enum is checked.

use proc_macro2::TokenStream;
use quote::quote;

use super::named::Named;
use super::variant::Variant;
use super::{Context, located_all_at};

/// The body of `find`: each variant reads the topic, and the one whose name wins has it.
pub(super) fn expand(context: &Context<'_>, variants: &[Variant<'_>], of: &Named) -> TokenStream {
    let private = &context.private;
    let owned = of.owned();
    let reads = variants.iter().map(|variant| variant.reading(context));
    quote! {
        let __found = #private::Found::new(__split, <#owned>::__ORDER, __refused);
        #(let __found = #private::Found::or(__found, |__refused| #reads);)*
        #private::Found::topic(__found)
    }
}

/// The names of each variant, which fail to compile where one matches the same topics as one before it, or shares
/// some with it and neither is more specific.
pub(super) fn checks(context: &Context<'_>, variants: &[Variant<'_>], of: &Named) -> TokenStream {
    let private = &context.private;
    let (generics, ty, owned) = (of.generics(), of.borrowed(), of.owned());
    let checks = variants.iter().enumerate().map(|(index, variant)| {
        let check = quote! {
            #[allow(long_running_const_eval)]
            const _: () = #private::lines::refuse_conflicts::<
                { #private::lines::most_segments(<#owned as #private::Member>::LINES) + 1 },
                { #private::lines::count(<#owned>::__VARIANTS) },
            >(<#owned>::__VARIANTS, #index);
        };
        located_all_at(&check, variant.place())
    });
    let checks: TokenStream = checks.collect();
    let lines = variants.iter().map(|variant| variant.lines(context));
    quote! {
        #[doc(hidden)]
        impl #generics #ty {
            const __VARIANTS: &'static [&'static [#private::lines::Names]] = &[#(#lines,)*];

            #[allow(long_running_const_eval)]
            const __ORDER: &'static [#private::Template<'static>] = &#private::lines::in_parse_order::<
                { #private::lines::count(<#owned>::__VARIANTS) },
                {
                    #private::lines::count_shared::<{ #private::lines::count(<#owned>::__VARIANTS) }>(
                        <#owned>::__VARIANTS,
                    )
                },
            >(<#owned>::__VARIANTS);
        }

        #checks
    }
}
