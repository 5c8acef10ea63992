//! How an enum that wraps topics or hierarchies which are declared elsewhere finds the topic of a name.
//!
//! Their templates are not known to the macro but to the compiler, so it is the compiler that puts them
//! into order, and that compares them: in constants, which are evaluated when the enum is checked.

use proc_macro2::TokenStream;

use super::located_all_at;
use super::named::Named;
use super::variant::Variant;
use crate::here::{self, code};

/// The body of `find`: each variant reads the topic, and the one whose name wins has it.
pub(super) fn expand(variants: &[Variant], of: &Named) -> TokenStream {
    let owned = of.in_code().owned();
    let reads = variants.iter().map(|variant| &variant.reading);
    code! {
        let __found = __topics::None;
        #(let __found = __topics::first(__split, <#owned>::__ORDER, __refused, __found, |__refused| #reads);)*
        __found
    }
}

/// The lines of all variants, as an expression of the enum's `impl<'a>`.
pub(super) fn lines(variants: &[Variant]) -> TokenStream {
    let (lines, counts): (Vec<_>, Vec<_>) = variants.iter().map(Variant::lines).unzip();
    let are_first = variants.iter().map(|variant| here::flag(variant.is_first));
    code!(&__topics::lines::lines::<{ 0 #(+ #counts)* }>(&[#((#are_first, #lines)),*]))
}

/// The names in the order in which they are read, and checks of each variant, which fail to compile where a name matches
/// the same topics as one of a variant before it, or shares some with it and neither is more specific.
pub(super) fn checks(variants: &[Variant], of: &Named) -> TokenStream {
    let (header, owned) = (of.in_header(), of.in_code().owned());
    let (implement, generics, ty) = (&header.implement, &header.generics, &header.borrowed);
    let lines = code!(<#owned as __topics::Member>::LINES);
    let count = code!({ __topics::lines::Which::All.count(#lines) });
    let checks = variants.iter().enumerate().map(|(index, variant)| {
        let index = here::number(index);
        let check = code! {
            #[allow(long_running_const_eval)]
            const _: () = __topics::lines::refuse_conflicts::<#count>(#lines, #index);
        };
        located_all_at(&check, variant.place)
    });
    code! {
        #[doc(hidden)]
        #implement #generics #ty {
            #[allow(long_running_const_eval)]
            const __ORDER: &'static [__topics::Template<'static>] =
                &__topics::lines::in_parse_order::<#count>(#lines);
        }

        #(#checks)*
    }
}
