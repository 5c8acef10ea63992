//! The struct of a line, and what it does.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens as _, quote, quote_spanned};
use syn::ext::IdentExt as _;
use syn::spanned::Spanned as _;

use super::named::{Named, named};
use super::pattern::{self, Shapes};
use super::tokens::Tokens;
use super::{Context, Expanded, at, called_at, description, docs, fields, located_all_at, plain};
use crate::analysis::CheckedTopic;
use crate::hierarchy::{Kind, Origin, Placeholder};

pub(super) fn expand(
    context: &Context<'_>,
    topic: &CheckedTopic,
    shapes: &Shapes,
    expanded: &mut Expanded,
) {
    // A variant with a template of its own has no struct; what the enum does is in `variant`.
    if let Origin::Variant(_) = topic.origin {
        return;
    }
    let of = &named(context, topic);
    let (cfg, anonymous, owned) = (topic.attributes.cfg(), of.anonymous(), of.owned());
    let call = |of_runtime, arguments: &_| called_at(&topic.name, &cfg, of_runtime, arguments);
    let implementations = &mut expanded.implementations;
    implementations.extend(inherent(context, topic, of));
    if let Origin::Declared = topic.origin {
        expanded.types.extend(structure(context, topic, of));
        if !topic.is_copy() {
            let (cloned, equal) = (fields::cloned(topic), fields::equal(topic));
            let arguments = quote! {
                [] [#anonymous] []
                clone(self) { Self { #cloned } }
                eq(self, other) { #equal }
                debug(self, f) { __topics::debug(self, f) }
                hash(self, state) { __topics::hash(self, state) }
            };
            implementations.extend(call("implement_derived", &arguments));
        }
        let arguments = quote!([#anonymous] [#anonymous] [#owned]);
        implementations.extend(call("implement_serde", &arguments));
    }
    let line = line(context, topic, of, shapes);
    implementations.extend(call("implement_line", &line));
    implementations.extend(messages(topic, of));
}

fn structure(context: &Context<'_>, topic: &CheckedTopic, of: &Named) -> TokenStream {
    let (private, visibility) = (&context.private, &context.visibility);
    let docs = docs::of_topic(context.hierarchy, topic);
    let (cfg, ty) = (topic.attributes.cfg(), of.borrowed());
    let (user_docs, others) = (&topic.attributes.docs, &topic.attributes.others);
    let derives = topic.is_copy().then(|| {
        let default = topic.is_unit().then(|| quote!(#private::Default,));
        quote! {
            #[derive(
                #private::Clone, #private::Copy, #default #private::Debug,
                #private::PartialEq, #private::Eq, #private::Hash
            )]
        }
    });
    let fields = topic.parameters().map(|parameter| {
        let doc = docs::of_parameter(parameter);
        let field = &parameter.name;
        let ty = field_type(context, parameter, at(field));
        // A type of the user's has a place of its own, which messages are shown up to.
        let visibility = located_all_at(visibility, at(field));
        quote!(#[doc = #doc] #visibility #field: #ty)
    });
    let body = if topic.is_unit() {
        quote!(;)
    } else {
        quote!({ #(#fields,)* })
    };
    // A message that points at the struct points at its name.
    let declared = Tokens::new(quote!(#visibility struct #ty #body)).ends_at(at(&topic.name));
    quote! {
        #(#user_docs)*
        #docs
        #cfg
        #(#others)*
        #[allow(dead_code, clippy::struct_field_names, clippy::pub_underscore_fields)]
        #derives
        #declared
    }
}

fn field_type(context: &Context<'_>, parameter: &Placeholder, place: Span) -> Tokens {
    let krate = &context.krate;
    match &parameter.kind {
        Kind::Typed(of) => Tokens::new(of.to_token_stream()),
        Kind::Closed(closed) => Tokens::new(closed.name.to_token_stream()),
        Kind::Tail => Tokens::new(quote!(#krate::Tail<'a>)).last_at(place),
        _ => Tokens::new(quote!(#krate::Segment<'a>)).last_at(place),
    }
}

fn inherent(context: &Context<'_>, topic: &CheckedTopic, of: &Named) -> TokenStream {
    let visibility = &context.visibility;
    let method = |name: &str| Ident::new(name, at(&topic.name));
    let template_doc = format!("The template `{}`.", topic.template());
    let new = new(context, topic, of, &method("new"));
    let pattern = pattern::function(context, topic, of, &method("pattern"));
    let former = (!topic.former.is_empty()).then(|| {
        quote! {
            former { <Self as __topics::Line>::DESCRIPTION.former_templates }
            parse_with_template parse_with_template
        }
    });
    let items = quote! {
        #[doc = #template_doc]
        #visibility const TEMPLATE: __topics::Template<'static> =
            <Self as __topics::Line>::DESCRIPTION.present.template;

        #new

        #pattern
    };
    let named = (&topic.name, &topic.attributes.cfg());
    let docs = [&*docs::of_parse(topic), docs::of_into_owned(topic)];
    let described = quote!(<Self as __topics::Line>::DESCRIPTION);
    let parts = fields::shown(topic, &described, |field| quote!(&self.#field));
    let of_text = [&of.source(), &parts];
    methods(context, of, named, &items, docs, former.as_ref(), of_text)
}

/// What both the struct of a line and the enum have, beside items of their own: that it is read, that its name is
/// written, that it is freed of what it borrows, and what tells its former names. Last come the type of the text that it
/// is converted from, and what shows its parts to `visit`.
pub(super) fn methods(
    context: &Context<'_>,
    of: &Named,
    (name, cfg): (&Ident, &TokenStream),
    items: &TokenStream,
    [parse_doc, own_doc]: [&str; 2],
    former: Option<&TokenStream>,
    [text, parts]: [&TokenStream; 2],
) -> TokenStream {
    let visibility = &context.visibility;
    let (told, generics, source) = (of.told(), of.generics(), of.source());
    let parse = Ident::new("parse", at(name));
    let arguments = quote! {
        #told
        [#visibility fn] [#generics] [#source] [#text]
        items { #items }
        #parse #parse_doc #own_doc
        #former
        parts(self, visit) { #parts }
    };
    called_at(name, cfg, "implement_topic", &arguments)
}

fn new(context: &Context<'_>, topic: &CheckedTopic, of: &Named, new: &Ident) -> TokenStream {
    let (place, visibility) = (at(&topic.name), &context.visibility);
    // What is owned may be made from text of any lifetime.
    let is_any_owned = topic.parameters().any(|parameter| parameter.is_owned);
    let (borrowed, any) = (of.lifetime(), is_any_owned.then(|| quote!(<'__text>)));
    let (mut arguments, mut fields) = (Vec::new(), TokenStream::new());
    for parameter in topic.parameters() {
        let (field, name) = (&parameter.name, parameter.name.unraw().to_string());
        if !parameter.kind.is_text() {
            let ty = field_type(context, parameter, place);
            arguments.push(quote!(#field: #ty));
            fields.extend(quote!(#field,));
            continue;
        }
        let lifetime = if parameter.is_owned {
            quote!('__text)
        } else {
            borrowed.to_token_stream()
        };
        let [input, convert] = fields::text_input(parameter);
        // What is missing for a parameter is missing for what the line declares.
        let of = Tokens::new(quote!(__topics::#input<#lifetime>)).ends_at(place);
        let own = fields::own(parameter);
        arguments.push(quote!(#field: impl #of));
        let text = quote!(__topics::#input::#convert(#field));
        fields.extend(quote!(#field: __topics::text(#text, Self::TEMPLATE, #name)? #own,));
    }
    let (doc, signature, value) = if topic.has_text() {
        (
            "Builds the topic from its parameters.\n\n# Errors\n\nIf a text breaks the rules for its placeholder; the \
             error names both.",
            quote!(fn #new #any(#(#arguments),*) -> __topics::Result<Self, __topics::BuildError>),
            quote!(__topics::Ok(Self { #fields })),
        )
    } else {
        let doc = if topic.is_unit() {
            "Builds the topic."
        } else {
            "Builds the topic from its parameters."
        };
        let signature = quote!(const fn #new(#(#arguments),*) -> Self);
        (doc, signature, quote!(Self { #fields }))
    };
    let must_use = (!topic.has_text()).then(|| quote!(#[must_use]));
    let signature = Tokens::new(quote!(#visibility #signature)).ends_at(place);
    quote! {
        #[doc = #doc]
        #[inline]
        #must_use
        #signature { #value }
    }
}

/// From the value to text, and from text to the value.
fn line(context: &Context<'_>, topic: &CheckedTopic, of: &Named, shapes: &Shapes) -> TokenStream {
    let told = of.told();
    let most_segments = topic.most_segments();
    let description = description::description(topic);
    let by_another = description::owner(context, topic);
    let name = plain(&topic.name);
    let read = fields::read(topic, &quote!(#name));
    let own = if topic.borrows() {
        let fields = fields::owned(topic, |field| quote!(topic.#field));
        quote!(#name { #fields })
    } else {
        quote!(topic)
    };
    let placeholders = shapes.of(topic);
    quote! {
        #told
        placeholders [#placeholders]
        most_segments #most_segments
        description [#description]
        owner { #by_another }
        read(from) { #read }
        own(topic) { #own }
    }
}

/// What is published on the topics of a line, and what answers that.
fn messages(topic: &CheckedTopic, of: &Named) -> TokenStream {
    let cfg = topic.attributes.cfg();
    let (others, conditions) = (of.generics_with(None), of.conditions());
    let anonymous = of.anonymous();
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
        let implement = Ident::new("impl", at(&topic.name));
        Some(quote! {
            #cfg
            #implement #others __topics::#declared for #anonymous #conditions {
                #ty
            }
        })
    });
    implementations.collect()
}
