//! What a struct has besides if its line had other names before.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote_spanned};

use super::named::Named;
use super::parser::in_parsing_order;
use super::{Context, topic as names_of};
use crate::hierarchy::{Former, Topic};

/// The constant, `parse_with_template`, and the functions that read the former names.
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
    let span = *span;
    let source = of.source(private);
    let templates = topic.former.iter().map(|former| template(context, former));
    let readers = topic.former.iter().enumerate().map(|(index, former)| {
        let reader = reader(index);
        let read = names_of::read(
            context,
            topic,
            &former.segments,
            &quote_spanned!(span=> Self),
        );
        let lifetime = if of.has_lifetime() {
            of.lifetime()
        } else {
            syn::Lifetime::new("'_", span)
        };
        quote_spanned! {span=>
            fn #reader(
                split: &#private::Split<#lifetime, '_>,
            ) -> #private::Result<Self, #private::Refusal> {
                #read
            }
        }
    });
    let attempts = in_parsing_order(topic.names(0).collect()).into_iter().map(|name| {
        let read = match name.id.former {
            None => quote_spanned!(span=> <Self as #private::Read<'_>>::read),
            Some(index) => {
                let reader = reader(index);
                quote_spanned!(span=> Self::#reader)
            }
        };
        let template = name.template.as_str();
        quote_spanned! {span=>
            let template = #krate::Template::from_checked(#template);
            let read = #read(&split);
            if let #private::Some(topic) = #private::Refusals::take(&mut refusals, template, read) {
                return #private::Ok((topic, template));
            }
        }
    });
    let segments = topic.most_segments();
    let present = topic.template();
    let present = present.as_str();
    let present = quote_spanned!(span=> #krate::Template::from_checked(#present));
    let doc = format!(
        "Reads the name of a topic of `{}`, or of a template that it had before, and tells which.\n\n\
         # Errors\n\nAs [`parse`](Self::parse) has.",
        topic.template()
    );
    quote_spanned! {span=>
        /// The templates that the topics had before: `parse` reads these names too.
        #visibility const FORMER: &'static [#krate::Template<'static>] = &[#(#templates),*];

        #[doc = #doc]
        #visibility fn parse_with_template(
            text: #source,
        ) -> #private::Result<(Self, #krate::Template<'static>), #krate::ParseError> {
            const __TEMPLATES: &[#krate::Template<'static>] = &[#present];
            let mut ends = [0; #segments];
            let split = #private::Split::new(text, &mut ends, __TEMPLATES)?;
            let mut refusals = #private::Refusals::new();
            #(#attempts)*
            #private::Err(#private::Refusals::into_error(refusals, text, __TEMPLATES))
        }

        #(#readers)*
    }
}

/// The method of `Topic` that returns the former names.
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
    let names = topic.former.iter().map(|former| {
        let write = names_of::write(
            context,
            topic,
            &former.segments,
            |field| quote_spanned!(span=> self.#field),
        );
        quote_spanned!(span=> #private::former_name(|out| { #write }))
    });
    quote_spanned! {span=>
        fn former_names(&self) -> #private::Vec<#krate::TopicName<'static>> {
            #private::From::from([#(#names),*])
        }
    }
}

/// The method of `TopicPattern` that returns all patterns.
pub(super) fn patterns(context: &Context<'_>, topic: &Topic) -> TokenStream {
    if topic.former.is_empty() {
        return TokenStream::new();
    }
    let Context {
        krate,
        private,
        span,
        ..
    } = context;
    let former = topic.former.iter().map(|former| {
        let template = template(context, former);
        let order = former.parameters().map(|(_, parameter)| {
            let mut own = topic.parameters();
            let index = own.position(|(_, own)| own.field == parameter.field);
            index.unwrap_or(0)
        });
        quote_spanned!(*span=> (#template, [#(#order),*]))
    });
    quote_spanned! {*span=>
        fn to_patterns(&self) -> #private::Vec<#krate::Pattern<'static>> {
            #private::Bound::to_patterns(&self.0, &[#(#former),*])
        }
    }
}

pub(super) fn template(context: &Context<'_>, former: &Former) -> TokenStream {
    let (krate, span) = (&context.krate, context.span);
    let text = former.template();
    let text = text.as_str();
    quote_spanned!(span=> #krate::Template::from_checked(#text))
}

/// The name of the function that reads a former name.
pub(super) fn reader(index: usize) -> Ident {
    format_ident!("__former_{index}")
}
