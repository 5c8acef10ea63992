//! What a struct has besides if its line had other names before.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote_spanned;

use super::named::Named;
use super::{Context, topic as names_of};
use crate::analysis::CheckedTopic;
use crate::hierarchy::{Former, Topic};

/// The constant and `parse_with_template`.
pub(super) fn inherent(context: &Context<'_>, topic: &Topic, of: &Named<'_>) -> TokenStream {
    if topic.former.is_empty() {
        return TokenStream::new();
    }
    let Context {
        krate,
        private,
        visibility,
        span,
        ..
    } = context;
    let source = of.source(private);
    let templates = templates(context, topic);
    let doc = format!(
        "Reads the name of a topic of `{}`, or of a template that it had before, and tells which.\n\n\
         # Errors\n\nAs [`parse`](Self::parse) has.",
        topic.template()
    );
    quote_spanned! {*span=>
        /// The templates that the topics had before: `parse` reads these names too.
        #visibility const FORMER: &'static [#krate::Template<'static>] = #templates;

        #[doc = #doc]
        #visibility fn parse_with_template(
            text: #source,
        ) -> #private::Result<(Self, #krate::Template<'static>), #krate::ParseError> {
            #private::parse_with_template::<Self>(text)
        }
    }
}

/// What the struct's description says of its former names.
pub(super) fn line(context: &Context<'_>, topic: &CheckedTopic) -> TokenStream {
    if topic.former.is_empty() {
        return TokenStream::new();
    }
    let Context {
        krate,
        private,
        span,
        ..
    } = context;
    let names = topic.relations.parse_order.iter();
    let order = names.map(|name| name.former.map_or(0, |former| former + 1));
    quote_spanned! {*span=>
        const FORMER: &'static [#krate::Template<'static>] = Self::FORMER;
        const ORDER: &'static [#private::usize] = &[#(#order),*];
    }
}

/// Reads the topic by the name at the index `__name`; `present` reads it by the present one.
pub(super) fn reading(
    context: &Context<'_>,
    topic: &Topic,
    constructor: &TokenStream,
    present: &TokenStream,
) -> TokenStream {
    if topic.former.is_empty() {
        return present.clone();
    }
    let span = context.span;
    let former = topic.former.iter().enumerate().map(|(index, former)| {
        let name = index + 1;
        let read = names_of::read(context, topic, &former.segments, constructor);
        quote_spanned!(span=> #name => { #read })
    });
    quote_spanned! {span=>
        match __name {
            #(#former)*
            _ => { #present }
        }
    }
}

/// The method that returns the former names.
pub(super) fn names(context: &Context<'_>, topic: &Topic) -> TokenStream {
    if topic.former.is_empty() {
        return TokenStream::new();
    }
    let Context {
        krate,
        private,
        span,
        ..
    } = context;
    let span = *span;
    let names = written(
        context,
        topic,
        span,
        |field| quote_spanned!(span=> self.#field),
    );
    quote_spanned! {span=>
        fn earlier_names(&self) -> #private::Vec<#krate::TopicName<'static>> {
            #names
        }
    }
}

/// All former names of a topic, as a vector; `access` says how the value of a field is reached.
pub(super) fn written(
    context: &Context<'_>,
    topic: &Topic,
    span: Span,
    access: impl Fn(&Ident) -> TokenStream,
) -> TokenStream {
    let private = &context.private;
    let names = topic.former.iter().map(|former| {
        let write = names_of::write(context, topic, &former.segments, &access);
        quote_spanned!(span=> #private::former_name(|__out| { #write }))
    });
    quote_spanned!(span=> #private::From::from([#(#names),*]))
}

/// A list of the former templates, if there are any.
pub(super) fn templates(context: &Context<'_>, topic: &Topic) -> Option<TokenStream> {
    let templates = topic.former.iter().map(|former| template(context, former));
    (!topic.former.is_empty()).then(|| quote_spanned!(context.span=> &[#(#templates),*]))
}

pub(super) fn template(context: &Context<'_>, former: &Former) -> TokenStream {
    let (krate, span) = (&context.krate, context.span);
    let text = former.template();
    let text = text.as_str();
    quote_spanned!(span=> #krate::Template::from_checked(#text))
}
