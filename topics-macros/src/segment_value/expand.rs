//! The implementation of `SegmentValue`.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::spanned::Spanned as _;
use syn::{DeriveInput, Field};

use super::Variant;
use crate::few;

/// An enum is the text of its variant.
///
/// A variant that was reported has no text; it is given an empty arm, so that the only errors are those
/// that were reported.
pub(super) fn of_enum(
    input: &DeriveInput,
    krate: &TokenStream,
    variants: &[Variant<'_>],
    is_whole: bool,
) -> TokenStream {
    let private = quote!(#krate::__private);
    let names: Vec<_> = variants.iter().map(|variant| variant.name).collect();
    let texts: Vec<_> = variants
        .iter()
        .map(|variant| variant.text.as_str())
        .collect();
    let values: Vec<_> = names.iter().map(|name| quote!(Self::#name)).collect();
    let text = quote!(#krate::Segment::as_str(&__segment));
    let value = few::value_of(&private, Span::call_site(), &text, &texts, &values);
    let rest = (!is_whole).then(|| quote!(_ => "",));
    let description = texts.join(" | ");
    let body = quote! {
        const TEXTS: #private::Texts<'static> = #private::Texts::from_checked(#description);

        fn to_segment(&self) -> #krate::Segment<'_> {
            #private::checked_segment(match *self {
                #(Self::#names => #texts,)*
                #rest
            })
        }

        #[inline]
        fn from_segment(__segment: #krate::Segment<'_>) -> #private::Result<Self, #krate::ValueError> {
            #private::one_of(#value)
        }
    };
    implementation(input, krate, None, &body)
}

/// Stands in for a type that was reported, so that its uses are not reported too.
pub(super) fn of_nothing(input: &DeriveInput, krate: &TokenStream) -> TokenStream {
    let private = quote!(#krate::__private);
    let body = quote! {
        fn to_segment(&self) -> #krate::Segment<'_> {
            #private::checked_segment("")
        }

        fn from_segment(_: #krate::Segment<'_>) -> #private::Result<Self, #krate::ValueError> {
            #private::one_of(#private::None)
        }
    };
    implementation(input, krate, None, &body)
}

/// A struct is the text of its one field.
pub(super) fn of_struct(input: &DeriveInput, krate: &TokenStream, field: &Field) -> TokenStream {
    let private = quote!(#krate::__private);
    let ty = &field.ty;
    let span = Span::call_site().located_at(ty.span());
    let name = field.ident.as_ref();
    let member = name.map_or_else(|| quote!(0), ToTokens::to_token_stream);
    // Where the field is no segment value, the compiler says so at its type.
    let value = quote_spanned!(span=> <#ty as #krate::SegmentValue>);
    let body = quote! {
        const TEXTS: #private::Texts<'static> = #value::TEXTS;

        fn to_segment(&self) -> #krate::Segment<'_> {
            #value::to_segment(&self.#member)
        }

        fn from_segment(__segment: #krate::Segment<'_>) -> #private::Result<Self, #krate::ValueError> {
            match #value::from_segment(__segment) {
                #private::Ok(__value) => #private::Ok(Self { #member: __value }),
                #private::Err(__error) => #private::Err(__error),
            }
        }

        fn write_segment(&self, __out: &mut #private::SegmentWriter<'_>) -> #private::fmt::Result {
            #value::write_segment(&self.#member, __out)
        }
    };
    // Where the type depends on a parameter, whether it is a segment depends on it too.
    let is_generic = input.generics.type_params().next().is_some();
    let bound = is_generic.then(|| {
        quote! {
            #ty: #krate::SegmentValue,
            Self: #private::Clone + #private::Debug + #private::Eq + #private::Hash,
        }
    });
    implementation(input, krate, bound.as_ref(), &body)
}

fn implementation(
    input: &DeriveInput,
    krate: &TokenStream,
    bound: Option<&TokenStream>,
    body: &TokenStream,
) -> TokenStream {
    let name = &input.ident;
    let (generics, arguments, where_clause) = input.generics.split_for_impl();
    let predicates = where_clause.map(|clause| &clause.predicates);
    let comma = predicates
        .is_some_and(|predicates| !predicates.is_empty() && !predicates.trailing_punct())
        .then(|| quote!(,));
    quote! {
        #[automatically_derived]
        #[allow(unreachable_code, deprecated)]
        impl #generics #krate::SegmentValue for #name #arguments
        where
            #predicates #comma
            #bound
        {
            #body
        }
    }
}
