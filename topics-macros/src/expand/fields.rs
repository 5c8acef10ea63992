//! The parameters of a topic, and what is done with each.
//!
//! Text is checked by functions of its kind, and freed of what it borrows. What is done with a value of a type that the
//! user named is looked up in a table; see `value_of`.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens as _, quote_spanned};
use syn::ext::IdentExt as _;
use syn::spanned::Spanned as _;
use syn::{Lifetime, Type};

use super::plain;
use super::tokens::Tokens;
use crate::here::{self, code, here};
use crate::hierarchy::{Kind, Placeholder, Topic};

/// What is done with the values of a type that the user named. A type that cannot be a segment is reported once,
/// where the user wrote it, since each use of it is this same expression there.
pub(super) fn value_of(of: &Type) -> TokenStream {
    let place = here().located_at(of.span());
    quote_spanned!(place=> __topics::value_of::<#of>())
}

pub(super) struct Field<'t> {
    pub(super) parameter: &'t Placeholder,
    /// Its index, which the runtime knows it by.
    index: usize,
    /// Its name.
    pub(super) name: Ident,
    kind: FieldKind,
}

enum FieldKind {
    /// By what it is made from, the function that does so, and what reads it.
    Text([&'static str; 3]),
    /// By its type.
    Closed(Ident),
    /// By its type, and what is done with it.
    Typed(Tokens, TokenStream),
}

/// All parameters of a topic.
pub(super) fn of(topic: &Topic) -> Vec<Field<'_>> {
    let parameters = topic.parameters().enumerate();
    let fields = parameters.map(|(index, parameter)| Field {
        parameter,
        index,
        name: plain(&parameter.name),
        kind: match &parameter.kind {
            Kind::Closed(closed) => FieldKind::Closed(plain(&closed.name)),
            Kind::Typed(of) => FieldKind::Typed(Tokens::new(of.to_token_stream()), value_of(of)),
            Kind::Tail => FieldKind::Text(["IntoTail", "into_tail", "tail"]),
            _ => FieldKind::Text(["IntoSegment", "into_segment", "segment"]),
        },
    });
    fields.collect()
}

impl Field<'_> {
    /// What is said of its name.
    fn said(&self) -> String {
        self.parameter.name.unraw().to_string()
    }

    /// It as a parameter of a function that makes text from what lives as long; that it can't be made from something is
    /// shown at a place.
    pub(super) fn given(&self, lifetime: &Lifetime, place: Span) -> TokenStream {
        let name = &self.parameter.name;
        match &self.kind {
            FieldKind::Text([from, ..]) => {
                let from = here::name(from);
                let bound = Tokens::new(code!(__topics::#from<#lifetime>)).ends_at(place);
                code!(#name: impl #bound)
            }
            FieldKind::Closed(of) => {
                // A message points at all of the parameter.
                let mut of = of.clone();
                of.set_span(here().located_at(name.span()));
                code!(#name: #of)
            }
            FieldKind::Typed(of, _) => code!(#name: #of),
        }
    }

    /// Its value, made of what is given.
    pub(super) fn made(&self) -> TokenStream {
        let given = &self.parameter.name;
        match self.text() {
            Some(text) => {
                let (name, own) = (here::text(&self.said()), self.own());
                code!(__topics::text(#text, Self::TEMPLATE, #name)? #own)
            }
            None => code!(#given),
        }
    }

    /// What is given, as text that is to be checked.
    fn text(&self) -> Option<TokenStream> {
        let FieldKind::Text([from, into, _]) = self.kind else {
            return None;
        };
        let [from, into, given] = [
            here::name(from),
            here::name(into),
            self.parameter.name.clone(),
        ];
        Some(code!(__topics::#from::#into(#given)))
    }

    /// What frees text that is read from what it borrows, if the field owns it.
    fn own(&self) -> Option<TokenStream> {
        self.parameter.is_owned.then(|| code!(.into_owned()))
    }

    /// What shows a reference to it.
    pub(super) fn shown(&self, value: &TokenStream) -> TokenStream {
        match &self.kind {
            FieldKind::Text(_) => code!(.text(#value)),
            FieldKind::Closed(_) => code!(.closed(#value)),
            FieldKind::Typed(_, value_of) => code!(.typed(#value, #value_of)),
        }
    }

    /// Reads it from `from`.
    pub(super) fn read(&self) -> TokenStream {
        let (index, own) = (here::number(self.index), self.own());
        match &self.kind {
            FieldKind::Text([.., part]) => {
                let part = here::name(part);
                code!(from.#part(#index) #own)
            }
            FieldKind::Closed(of) => {
                code!(from.value(#index, <#of as __topics::SegmentValue>::from_segment)?)
            }
            FieldKind::Typed(_, value_of) => code!(from.value(#index, #value_of.from_segment)?),
        }
    }

    /// It, free of what it borrows.
    pub(super) fn owned(&self, value: TokenStream) -> TokenStream {
        match &self.kind {
            FieldKind::Text(_) => code!(#value.into_owned()),
            FieldKind::Closed(_) | FieldKind::Typed(..) => value,
        }
    }

    pub(super) fn cloned(&self) -> TokenStream {
        let name = &self.name;
        match &self.kind {
            FieldKind::Typed(_, value_of) => code!((#value_of.clone)(&self.#name)),
            _ => code!(__topics::Clone::clone(&self.#name)),
        }
    }

    /// Whether it is that of `other`.
    pub(super) fn equal(&self) -> TokenStream {
        let name = &self.name;
        match &self.kind {
            FieldKind::Typed(_, value_of) => code!((#value_of.eq)(&self.#name, &other.#name)),
            _ => code!(self.#name == other.#name),
        }
    }

    /// The method of a pattern that sets it.
    pub(super) fn setter(&self, visibility: &Tokens) -> TokenStream {
        let (name, index, said) = (&self.parameter.name, here::number(self.index), self.said());
        let doc = here::text(&format!("Restricts the pattern to this `<{said}>`."));
        let lifetime = super::named::lifetime("'t");
        let place = here().located_at(name.span());
        let (given, function) = (self.given(&lifetime, place), code!(#visibility fn));
        let function = Tokens::new(function).starts_at(place);
        let value_of = match &self.kind {
            FieldKind::Text(_) => {
                let text = self.text();
                return code! {
                    #[doc = #doc]
                    ///
                    /// # Errors
                    ///
                    /// If the text cannot be the parameter of the placeholder.
                    #function #name<#lifetime>(self, #given) -> __topics::Result<Self, __topics::BuildError> {
                        __topics::Ok(Self(__topics::bound::text(self.0, #index, #text)?, self.1))
                    }
                };
            }
            FieldKind::Closed(of) => code!(__topics::value_of::<#of>()),
            FieldKind::Typed(_, value_of) => value_of.clone(),
        };
        code! {
            #[doc = #doc]
            #[must_use]
            #function #name(self, #given) -> Self {
                Self(__topics::bound::value(self.0, #index, &#name, #value_of), self.1)
            }
        }
    }
}
