//! The parameters of a topic as fields, of a struct or of a variant: shown, read, copied and compared.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens as _, quote, quote_spanned};
use syn::Type;
use syn::spanned::Spanned as _;

use super::plain;
use crate::hierarchy::{Kind, Placeholder, Topic};

/// What is done with the values of a type that the user named. A type that cannot be a segment is reported once,
/// where the user wrote it, since each use of it is this same expression there.
pub(super) fn value_of(of: &Type) -> TokenStream {
    let place = Span::call_site().located_at(of.span());
    quote_spanned!(place=> __topics::value_of::<#of>())
}

fn typed(parameter: &Placeholder) -> Option<TokenStream> {
    parameter.kind.typed().map(value_of)
}

/// The type of a parameter, if it is not text.
pub(super) fn value_type(kind: &Kind) -> Option<Type> {
    let closed = || Some(Type::Verbatim(kind.closed()?.name.to_token_stream()));
    kind.typed().cloned().or_else(closed)
}

/// Shows a line and its parameters to `visit`; `access` is a reference to the value of a field.
pub(super) fn shown(
    topic: &Topic,
    description: &TokenStream,
    access: impl Fn(&Ident) -> TokenStream,
) -> TokenStream {
    let visit = quote!(__topics::Visit::line(visit, #description));
    topic.parameters().fold(visit, |visit, parameter| {
        let value = access(&field(parameter));
        match (&parameter.kind, typed(parameter)) {
            (Kind::Closed(_), _) => quote!(#visit.closed(#value)),
            (_, Some(of)) => quote!(#visit.typed(#value, #of)),
            (_, None) => quote!(#visit.text(#value)),
        }
    })
}

/// Reads the value from `from`; `constructor` is what its fields are of.
pub(super) fn read(topic: &Topic, constructor: &TokenStream) -> TokenStream {
    let fields = each(topic, |index, parameter| {
        let own = own(parameter);
        match (&parameter.kind, typed(parameter)) {
            (Kind::Tail, _) => quote!(from.tail(#index) #own),
            (Kind::Closed(_), _) => {
                quote!(from.value(#index, __topics::SegmentValue::from_segment)?)
            }
            (_, Some(of)) => quote!(from.value(#index, #of.from_segment)?),
            (_, None) => quote!(from.segment(#index) #own),
        }
    });
    quote!(__topics::Ok(#constructor { #fields }))
}

/// The trait of what a text is made from, and the function that makes it.
pub(super) fn text_input(parameter: &Placeholder) -> [Ident; 2] {
    let names = match parameter.kind {
        Kind::Tail => ["IntoTail", "into_tail"],
        _ => ["IntoSegment", "into_segment"],
    };
    names.map(|name| Ident::new(name, Span::call_site()))
}

/// What frees a text from its borrow, where the field asks for it.
pub(super) fn own(parameter: &Placeholder) -> Option<TokenStream> {
    parameter.is_owned.then(|| quote!(.into_owned()))
}

/// The values of all fields, free of what they borrow; `access` is the value of a field.
pub(super) fn owned(topic: &Topic, access: impl Fn(&Ident) -> TokenStream) -> TokenStream {
    each(topic, |_, parameter| {
        let value = access(&field(parameter));
        if parameter.kind.is_text() && !parameter.is_owned {
            quote!(#value.into_owned())
        } else {
            value
        }
    })
}

/// Copies of the values of all fields of `self`.
pub(super) fn cloned(topic: &Topic) -> TokenStream {
    each(topic, |_, parameter| {
        let field = field(parameter);
        match typed(parameter) {
            Some(of) => quote!((#of.clone)(&self.#field)),
            None => quote!(__topics::Clone::clone(&self.#field)),
        }
    })
}

/// Whether all fields of `self` are those of `other`.
pub(super) fn equal(topic: &Topic) -> TokenStream {
    let fields = topic.parameters().map(|parameter| {
        let field = field(parameter);
        match typed(parameter) {
            Some(of) => quote!((#of.eq)(&self.#field, &other.#field)),
            None => quote!(self.#field == other.#field),
        }
    });
    quote!(#(#fields)&&*)
}

/// The field, where it is mentioned only.
fn field(parameter: &Placeholder) -> Ident {
    plain(&parameter.name)
}

fn each(topic: &Topic, value: impl Fn(usize, &Placeholder) -> TokenStream) -> TokenStream {
    let fields = topic.parameters().enumerate();
    let fields = fields.map(|(index, parameter)| {
        let (field, value) = (field(parameter), value(index, parameter));
        quote!(#field: #value,)
    });
    fields.collect()
}
