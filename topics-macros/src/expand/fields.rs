//! The parameters of a topic, as the runtime's macros are told of them.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned as _;
use syn::{Lifetime, Type};

use super::plain;
use super::tokens::Tokens;
use crate::hierarchy::{Kind, Placeholder, Topic};

/// What is done with the values of a type that the user named. A type that cannot be a segment is reported once,
/// where the user wrote it, since each use of it is this same expression there.
pub(super) fn value_of(of: &Type) -> TokenStream {
    let place = Span::call_site().located_at(of.span());
    quote_spanned!(place=> __topics::value_of::<#of>())
}

/// What a list tells of a parameter beside what it is.
pub(super) struct Told {
    /// Its name, or the doc of what is called as it.
    pub(super) said: String,
    /// The lifetime of the text that it is made from, if it is one.
    pub(super) lifetime: Lifetime,
    /// Where it is said that it can't be made from something.
    pub(super) place: Span,
}

/// The list of all parameters.
pub(super) fn list(topic: &Topic, told: impl Fn(&Placeholder) -> Told) -> TokenStream {
    let parameters = topic.parameters().enumerate();
    let all = parameters.map(|(index, parameter)| {
        let Told {
            said,
            lifetime,
            place,
        } = told(parameter);
        let (given, field) = (&parameter.name, plain(&parameter.name));
        let index = Literal::usize_unsuffixed(index);
        let kind = match &parameter.kind {
            Kind::Closed(closed) => {
                let of = &closed.name;
                quote!(closed #field #given [#of])
            }
            Kind::Typed(of) => {
                let value_of = value_of(of);
                quote!(typed #field #given [#of] #value_of)
            }
            kind => {
                let [part, input, into] = match kind {
                    Kind::Tail => ["tail", "IntoTail", "into_tail"],
                    _ => ["segment", "IntoSegment", "into_segment"],
                };
                let [part, input, into] =
                    [part, input, into].map(|name| Ident::new(name, Span::call_site()));
                let bound = Tokens::new(quote!(__topics::#input<#lifetime>)).ends_at(place);
                let own = parameter.is_owned.then(|| quote!(.into_owned()));
                quote!(text #field #given [#bound] #input #into #part [#own])
            }
        };
        quote!(#field #index #said #kind,)
    });
    let all: TokenStream = all.collect();
    quote!([#all])
}
