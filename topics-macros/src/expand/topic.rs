//! The struct of a line, and what it does.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};

use super::{Context, Lifetimed, docs, impl_attributes, lifetimed, pattern_name, typed};
use crate::hierarchy::{Kind, Parameter, Segment, Topic};

pub(super) fn expand(context: &Context<'_>, topic: &Topic) -> TokenStream {
    let of = &lifetimed(topic);
    let mut tokens = declaration(context, topic, of);
    tokens.extend(inherent(context, topic, of));
    tokens.extend(typed::expand(context, topic));
    tokens.extend(writing(context, topic, of));
    tokens.extend(reading(context, topic, of));
    tokens.extend(traits(context, topic, of));
    tokens
}

fn declaration(context: &Context<'_>, topic: &Topic, of: &Lifetimed<'_>) -> TokenStream {
    let span = context.span;
    let Context {
        visibility,
        hierarchy,
        ..
    } = context;
    let user_docs = &topic.attributes.docs;
    let docs = docs::of_topic(hierarchy, topic);
    let cfg = topic.attributes.cfg();
    let others = &topic.attributes.others;
    let ty = of.borrowed();
    let derives = derives(context, topic);
    let fields = topic.parameters().map(|(_, parameter)| {
        let doc = docs::of_parameter(parameter);
        let field = &parameter.field;
        let ty = field_type(context, parameter);
        quote_spanned!(span=> #[doc = #doc] #visibility #field: #ty)
    });
    let body = if topic.is_unit() {
        quote_spanned!(span=> ;)
    } else {
        quote_spanned!(span=> { #(#fields,)* })
    };
    quote_spanned! {span=>
        #(#user_docs)*
        #docs
        #cfg
        #(#others)*
        #[allow(dead_code, clippy::struct_field_names, clippy::pub_underscore_fields)]
        #derives
        #visibility struct #ty #body
    }
}

/// The traits that are derived; a struct with a typed parameter implements its own.
fn derives(context: &Context<'_>, topic: &Topic) -> TokenStream {
    let span = context.span;
    let private = &context.private;
    if topic.is_typed() {
        return TokenStream::new();
    }
    let copy = topic
        .is_copy()
        .then(|| quote_spanned!(span=> #private::Copy,));
    let default = topic
        .is_unit()
        .then(|| quote_spanned!(span=> #private::Default,));
    quote_spanned! {span=>
        #[derive(
            #private::Clone, #copy #default #private::Debug,
            #private::PartialEq, #private::Eq, #private::Hash
        )]
    }
}

fn field_type(context: &Context<'_>, parameter: &Parameter) -> TokenStream {
    let span = context.span;
    let krate = &context.krate;
    match &parameter.kind {
        Kind::Plain => quote_spanned!(span=> #krate::Segment<'a>),
        Kind::Tail => quote_spanned!(span=> #krate::Tail<'a>),
        Kind::Typed(of) => of.to_token_stream(),
        Kind::Closed(closed) => closed.name.to_token_stream(),
    }
}

fn inherent(context: &Context<'_>, topic: &Topic, of: &Lifetimed<'_>) -> TokenStream {
    let span = context.span;
    let Context {
        krate,
        private,
        visibility,
        ..
    } = context;
    let attributes = impl_attributes(&topic.attributes);
    let (generics, ty, owned, source) =
        (of.generics(), of.borrowed(), of.owned(), of.source(private));
    let template = topic.template();
    let template = template.as_str();
    let template_doc = format!("The template `{template}`.");
    let parse_doc = format!(
        "Reads the name of a topic that `{template}` matches.\n\n\
         Borrows from the text and does not allocate.\n\n\
         # Errors\n\nIf the text is no topic, is one of another template, or has a parameter that \
         the type of its placeholder refuses."
    );
    let pattern_doc = format!(
        "Subscribes to every topic of the template: `{}`, until a placeholder is set.",
        topic.template().pattern()
    );
    let segments = topic.segments.len();
    let new = new(context, topic);
    let pattern = pattern_name(topic);
    let pattern_ty = if of.has_lifetime {
        quote_spanned!(span=> #pattern<'static>)
    } else {
        quote_spanned!(span=> #pattern)
    };
    let into_owned = into_owned(topic);
    quote_spanned! {span=>
        #attributes
        impl #generics #ty {
            #[doc = #template_doc]
            #visibility const TEMPLATE: #krate::Template<'static> = #krate::Template::from_checked(#template);

            #new

            #[doc = #parse_doc]
            #visibility fn parse(text: #source) -> #private::Result<Self, #krate::ParseError> {
                #private::parse::<Self, #segments>(text)
            }

            #[doc = #pattern_doc]
            #[must_use]
            #visibility const fn pattern() -> #pattern_ty {
                #pattern(#private::Bound::new(Self::TEMPLATE))
            }

            /// The same topic, free of what it borrows; allocates for each text that was borrowed.
            #[must_use]
            #visibility fn into_owned(self) -> #owned {
                #into_owned
            }
        }
    }
}

fn new(context: &Context<'_>, topic: &Topic) -> TokenStream {
    let span = context.span;
    let Context {
        krate,
        private,
        visibility,
        ..
    } = context;
    let arguments = topic.parameters().map(|(_, parameter)| {
        let field = &parameter.field;
        let ty = match &parameter.kind {
            Kind::Plain => quote_spanned!(span=> impl #krate::IntoSegment<'a>),
            Kind::Tail => quote_spanned!(span=> impl #krate::IntoTail<'a>),
            Kind::Typed(_) | Kind::Closed(_) => field_type(context, parameter),
        };
        quote_spanned!(span=> #field: #ty)
    });
    let fields = topic.parameters().map(|(_, parameter)| {
        let field = &parameter.field;
        let name = syn::ext::IdentExt::unraw(field).to_string();
        match &parameter.kind {
            Kind::Plain => {
                quote_spanned!(span=> #field: #private::segment(#field, Self::TEMPLATE, #name)?)
            }
            Kind::Tail => {
                quote_spanned!(span=> #field: #private::tail(#field, Self::TEMPLATE, #name)?)
            }
            Kind::Typed(_) | Kind::Closed(_) => quote_spanned!(span=> #field),
        }
    });
    if topic.has_text() {
        return quote_spanned! {span=>
            /// Builds the topic from its parameters.
            ///
            /// # Errors
            ///
            /// If a text cannot be the parameter of its placeholder; the error names both.
            #visibility fn new(#(#arguments),*) -> #private::Result<Self, #krate::BuildError> {
                #private::Ok(Self { #(#fields,)* })
            }
        };
    }
    quote_spanned! {span=>
        /// Builds the topic from its parameters.
        #[must_use]
        #visibility const fn new(#(#arguments),*) -> Self {
            Self { #(#fields,)* }
        }
    }
}

fn into_owned(topic: &Topic) -> TokenStream {
    if !topic.has_text() {
        return quote!(self);
    }
    let name = &topic.name;
    let fields = topic.parameters().map(|(_, parameter)| {
        let field = &parameter.field;
        if parameter.kind.is_text() {
            quote!(#field: self.#field.into_owned())
        } else {
            quote!(#field: self.#field)
        }
    });
    quote!(#name { #(#fields,)* })
}

/// From the value to text.
fn writing(context: &Context<'_>, topic: &Topic, of: &Lifetimed<'_>) -> TokenStream {
    let span = context.span;
    let Context { krate, private, .. } = context;
    let attributes = impl_attributes(&topic.attributes);
    let anonymous = of.anonymous();
    let writes = parts(topic).into_iter().map(|part| match part {
        Part::Text(text) => quote_spanned!(span=> #private::Write::write_str(out, #text)?;),
        Part::Parameter(index, parameter) => {
            let field = &parameter.field;
            if let Kind::Typed(_) = parameter.kind {
                let table = typed::table(index);
                quote_spanned!(span=> #private::ValueOf::write(&Self::#table, &self.#field, out)?;)
            } else {
                let text = match &parameter.kind {
                    Kind::Closed(closed) => {
                        let of = &closed.name;
                        quote_spanned!(span=> #of::as_str(self.#field))
                    }
                    Kind::Tail => quote_spanned!(span=> #krate::Tail::as_str(&self.#field)),
                    _ => quote_spanned!(span=> #krate::Segment::as_str(&self.#field)),
                };
                quote_spanned!(span=> #private::Write::write_str(out, #text)?;)
            }
        }
    });
    quote_spanned! {span=>
        #attributes
        #[doc(hidden)]
        impl #private::Parts for #anonymous {
            fn write_parts<W: #private::Write>(&self, out: &mut W) -> #private::FmtResult {
                #(#writes)*
                #private::Ok(())
            }
        }

        #attributes
        impl #private::Display for #anonymous {
            fn fmt(&self, f: &mut #private::Formatter<'_>) -> #private::FmtResult {
                #private::display(self, f)
            }
        }

        #attributes
        impl #krate::Topic for #anonymous {
            fn template(&self) -> #krate::Template<'static> {
                Self::TEMPLATE
            }

            fn write_to(&self, out: &mut #private::String) {
                #private::write_to(self, out);
            }
        }
    }
}

enum Part<'t> {
    /// Literal segments, with the dots around them.
    Text(String),
    /// A parameter, and the index of its segment.
    Parameter(usize, &'t Parameter),
}

fn parts(topic: &Topic) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut text = String::new();
    for (index, segment) in topic.segments.iter().enumerate() {
        if index > 0 {
            text.push('.');
        }
        match segment {
            Segment::Literal(literal) => text.push_str(literal),
            Segment::Parameter(parameter) => {
                if !text.is_empty() {
                    parts.push(Part::Text(std::mem::take(&mut text)));
                }
                parts.push(Part::Parameter(index, parameter));
            }
        }
    }
    if !text.is_empty() {
        parts.push(Part::Text(text));
    }
    parts
}

/// From text to the value.
fn reading(context: &Context<'_>, topic: &Topic, of: &Lifetimed<'_>) -> TokenStream {
    let span = context.span;
    let Context { krate, private, .. } = context;
    let attributes = impl_attributes(&topic.attributes);
    let ty = of.borrowed();
    let segments = topic.segments.len();
    let count = if topic.ends_with_tail() {
        quote_spanned!(span=> #private::Split::count(split) < #segments)
    } else {
        quote_spanned!(span=> #private::Split::count(split) != #segments)
    };
    let literals = topic
        .segments
        .iter()
        .enumerate()
        .filter_map(|(index, segment)| match segment {
            Segment::Literal(text) => Some(quote_spanned!(span=> || split.get(#index) != #text)),
            Segment::Parameter(_) => None,
        });
    let fields = topic.parameters().map(|(index, parameter)| {
        let field = &parameter.field;
        match parameter.kind {
            Kind::Plain => quote_spanned!(span=> #field: split.segment(#index)),
            Kind::Tail => quote_spanned!(span=> #field: split.tail(#index)),
            Kind::Closed(_) => quote_spanned!(span=> #field: split.closed(#index)?),
            Kind::Typed(_) => {
                let table = typed::table(index);
                quote_spanned!(span=> #field: split.typed(#index, &Self::#table)?)
            }
        }
    });
    quote_spanned! {span=>
        #attributes
        #[doc(hidden)]
        impl<'a> #private::Read<'a> for #ty {
            fn read(split: &#private::Split<'a, '_>) -> #private::Result<Self, #private::Refusal> {
                if #count #(#literals)* {
                    return #private::Err(#private::Refusal::Shape);
                }
                #private::Ok(Self { #(#fields,)* })
            }
        }

        #attributes
        impl<'a> #private::TryFrom<&'a #private::str> for #ty {
            type Error = #krate::ParseError;

            fn try_from(text: &'a #private::str) -> #private::Result<Self, Self::Error> {
                Self::parse(text)
            }
        }
    }
}

fn traits(context: &Context<'_>, topic: &Topic, of: &Lifetimed<'_>) -> TokenStream {
    let span = context.span;
    let Context { krate, private, .. } = context;
    let attributes = impl_attributes(&topic.attributes);
    let (name, anonymous) = (&topic.name, of.anonymous());
    let of_a = of.borrowed();
    let payload = topic.payload.as_ref().map(|payload| {
        quote_spanned! {span=>
            #attributes
            impl #krate::HasPayload for #anonymous {
                type Payload = #payload;
            }
        }
    });
    quote_spanned! {span=>
        #attributes
        impl #krate::TopicType for #anonymous {
            const TEMPLATE: #krate::Template<'static> = Self::TEMPLATE;
            type Of<'a> = #of_a;

            fn parse_from(text: &#private::str) -> #private::Result<Self::Of<'_>, #krate::ParseError> {
                #name::parse(text)
            }
        }

        #payload
    }
}
