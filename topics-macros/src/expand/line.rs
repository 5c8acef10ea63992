//! The struct of a line, and what it does.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens as _, quote, quote_spanned};
use syn::ext::IdentExt as _;
use syn::spanned::Spanned as _;

use super::fields::Told;
use super::named::{Named, lifetime, named};
use super::pattern;
use super::tokens::Tokens;
use super::{
    Context, Expanded, at, called_at, description, docs, fields, located_all_at, plain, serde,
};
use crate::analysis::CheckedTopic;
use crate::hierarchy::{Kind, Origin, Placeholder};

pub(super) fn expand(
    context: &Context<'_>,
    topic: &CheckedTopic,
    placeholders: &TokenStream,
    expanded: &mut Expanded,
) {
    // A variant with a template of its own has no struct; what the enum does is in `variant`.
    if let Origin::Variant(_) = topic.origin {
        return;
    }
    let of = &named(context, topic);
    let (name, cfg) = (&topic.name, topic.attributes.cfg());
    let implementations = &mut expanded.implementations;
    let line = line(context, topic, of, placeholders);
    implementations.extend(called_at(name, &cfg, "implement_line", &line));
    if let Origin::Declared = topic.origin {
        let (anonymous, owned) = (of.anonymous(), of.owned());
        let arguments = quote!([#anonymous] [#anonymous] [#owned]);
        implementations.extend(serde(name, &cfg, &arguments));
        expanded.types.extend(structure(context, topic, of));
    }
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

/// What its macro is told of a line.
fn line(
    context: &Context<'_>,
    topic: &CheckedTopic,
    of: &Named,
    placeholders: &TokenStream,
) -> TokenStream {
    let (place, visibility, name) = (at(&topic.name), &context.visibility, plain(&topic.name));
    let fields = fields::list(topic, |parameter| Told {
        said: parameter.name.unraw().to_string(),
        // What is owned may be made from text of any lifetime.
        lifetime: if parameter.is_owned {
            lifetime("'__text")
        } else {
            of.lifetime()
        },
        // What is missing for a parameter is missing for what the line declares.
        place,
    });
    let (told, generics, source) = (of.told(), of.generics(), of.source());
    let template_doc = format!("The template `{}`.", topic.template());
    let [parse, pattern] = ["parse", "pattern"].map(|name| Ident::new(name, place));
    let new = new(context, topic);
    let [before_pattern, pattern_of] = pattern::function(context, topic, of, &pattern);
    let pattern = topic.pattern_name(&context.hierarchy.name);
    let text = topic.template().pattern();
    let text = text.as_str();
    let (parse_doc, own_doc) = (docs::of_parse(topic), docs::of_into_owned(topic));
    let former = (!topic.former.is_empty()).then(|| {
        quote! {[
            former { <Self as __topics::Line>::DESCRIPTION.former_templates }
            parse_with_template parse_with_template
        ]}
    });
    let most_segments = topic.most_segments();
    let description = description::description(topic);
    let by_another = description::owner(context, topic);
    let is_derived = matches!(topic.origin, Origin::Declared) && !topic.is_copy();
    let derived = (!is_derived).then(|| quote!(#[cfg(any())]));
    let borrows = if topic.borrows() {
        quote!(all())
    } else {
        quote!(any())
    };
    quote! {
        #told
        fields #fields
        derived [#derived]
        borrows [#borrows]
        [#visibility fn] [#generics] [#source]
        #name #template_doc
        new #new
        pattern [#before_pattern] [#pattern_of] #pattern #text
        #parse #parse_doc #own_doc
        #former
        placeholders [#placeholders]
        most_segments #most_segments
        description [#description]
        owner { #by_another }
    }
}

/// The function that builds a topic: what stands before its parameters, what it returns, and what the topic is put in.
fn new(context: &Context<'_>, topic: &CheckedTopic) -> TokenStream {
    let (place, visibility) = (at(&topic.name), &context.visibility);
    let (doc, new) = (docs::of_new(topic), Ident::new("new", place));
    let (before, output, put_in) = if topic.has_text() {
        let is_any_owned = topic.parameters().any(|parameter| parameter.is_owned);
        let any = is_any_owned.then(|| quote!(<'__text>));
        let output = quote!(__topics::Result<Self, __topics::BuildError>);
        (quote!(fn #new #any), output, quote!(__topics::Ok))
    } else {
        (quote!(const fn #new), quote!(Self), TokenStream::new())
    };
    let must_use = put_in.is_empty().then(|| quote!(#[must_use]));
    // What is private in it is said of the line.
    let before = Tokens::new(quote!(#visibility #before)).ends_at(place);
    let output = Tokens::new(output).last_at(place);
    quote!([#[doc = #doc] #[inline] #must_use #before] [#output] [#put_in])
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
