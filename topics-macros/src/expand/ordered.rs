//! The body of `parse` of an enum that wraps topics which are declared elsewhere.
//!
//! Their templates are not known to the macro but to the compiler, so it is the compiler that puts them
//! into order, and that compares them: in constants, which are evaluated when the enum is checked.

use proc_macro2::{Group, Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};

use super::named::Named;
use super::parser::Found;
use super::variant::Variant;
use super::{Context, impl_attributes};

pub(super) fn expand(
    context: &Context<'_>,
    variants: &[Variant<'_>],
    of: &Named<'_>,
) -> TokenStream {
    let Context {
        krate,
        private,
        span,
        ..
    } = context;
    let span = *span;
    let owned = of.owned();
    let attempts = variants.iter().enumerate().map(|(index, variant)| {
        let attempt = variant.attempt(context, None, Found::Topic);
        quote_spanned!(span=> #index => { #attempt })
    });
    quote_spanned! {span=>
        const __TEMPLATES: &[#krate::Template<'static>] = <#owned>::TEMPLATES;
        const __MOST_SEGMENTS: #private::usize = <#owned>::__MOST_SEGMENTS;
        static __ORDER: [#private::usize; __TEMPLATES.len()] = #private::order::by_specificity(__TEMPLATES);

        let mut ends = [0; __MOST_SEGMENTS];
        let split = #private::Split::new(text, &mut ends, __TEMPLATES)?;
        let mut refusals = #private::Refusals::new();
        for index in &__ORDER {
            match *index {
                #(#attempts)*
                _ => {}
            }
        }
        #private::Err(#private::Refusals::into_error(refusals, text, __TEMPLATES))
    }
}

/// Fails to compile where a template matches the same topics as one before it, or shares some with it
/// and neither is more specific.
pub(super) fn checks(
    context: &Context<'_>,
    variants: &[Variant<'_>],
    of: &Named<'_>,
) -> TokenStream {
    let private = &context.private;
    let owned = of.owned();
    let checks = variants.iter().enumerate().skip(1).map(|(index, variant)| {
        let check = quote! {
            #[allow(long_running_const_eval)]
            const _: () = #private::order::refuse_conflicts::<
                { <#owned>::__MOST_SEGMENTS + 1 },
            >(<#owned>::TEMPLATES, #index);
        };
        shown_at(check, variant.place(context))
    });
    let checks: TokenStream = checks.collect();
    let (generics, ty) = (of.generics(), of.borrowed());
    let attributes = impl_attributes(&context.hierarchy.attributes);
    let span = context.span;
    quote_spanned! {span=>
        #attributes
        impl #generics #ty {
            const __MOST_SEGMENTS: #private::usize = #private::order::most_segments(<#owned>::TEMPLATES);
        }

        #checks
    }
}

/// The same tokens, such that an error in any of them is shown at one place.
fn shown_at(tokens: TokenStream, place: Span) -> TokenStream {
    let tokens = tokens.into_iter().map(|mut token| {
        if let TokenTree::Group(group) = &token {
            token = Group::new(group.delimiter(), shown_at(group.stream(), place)).into();
        }
        token.set_span(token.span().located_at(place));
        token
    });
    tokens.collect()
}
