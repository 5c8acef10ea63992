//! The struct of a line, and what it does.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::ext::IdentExt as _;

use super::named::{Named, named};
use super::{Context, docs, former, pattern, typed};
use crate::analysis::CheckedTopic;
use crate::few;
use crate::hierarchy::{
    Closed, Kind, Origin, Parameter, Segment, Topic, ends_with_tail, parameters,
};

/// The struct itself, where it is not the user's, and its methods.
pub(super) fn declaration(context: &Context<'_>, topic: &CheckedTopic) -> TokenStream {
    let of = &named(context, topic);
    let mut tokens = match topic.origin {
        Origin::Declared => structure(context, topic, of),
        Origin::Own(_) => TokenStream::new(),
        // A variant with a template of its own has no struct; what the enum does is in `variant`.
        Origin::Variant(_) => return TokenStream::new(),
    };
    tokens.extend(inherent(context, topic, of));
    tokens
}

/// The traits that the struct implements.
pub(super) fn implementations(context: &Context<'_>, topic: &CheckedTopic) -> TokenStream {
    if let Origin::Variant(_) = topic.origin {
        return TokenStream::new();
    }
    let of = &named(context, topic);
    let mut tokens = typed::expand(context, topic);
    tokens.extend(derived(context, topic));
    tokens.extend(line(context, topic, of));
    tokens
}

fn structure(context: &Context<'_>, topic: &CheckedTopic, of: &Named<'_>) -> TokenStream {
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

/// The traits that are derived.
fn derives(context: &Context<'_>, topic: &Topic) -> TokenStream {
    let span = context.span;
    let private = &context.private;
    if !topic.is_copy() {
        return TokenStream::new();
    }
    let default = topic
        .is_unit()
        .then(|| quote_spanned!(span=> #private::Default,));
    quote_spanned! {span=>
        #[derive(
            #private::Clone, #private::Copy, #default #private::Debug,
            #private::PartialEq, #private::Eq, #private::Hash
        )]
    }
}

/// What a struct with text implements instead; one with a typed parameter has its own, in [`typed`].
fn derived(context: &Context<'_>, topic: &Topic) -> TokenStream {
    let span = context.span;
    let private = &context.private;
    let is_declared = matches!(topic.origin, Origin::Declared);
    if !is_declared || topic.is_copy() || topic.is_typed() {
        return TokenStream::new();
    }
    let cfg = topic.attributes.cfg();
    let name = &topic.name;
    let text = name.unraw().to_string();
    let fields = topic.parameters().map(|(_, parameter)| {
        let field = &parameter.field;
        let text = field.unraw().to_string();
        quote_spanned!(span=> #field #text)
    });
    quote_spanned! {span=>
        #cfg
        #private::implement_derived! { #name #text { #(#fields,)* } }
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

fn inherent(context: &Context<'_>, topic: &Topic, of: &Named<'_>) -> TokenStream {
    let span = context.span;
    let Context {
        krate,
        private,
        visibility,
        ..
    } = context;
    let cfg = topic.attributes.cfg();
    let (generics, ty, owned, source) =
        (of.generics(), of.borrowed(), of.owned(), of.source(private));
    let conditions = of.conditions();
    let template = topic.template();
    let template = template.as_str();
    let template_doc = format!("The template `{template}`.");
    let cost = if topic.has_text() && !topic.borrows() {
        "Copies the parameters that are text."
    } else {
        "Borrows from the text and does not allocate."
    };
    let parse_doc = format!(
        "Reads the name of a topic that `{template}` matches.\n\n{cost}\n\n\
         # Errors\n\nIf the text is no topic, is one of another template, or has a parameter that \
         the type of its placeholder refuses."
    );
    let pattern_doc = format!(
        "Subscribes to every topic of the template: `{}`, until a placeholder is set.",
        topic.template().pattern()
    );
    let former = former::inherent(context, topic, of);
    let new = new(context, topic, of);
    let pattern = topic.pattern_name(&context.hierarchy.name);
    let pattern_ty = of.beside(&pattern, topic.has_text()).owned();
    let unset = pattern::unset(context, topic, of);
    let allowed = context.allowed;
    quote_spanned! {span=>
        #cfg
        #allowed
        impl #generics #ty #conditions {
            #[doc = #template_doc]
            #visibility const TEMPLATE: #krate::Template<'static> = #krate::Template::from_checked(#template);

            #new

            #[doc = #parse_doc]
            #visibility fn parse(text: #source) -> #private::Result<Self, #krate::ParseError> {
                #private::parse::<Self>(text)
            }

            #former

            #[doc = #pattern_doc]
            #[must_use]
            #visibility const fn pattern() -> #pattern_ty {
                #unset
            }

            /// The same topic, free of what it borrows; allocates for each text that was borrowed.
            #[must_use]
            #visibility fn into_owned(self) -> #owned {
                <Self as #private::Line>::own(self)
            }
        }
    }
}

fn new(context: &Context<'_>, topic: &Topic, of: &Named<'_>) -> TokenStream {
    let span = context.span;
    let Context {
        krate,
        private,
        visibility,
        ..
    } = context;
    let borrowed = of.lifetime();
    // What is owned may be made from text of any lifetime.
    let any = topic
        .parameters()
        .any(|(_, parameter)| parameter.is_owned)
        .then(|| quote_spanned!(span=> <'__text>));
    let arguments = topic.parameters().map(|(_, parameter)| {
        let field = &parameter.field;
        let lifetime = if parameter.is_owned {
            quote_spanned!(span=> '__text)
        } else {
            borrowed.to_token_stream()
        };
        let ty = match &parameter.kind {
            Kind::Plain => quote_spanned!(span=> impl #krate::IntoSegment<#lifetime>),
            Kind::Tail => quote_spanned!(span=> impl #krate::IntoTail<#lifetime>),
            Kind::Typed(_) | Kind::Closed(_) => field_type(context, parameter),
        };
        quote_spanned!(span=> #field: #ty)
    });
    let fields = topic.parameters().map(|(_, parameter)| {
        let field = &parameter.field;
        let name = field.unraw().to_string();
        let own = own(parameter);
        match &parameter.kind {
            Kind::Plain => {
                quote_spanned!(span=> #field: #private::segment(#field, Self::TEMPLATE, #name)? #own)
            }
            Kind::Tail => {
                quote_spanned!(span=> #field: #private::tail(#field, Self::TEMPLATE, #name)? #own)
            }
            Kind::Typed(_) | Kind::Closed(_) => quote_spanned!(span=> #field),
        }
    });
    if topic.has_text() {
        // One attribute, since each is a group of tokens to be handed to the compiler.
        let doc = "Builds the topic from its parameters.\n\n# Errors\n\nIf a text cannot be the parameter of its \
                   placeholder; the error names both.";
        return quote_spanned! {span=>
            #[doc = #doc]
            #[inline]
            #visibility fn new #any(#(#arguments),*) -> #private::Result<Self, #krate::BuildError> {
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

/// What frees a text from its borrow, where the field asks for it.
fn own(parameter: &Parameter) -> Option<TokenStream> {
    parameter.is_owned.then(|| quote!(.into_owned()))
}

/// Writes the whole name to `__out`, by the template or a former one; `access` says how the value of a field
/// is reached.
pub(super) fn write(
    context: &Context<'_>,
    topic: &Topic,
    segments: &[Segment],
    access: impl Fn(&Ident) -> TokenStream,
) -> TokenStream {
    let span = context.span;
    let Context { krate, private, .. } = context;
    let writes = parts(segments).into_iter().map(|part| match part {
        Part::Text(text) => quote_spanned!(span=> #private::Write::write_str(__out, #text)?;),
        Part::Values(before, parameter, closed) => {
            let value = access(&parameter.field);
            let of = &closed.name;
            let variants = closed.values.iter().map(|value| &value.variant);
            let texts = closed.texts().into_iter();
            let texts = texts.map(|text| format!("{before}{text}"));
            quote_spanned! {span=>
                #private::Write::write_str(__out, match #value { #(#of::#variants => #texts,)* })?;
            }
        }
        Part::Parameter(parameter) => {
            let value = access(&parameter.field);
            if let Kind::Typed(_) = parameter.kind {
                let table = typed::table(topic, topic.segment_of(parameter));
                quote_spanned!(span=> #private::ValueOf::write(&Self::#table, &#value, __out)?;)
            } else {
                let text = match &parameter.kind {
                    Kind::Closed(closed) => {
                        let of = &closed.name;
                        quote_spanned!(span=> #of::as_str(#value))
                    }
                    Kind::Tail => quote_spanned!(span=> #krate::Tail::as_str(&#value)),
                    _ => quote_spanned!(span=> #krate::Segment::as_str(&#value)),
                };
                quote_spanned!(span=> #private::Write::write_str(__out, #text)?;)
            }
        }
    });
    quote_spanned!(span=> #(#writes)* #private::Ok(()))
}

enum Part<'t> {
    /// Literal segments, with the dots around them.
    Text(String),
    /// The same with one of a few values behind them, all of which are written as one piece.
    Values(String, &'t Parameter, &'t Closed),
    Parameter(&'t Parameter),
}

fn parts(segments: &[Segment]) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut text = String::new();
    for (index, segment) in segments.iter().enumerate() {
        if index > 0 {
            text.push('.');
        }
        match segment {
            Segment::Literal(literal) => text.push_str(literal),
            Segment::Parameter(parameter) => {
                let before = std::mem::take(&mut text);
                if let Kind::Closed(closed) = &parameter.kind
                    && few::are_few_and_short(&closed.texts())
                {
                    parts.push(Part::Values(before, parameter, closed));
                    continue;
                }
                if !before.is_empty() {
                    parts.push(Part::Text(before));
                }
                parts.push(Part::Parameter(parameter));
            }
        }
    }
    if !text.is_empty() {
        parts.push(Part::Text(text));
    }
    parts
}

/// From the value to text, and from text to the value.
fn line(context: &Context<'_>, topic: &CheckedTopic, of: &Named<'_>) -> TokenStream {
    let span = context.span;
    let Context { krate, private, .. } = context;
    let cfg = topic.attributes.cfg();
    let (others, anonymous) = (of.generics_without_lifetime(), of.anonymous());
    let (generics, borrowed, lifetime) =
        (of.generics_with_lifetime(), of.borrowed(), of.lifetime());
    let (of_a, owned, conditions) = (of.of_a(), of.owned(), of.conditions());
    let most_segments = topic.most_segments();
    let write = write(
        context,
        topic,
        &topic.segments,
        |field| quote_spanned!(span=> self.#field),
    );
    let name = &topic.name;
    let constructor = quote_spanned!(span=> #name);
    let read = read(context, topic, &topic.segments, &constructor);
    let read = former::reading(context, topic, &constructor, &read);
    let own = own_fields(topic);
    let former = former::line(context, topic);
    let former_names = former::names(context, topic);
    let described = typed::line(context, topic);
    let payload = topic.payload.as_ref().map(|payload| {
        quote_spanned! {span=>
            #cfg
            impl #others #krate::HasPayload for #anonymous #conditions {
                type Payload = #payload;
            }
        }
    });
    let reply = topic.reply.as_ref().map(|reply| {
        quote_spanned! {span=>
            #cfg
            impl #others #krate::HasReply for #anonymous #conditions {
                type Reply = #reply;
            }
        }
    });
    quote_spanned! {span=>
        #cfg
        #private::implement_line! {
            [#others] [#anonymous] [#conditions]
            [#generics] [#borrowed] [#lifetime]
            of_a [#of_a]
            owned [#owned]
            most_segments #most_segments
            write(self, __out) { #write }
            read(__split, __name, __is_known) { #read }
            own(__topic) { #own }
            former { #former #described }
            former_names { #former_names }
        }

        #payload
        #reply
    }
}

/// The same topic, free of what it borrows.
fn own_fields(topic: &Topic) -> TokenStream {
    if !topic.borrows() {
        return quote!(__topic);
    }
    let name = &topic.name;
    let fields = topic.parameters().map(|(_, parameter)| {
        let field = &parameter.field;
        if parameter.kind.is_text() && !parameter.is_owned {
            quote!(#field: __topic.#field.into_owned())
        } else {
            quote!(#field: __topic.#field)
        }
    });
    quote!(#name { #(#fields,)* })
}

/// Reads the value from `__split`, by the template or a former one; `constructor` is what its fields are of.
pub(super) fn read(
    context: &Context<'_>,
    topic: &Topic,
    segments: &[Segment],
    constructor: &TokenStream,
) -> TokenStream {
    let span = context.span;
    let private = &context.private;
    let (length, has_tail) = (segments.len(), ends_with_tail(segments));
    let literals = segments
        .iter()
        .enumerate()
        .filter_map(|(index, segment)| match segment {
            Segment::Literal(text) => Some(quote_spanned!(span=> (#index, #text))),
            Segment::Parameter(_) => None,
        });
    let fields = parameters(segments).map(|(index, parameter)| {
        let (field, own) = (&parameter.field, own(parameter));
        match parameter.kind {
            Kind::Plain => quote_spanned!(span=> #field: __split.segment(#index) #own),
            Kind::Tail => quote_spanned!(span=> #field: __split.tail(#index) #own),
            Kind::Closed(_) => quote_spanned!(span=> #field: __split.closed(#index)?),
            Kind::Typed(_) => {
                let table = typed::table(topic, topic.segment_of(parameter));
                quote_spanned!(span=> #field: __split.typed(#index, &Self::#table)?)
            }
        }
    });
    quote_spanned! {span=>
        __split.fits(__is_known, #length, #has_tail, &[#(#literals),*])?;
        #private::Ok(#constructor { #(#fields,)* })
    }
}
