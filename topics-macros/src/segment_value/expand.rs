//! The implementation of `SegmentValue`.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::spanned::Spanned as _;
use syn::{DeriveInput, Field, Generics, WherePredicate, parse_quote};

use super::{ContainerOptions, Variant};
use crate::expand::{Named, ValueEnum, allowed, located_all_at};
use crate::few;
use crate::here::{self, code, here};

/// The description of all texts, and an expression for the variant that `text` is.
fn reading(
    private: &TokenStream,
    text: &TokenStream,
    variants: &[Variant<'_>],
) -> (String, TokenStream) {
    let texts = variants.iter().map(|variant| &variant.texts[..]);
    let names = variants.iter().map(|variant| variant.name);
    let values: Vec<TokenStream> = names.map(|name| quote!(Self::#name)).collect();
    let read = few::value_of(private, text, texts.clone().zip(&values));
    (few::description(texts), read)
}

/// What each variant is written as, as the arms of a `match`.
fn arms(variants: &[Variant<'_>]) -> TokenStream {
    let names = variants.iter().map(|variant| variant.name);
    let texts = variants.iter().filter_map(|variant| variant.texts.first());
    let texts = texts.map(|text| here::text(text));
    code!(#(Self::#names => #texts,)*)
}

/// An enum is the text of its variant, and does what the enum of a closed placeholder does.
pub(super) fn of_enum(
    input: &DeriveInput,
    krate: &TokenStream,
    variants: &[Variant<'_>],
) -> TokenStream {
    let private = quote!(#krate::__private);
    let arms = arms(variants);
    let values = variants.iter().map(|variant| variant.name);
    let values: Vec<TokenStream> = values.map(|name| code!(Self::#name)).collect();
    let enumeration = ValueEnum {
        of: &Named::plain(input.ident.clone(), false),
        visibility: located_all_at(&input.vis, here()),
        as_str: [code!(&self), code!(match *self { #arms })],
        written: code!(Self::as_str(self)),
        texts: variants.iter().map(|variant| &variant.texts[..]).collect(),
        values: &values,
    };
    let (allowed, implementations) = (allowed(), enumeration.implementations());
    quote! {
        #allowed
        const _: () = {
            use #private as __topics;
            use __topics::{local as f, local as segment, local as text};
            #implementations
        };
    }
}

/// The same without what is beyond `SegmentValue`.
///
/// A variant that was reported has no text; it is given an empty arm, so that the only errors are those
/// that were reported.
pub(super) fn of_value_only(
    input: &DeriveInput,
    krate: &TokenStream,
    variants: &[Variant<'_>],
    is_whole: bool,
) -> TokenStream {
    let private = quote!(#krate::__private);
    let text = quote!(#krate::Segment::as_str(&__segment));
    let (description, value) = reading(&private, &text, variants);
    let arms = arms(variants);
    let rest = (!is_whole).then(|| quote!(_ => "",));
    let body = quote! {
        const TEXTS: #private::Texts<'static> = #private::Texts::from_checked(#description);

        fn to_segment(&self) -> #krate::Segment<'_> {
            #private::checked_segment(match *self { #arms #rest })
        }

        #[inline]
        fn from_segment(__segment: #krate::Segment<'_>) -> #private::Result<Self, #krate::ValueError> {
            #private::parsed(#value, #text)
        }
    };
    implementation(&input.ident, &input.generics, krate, &body)
}

/// A struct is the text of its one field, between its affixes.
pub(super) fn of_struct(
    input: &DeriveInput,
    krate: &TokenStream,
    field: &Field,
    ContainerOptions { prefix, suffix, .. }: &ContainerOptions,
) -> TokenStream {
    let private = quote!(#krate::__private);
    let ty = &field.ty;
    let span = Span::call_site().located_at(ty.span());
    let name = field.ident.as_ref();
    let member = name.map_or_else(|| quote!(0), ToTokens::to_token_stream);
    // Where the field is no segment value, the compiler says so at its type.
    let value = quote_spanned!(span=> <#ty as #krate::SegmentValue>);
    let is_bare = prefix.is_empty() && suffix.is_empty();
    let texts = if is_bare {
        quote!(#value::TEXTS)
    } else if input.generics.params.is_empty() {
        quote!({
            const LENGTH: #private::usize = #private::texts::affixed::<0>(#prefix, #value::TEXTS, #suffix).1;
            #private::texts::of_bytes(&#private::texts::affixed::<LENGTH>(#prefix, #value::TEXTS, #suffix).0)
        })
    } else {
        // A constant can't be as long as a parameter says.
        let description = [&**prefix, "<unknown>", suffix].concat();
        quote!(#private::Texts::from_checked(#description))
    };
    let [segment, inside, before, after] = if is_bare {
        let [segment, inside] = [quote!(#value::to_segment(&self.#member)), quote!(__segment)];
        [segment, inside, quote!(), quote!()]
    } else {
        [
            quote!(#private::with_affixes(#prefix, &#value::to_segment(&self.#member), #suffix)),
            quote!(#private::without_affixes::<Self>(#prefix, &__segment, #suffix)?),
            quote!(#private::fmt::Write::write_str(__out, #prefix)?;),
            quote!(?; #private::fmt::Write::write_str(__out, #suffix)),
        ]
    };
    let body = quote! {
        const TEXTS: #private::Texts<'static> = #texts;

        fn to_segment(&self) -> #krate::Segment<'_> {
            #segment
        }

        fn from_segment(__segment: #krate::Segment<'_>) -> #private::Result<Self, #krate::ValueError> {
            match #value::from_segment(#inside) {
                #private::Ok(__value) => #private::Ok(Self { #member: __value }),
                #private::Err(__error) => #private::Err(__error),
            }
        }

        fn write_segment(&self, __out: &mut dyn #private::fmt::Write) -> #private::fmt::Result {
            #before
            #value::write_segment(&self.#member, __out) #after
        }
    };
    // Where the type depends on a parameter, whether it is a segment depends on it too.
    let mut generics = input.generics.clone();
    if generics.type_params().next().is_some() {
        let required: [WherePredicate; 2] = [
            parse_quote!(#ty: #krate::SegmentValue),
            parse_quote!(Self: #private::Clone + #private::Debug + #private::Eq + #private::Hash),
        ];
        generics.make_where_clause().predicates.extend(required);
    }
    implementation(&input.ident, &generics, krate, &body)
}

fn implementation(
    name: &Ident,
    generics: &Generics,
    krate: &TokenStream,
    body: &TokenStream,
) -> TokenStream {
    let (generics, arguments, conditions) = generics.split_for_impl();
    quote! {
        #[automatically_derived]
        #[allow(unreachable_code, deprecated)]
        impl #generics #krate::SegmentValue for #name #arguments #conditions {
            #body
        }
    }
}
