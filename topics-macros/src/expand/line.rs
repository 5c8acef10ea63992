//! The struct of a line, and what it does.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens as _, quote, quote_spanned};
use syn::ext::IdentExt as _;
use syn::spanned::Spanned as _;

use super::named::{Named, named};
use super::pattern::Shapes;
use super::{Context, Expanded, at, description, docs, fields, path::Path, pattern};
use crate::analysis::CheckedTopic;
use crate::hierarchy::{Kind, Origin, Parameter};

pub(super) fn expand(
    outside: &Context<'_>,
    inside: &Context<'_>,
    topic: &CheckedTopic,
    shapes: &Shapes,
) -> Expanded {
    let mut expanded = Expanded::default();
    match topic.origin {
        Origin::Declared => expanded.types = structure(outside, topic),
        Origin::Own(_) => {}
        // A variant with a template of its own has no struct; what the enum does is in `variant`.
        Origin::Variant(_) => return expanded,
    }
    let of = &named(inside, topic);
    let implementations = &mut expanded.implementations;
    implementations.extend(inherent(inside, topic, of));
    if let Origin::Declared = topic.origin {
        if !topic.is_copy() {
            implementations.extend(derived(inside, topic, of));
        }
        let (cfg, anonymous, owned) = (topic.attributes.cfg(), of.anonymous(), of.owned());
        let serde = runtime_macro("implement_serde", &topic.name);
        implementations.extend(quote!(#cfg #serde! { [#anonymous] [#anonymous] [#owned] }));
    }
    implementations.extend(line(inside, topic, of, shapes));
    implementations.extend(messages(inside, topic, of));
    expanded
}

fn structure(context: &Context<'_>, topic: &CheckedTopic) -> TokenStream {
    let Context {
        private, hierarchy, ..
    } = context;
    let user_docs = &topic.attributes.docs;
    let docs = docs::of_topic(hierarchy, topic);
    let cfg = topic.attributes.cfg();
    let others = &topic.attributes.others;
    let ty = named(context, topic).borrowed();
    let derives = topic.is_copy().then(|| {
        let default = topic.is_unit().then(|| quote!(#private::Default,));
        quote! {
            #[derive(
                #private::Clone, #private::Copy, #default #private::Debug,
                #private::PartialEq, #private::Eq, #private::Hash
            )]
        }
    });
    let fields = topic.parameters().map(|(_, parameter)| {
        let doc = docs::of_parameter(parameter);
        let field = &parameter.field;
        let ty = field_type(context, parameter, at(&topic.name));
        let visibility = context.visibility_at(at(field));
        quote_spanned!(at(field)=> #[doc = #doc] #visibility #field: #ty)
    });
    let place = at(&topic.name);
    let visibility = context.visibility_at(place);
    let body = if topic.is_unit() {
        quote_spanned!(place=> ;)
    } else {
        quote_spanned!(place=> { #(#fields,)* })
    };
    // A message that points at the struct points at its name.
    quote_spanned! {place=>
        #(#user_docs)*
        #docs
        #cfg
        #(#others)*
        #[allow(dead_code, clippy::struct_field_names, clippy::pub_underscore_fields)]
        #derives
        #visibility struct #ty #body
    }
}

fn field_type(context: &Context<'_>, parameter: &Parameter, place: Span) -> TokenStream {
    let krate = &context.krate;
    match &parameter.kind {
        Kind::Plain => quote_spanned!(place=> #krate::Segment<'a>),
        Kind::Tail => quote_spanned!(place=> #krate::Tail<'a>),
        Kind::Typed(of) => of.to_token_stream(),
        Kind::Closed(closed) => closed.name.to_token_stream(),
    }
}

fn inherent(context: &Context<'_>, topic: &CheckedTopic, of: &Named<'_>) -> TokenStream {
    let (private, visibility) = (&context.private, &context.visibility);
    let cfg = topic.attributes.cfg();
    let (generics, ty, owned, source) =
        (of.generics(), of.borrowed(), of.owned(), of.source(private));
    let conditions = of.conditions();
    let method = |name: &str| Ident::new(name, at(&topic.name));
    let (parse, pattern_name) = (method("parse"), method("pattern"));
    let template_doc = format!("The template `{}`.", topic.template());
    let parse_doc = docs::of_parse(topic);
    let pattern_doc = docs::of_pattern_function(topic);
    let own_doc = docs::of_into_owned(topic);
    let former = former(context, topic, of);
    let new = new(context, topic, of, &method("new"));
    let naming = naming(context);
    let (pattern_ty, unset) = pattern::unset(context, topic, of);
    quote! {
        #cfg
        impl #generics #ty #conditions {
            #[doc = #template_doc]
            #visibility const TEMPLATE: #private::Template<'static> =
                <Self as #private::Line>::DESCRIPTION.present.template;

            #new

            #[doc = #parse_doc]
            #[inline]
            #visibility fn #parse(text: #source) -> #private::Result<Self, #private::ParseError> {
                #private::parse::<Self>(text)
            }

            #former

            #[doc = #pattern_doc]
            #[must_use]
            #visibility const fn #pattern_name() -> #pattern_ty {
                #unset
            }

            #naming

            #[doc = #own_doc]
            #[inline]
            #[must_use]
            #visibility fn into_owned(self) -> #owned {
                <Self as #private::Line>::own(self)
            }
        }
    }
}

/// What a struct has besides if its line had other names before.
fn former(context: &Context<'_>, topic: &CheckedTopic, of: &Named<'_>) -> TokenStream {
    if topic.former.is_empty() {
        return TokenStream::new();
    }
    let (private, visibility) = (&context.private, &context.visibility);
    let source = of.source(private);
    let former_names = former_names(context);
    quote! {
        /// The former templates of the topics; `parse` accepts their names too.
        #visibility const FORMER: &'static [#private::Template<'static>] =
            <Self as #private::Line>::DESCRIPTION.former_templates;

        /// Parses a name, present or former, and returns the template that it matched.
        ///
        /// # Errors
        ///
        /// Same as [`parse`](Self::parse).
        #[inline]
        #visibility fn parse_with_template(
            text: #source,
        ) -> #private::Result<(Self, #private::Template<'static>), #private::ParseError> {
            #private::parse_with_template::<Self>(text)
        }

        #former_names
    }
}

/// What writes the name of a topic.
pub(super) fn naming(context: &Context<'_>) -> TokenStream {
    let (private, visibility) = (&context.private, &context.visibility);
    quote! {
        /// Returns the name of the topic, as checked text.
        #[inline]
        #[must_use]
        #visibility fn name(&self) -> #private::TopicName<'static> {
            #private::name(self)
        }

        /// Appends the name of the topic to a string. Into a string that is reused, this is the quickest way.
        #[inline]
        #visibility fn write_to(&self, out: &mut #private::String) {
            #private::write_to(self, out);
        }
    }
}

/// What tells the names that a topic had before.
pub(super) fn former_names(context: &Context<'_>) -> TokenStream {
    let (private, visibility) = (&context.private, &context.visibility);
    quote! {
        /// Returns the former names of the topic.
        #[must_use]
        #visibility fn former_names(&self) -> #private::Vec<#private::TopicName<'static>> {
            #private::former_names(self)
        }
    }
}

fn new(context: &Context<'_>, topic: &CheckedTopic, of: &Named<'_>, new: &Ident) -> TokenStream {
    let place = at(&topic.name);
    // What is missing for a parameter is missing for what the line declares.
    let (private, visibility) = (&context.private.located_at(place), &context.visibility);
    let borrowed = of.lifetime();
    // What is owned may be made from text of any lifetime.
    let any = topic.parameters().any(|(_, parameter)| parameter.is_owned);
    let any = any.then(|| quote!(<'__text>));
    let arguments = topic.parameters().map(|(_, parameter)| {
        let name = &parameter.field;
        let lifetime = if parameter.is_owned {
            quote!('__text)
        } else {
            borrowed.to_token_stream()
        };
        let ty = match &parameter.kind {
            Kind::Plain => quote_spanned!(place=> impl #private::IntoSegment<#lifetime>),
            Kind::Tail => quote_spanned!(place=> impl #private::IntoTail<#lifetime>),
            Kind::Typed(_) | Kind::Closed(_) => field_type(context, parameter, place),
        };
        quote!(#name: #ty)
    });
    let fields = topic.parameters().map(|(_, parameter)| {
        let field = &parameter.field;
        let name = field.unraw().to_string();
        let own = fields::own(parameter);
        match &parameter.kind {
            Kind::Plain => {
                quote!(#field: #private::segment(#field, Self::TEMPLATE, #name)? #own)
            }
            Kind::Tail => {
                quote!(#field: #private::tail(#field, Self::TEMPLATE, #name)? #own)
            }
            Kind::Typed(_) | Kind::Closed(_) => quote!(#field),
        }
    });
    if topic.has_text() {
        // One attribute, since each is a group of tokens to be handed to the compiler.
        let doc = "Builds the topic from its parameters.\n\n# Errors\n\nIf a text breaks the rules for its \
                   placeholder; the error names both.";
        return quote_spanned! {at(&topic.name)=>
            #[doc = #doc]
            #[inline]
            #visibility fn #new #any(#(#arguments),*) -> #private::Result<Self, #private::BuildError> {
                #private::Ok(Self { #(#fields,)* })
            }
        };
    }
    let doc = if topic.is_unit() {
        "Builds the topic."
    } else {
        "Builds the topic from its parameters."
    };
    quote_spanned! {at(&topic.name)=>
        #[doc = #doc]
        #[inline]
        #[must_use]
        #visibility const fn #new(#(#arguments),*) -> Self {
            Self { #(#fields,)* }
        }
    }
}

/// What a struct with text or with a value of the user's implements, which others derive.
fn derived(context: &Context<'_>, topic: &CheckedTopic, of: &Named<'_>) -> TokenStream {
    let cfg = topic.attributes.cfg();
    let anonymous = of.anonymous();
    let (cloned, equal) = (
        fields::cloned(context, topic),
        fields::equal(context, topic),
    );
    let implement = runtime_macro("implement_derived", &topic.name);
    quote_spanned! {at(&topic.name)=>
        #cfg
        #implement! {
            [#anonymous] debug hash
            clone(self) { Self { #cloned } }
            eq(self, other) { #equal }
        }
    }
}

/// A macro of the runtime, whose errors are shown at a name.
pub(super) fn runtime_macro(name: &str, at: &Ident) -> Path {
    let place = super::at(at);
    Path::name("__topics", place).join(name, place)
}

/// From the value to text, and from text to the value.
fn line(
    context: &Context<'_>,
    topic: &CheckedTopic,
    of: &Named<'_>,
    shapes: &Shapes,
) -> TokenStream {
    let cfg = topic.attributes.cfg();
    let (others, anonymous) = (of.generics_without_lifetime(), of.anonymous());
    let (generics, borrowed, lifetime) =
        (of.generics_with_lifetime(), of.borrowed(), of.lifetime());
    let (of_a, owned, conditions) = (of.of_a(), of.owned(), of.conditions());
    let most_segments = topic.most_segments();
    let description = description::description(context, topic);
    let compared = description::compared(context, topic);
    let name = &topic.name;
    let parts = fields::shown(
        context,
        topic,
        &quote!(<Self as __topics::Line>::DESCRIPTION),
        |field| quote!(&self.#field),
    );
    let read = fields::read(context, topic, &name.to_token_stream());
    let own = if topic.borrows() {
        let fields = fields::owned(topic, |field| quote!(topic.#field));
        quote!(#name { #fields })
    } else {
        quote!(topic)
    };
    let placeholders = shapes.of(topic);
    let implement = runtime_macro("implement_line", name);
    quote_spanned! {at(name)=>
        #cfg
        #implement! {
            [#others] [#anonymous] [#conditions]
            [#generics] [#borrowed] [#lifetime]
            of_a [#of_a]
            owned [#owned]
            placeholders [#placeholders]
            most_segments #most_segments
            description [#description]
            compared { #compared }
            parts(self, visit) { #parts }
            read(from) { #read }
            own(topic) { #own }
        }
    }
}

/// What is published on the topics of a line, and what answers that.
fn messages(context: &Context<'_>, topic: &CheckedTopic, of: &Named<'_>) -> TokenStream {
    let private = &context.private;
    let cfg = topic.attributes.cfg();
    let (others, anonymous, conditions) = (
        of.generics_without_lifetime(),
        of.anonymous(),
        of.conditions(),
    );
    let of_line = [
        ("HasPayload", "Payload", &topic.payload),
        ("HasReply", "Reply", &topic.reply),
    ];
    let implementations = of_line.into_iter().filter_map(|(declared, what, of)| {
        let of = of.as_ref()?;
        // That a type is private is shown from the first token to the last.
        let place = Span::call_site().located_at(of.span());
        let [declared, what] = [declared, what].map(|name| Ident::new(name, Span::call_site()));
        let ty = quote_spanned!(place=> type #what = #of;);
        Some(quote_spanned! {at(&topic.name)=>
            #cfg
            impl #others #private::#declared for #anonymous #conditions {
                #ty
            }
        })
    });
    implementations.collect()
}
