//! The struct of a line, and what it does.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens as _, quote, quote_spanned};
use syn::ext::IdentExt as _;
use syn::spanned::Spanned as _;

use super::named::{Named, named};
use super::pattern::Shapes;
use super::{
    Context, Expanded, at, description, docs, ends_at, fields, last_at, located_all_at, located_at,
    path::Path, pattern,
};
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
        let call = quote!(#serde! { [#anonymous] [#anonymous] [#owned] });
        let call = ends_at(at(&topic.name), call);
        implementations.extend(quote!(#cfg #call));
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
        let ty = field_type(context, parameter, at(field));
        // A type of the user's has a place of its own, which messages are shown up to.
        let visibility = located_all_at(&context.visibility, at(field));
        quote!(#[doc = #doc] #visibility #field: #ty)
    });
    let body = if topic.is_unit() {
        quote!(;)
    } else {
        quote!({ #(#fields,)* })
    };
    let visibility = &context.visibility;
    // A message that points at the struct points at its name.
    let declared = ends_at(at(&topic.name), quote!(#visibility struct #ty #body));
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

fn field_type(context: &Context<'_>, parameter: &Parameter, place: Span) -> TokenStream {
    let krate = &context.krate;
    match &parameter.kind {
        Kind::Plain => last_at(place, quote!(#krate::Segment<'a>)),
        Kind::Tail => last_at(place, quote!(#krate::Tail<'a>)),
        Kind::Typed(of) => of.to_token_stream(),
        Kind::Closed(closed) => closed.name.to_token_stream(),
    }
}

fn inherent(context: &Context<'_>, topic: &CheckedTopic, of: &Named) -> TokenStream {
    let (private, visibility) = (&context.private, &context.visibility);
    let cfg = topic.attributes.cfg();
    let (generics, ty, owned, source) =
        (of.generics(), of.borrowed(), of.owned(), of.source(private));
    let conditions = of.conditions();
    let method = |name: &str| Ident::new(name, at(&topic.name));
    let (parse, pattern_name) = (method("parse"), method("pattern"));
    let parse = quote! {
        #visibility fn #parse(text: #source) -> #private::Result<Self, #private::ParseError>
    };
    let parse = ends_at(at(&topic.name), parse);
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
            #parse {
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
fn former(context: &Context<'_>, topic: &CheckedTopic, of: &Named) -> TokenStream {
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

fn new(context: &Context<'_>, topic: &CheckedTopic, of: &Named, new: &Ident) -> TokenStream {
    let place = at(&topic.name);
    let (private, visibility) = (&context.private, &context.visibility);
    // What is missing for a parameter is missing for what the line declares.
    let bound = |of| {
        let of = ends_at(place, of);
        quote!(impl #of)
    };
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
            Kind::Plain => bound(quote!(#private::IntoSegment<#lifetime>)),
            Kind::Tail => bound(quote!(#private::IntoTail<#lifetime>)),
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
        let signature = quote! {
            #visibility fn #new #any(#(#arguments),*) -> #private::Result<Self, #private::BuildError>
        };
        let signature = ends_at(place, signature);
        return quote! {
            #[doc = #doc]
            #[inline]
            #signature {
                #private::Ok(Self { #(#fields,)* })
            }
        };
    }
    let doc = if topic.is_unit() {
        "Builds the topic."
    } else {
        "Builds the topic from its parameters."
    };
    let signature = quote!(#visibility const fn #new(#(#arguments),*) -> Self);
    let signature = ends_at(place, signature);
    quote! {
        #[doc = #doc]
        #[inline]
        #[must_use]
        #signature {
            Self { #(#fields,)* }
        }
    }
}

/// What a struct with text or with a value of the user's implements, which others derive.
fn derived(context: &Context<'_>, topic: &CheckedTopic, of: &Named) -> TokenStream {
    let cfg = topic.attributes.cfg();
    let anonymous = of.anonymous();
    let (cloned, equal) = (
        fields::cloned(context, topic),
        fields::equal(context, topic),
    );
    let implement = runtime_macro("implement_derived", &topic.name);
    let call = quote! {
        #implement! {
            [#anonymous] debug hash
            clone(self) { Self { #cloned } }
            eq(self, other) { #equal }
        }
    };
    let call = ends_at(at(&topic.name), call);
    quote!(#cfg #call)
}

/// A macro of the runtime, whose errors are shown at a name; so all of its path has to be there.
pub(super) fn runtime_macro(name: &str, at: &Ident) -> Path {
    let place = super::at(at);
    Path::name("__topics", place).join(name, place)
}

/// From the value to text, and from text to the value.
fn line(context: &Context<'_>, topic: &CheckedTopic, of: &Named, shapes: &Shapes) -> TokenStream {
    let cfg = topic.attributes.cfg();
    let (others, anonymous) = (of.generics_without_lifetime(), of.anonymous());
    let (generics, borrowed, lifetime) =
        (of.generics_with_lifetime(), of.borrowed(), of.lifetime());
    let (of_a, owned, conditions) = (of.of_a(), of.owned(), of.conditions());
    let most_segments = topic.most_segments();
    let description = description::description(context, topic);
    let by_another = description::owner(context, topic);
    let name = located_at(&topic.name, Span::call_site());
    let parts = fields::shown(
        context,
        topic,
        &quote!(<Self as __topics::Line>::DESCRIPTION),
        |field| quote!(&self.#field),
    );
    let read = fields::read(context, topic, &quote!(#name));
    let own = if topic.borrows() {
        let fields = fields::owned(topic, |field| quote!(topic.#field));
        quote!(#name { #fields })
    } else {
        quote!(topic)
    };
    let placeholders = shapes.of(topic);
    let implement = runtime_macro("implement_line", &topic.name);
    let call = quote! {
        #implement! {
            [#others] [#anonymous] [#conditions]
            [#generics] [#borrowed] [#lifetime]
            of_a [#of_a]
            owned [#owned]
            placeholders [#placeholders]
            most_segments #most_segments
            description [#description]
            owner { #by_another }
            parts(self, visit) { #parts }
            read(from) { #read }
            own(topic) { #own }
        }
    };
    let call = ends_at(at(&topic.name), call);
    quote!(#cfg #call)
}

/// What is published on the topics of a line, and what answers that.
fn messages(context: &Context<'_>, topic: &CheckedTopic, of: &Named) -> TokenStream {
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
        let implement = Ident::new("impl", at(&topic.name));
        Some(quote! {
            #cfg
            #implement #others #private::#declared for #anonymous #conditions {
                #ty
            }
        })
    });
    implementations.collect()
}
