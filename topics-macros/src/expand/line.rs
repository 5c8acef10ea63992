//! The struct of a line, and what it does.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens as _, quote, quote_spanned};
use syn::spanned::Spanned as _;

use super::fields::{self, Field};
use super::named::{Header, Named, lifetime, named};
use super::pattern;
use super::tokens::Tokens;
use super::topic::{OfTopic, derived};
use super::{Context, Expanded, at, description, docs, located_all_at, plain, serde};
use crate::analysis::CheckedTopic;
use crate::here::{self, code, here};
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
    let line = Line {
        context,
        topic,
        of,
        header: of.in_header(),
        fields: fields::of(topic),
    };
    let mut implementations = line.as_topic();
    implementations.extend(line.as_line(placeholders));
    if let Origin::Declared = topic.origin {
        if !topic.is_copy() {
            implementations.extend(line.derived());
        }
        implementations.extend(serde(of, &line.header.anonymous));
        expanded.types.extend(structure(context, topic, of));
    }
    implementations.extend(line.messages());
    expanded.implement(&topic.attributes.cfg(), implementations);
}

fn structure(context: &Context<'_>, topic: &CheckedTopic, of: &Named) -> TokenStream {
    let (private, visibility) = (&context.private, &context.visibility);
    let docs = docs::of_topic(context.hierarchy, topic);
    let (cfg, ty) = (topic.attributes.cfg(), of.declared());
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

struct Line<'c> {
    context: &'c Context<'c>,
    topic: &'c CheckedTopic,
    of: &'c Named,
    header: Header,
    fields: Vec<Field<'c>>,
}

impl<'c> Line<'c> {
    /// Methods of its own, and what all topics have.
    fn as_topic(&self) -> TokenStream {
        let (topic, visibility) = (self.topic, &self.context.visibility);
        let template_doc = here::text(&format!("The template `{}`.", topic.template()));
        let (new, pattern) = (self.constructor(), self.pattern());
        let shown = self.fields.iter().map(|field| {
            let name = &field.name;
            field.shown(&code!(&self.#name))
        });
        let has_former = !topic.former.is_empty();
        let of = OfTopic {
            of: self.of,
            header: &self.header,
            visibility,
            items: code! {
                #[doc = #template_doc]
                #visibility const TEMPLATE: __topics::Template<'static> =
                    <Self as __topics::Line>::DESCRIPTION.present.template;

                #new

                #pattern
            },
            parse: self.defined("parse"),
            docs: [&docs::of_parse(topic), docs::of_into_owned(topic)],
            text: self.of.in_code().source(),
            former: has_former
                .then(|| code!(<Self as __topics::Line>::DESCRIPTION.former_templates)),
            has_parse_with_template: has_former,
            parts: code! {
                __topics::Visit::line(visit, <Self as __topics::Line>::DESCRIPTION) #(#shown)*
            },
        };
        of.implementations()
    }

    /// The name of a function that an editor finds from the line.
    fn defined(&self, name: &str) -> Ident {
        Ident::new(name, at(&self.topic.name))
    }

    /// The function that builds a topic.
    fn constructor(&self) -> TokenStream {
        let (topic, visibility) = (self.topic, &self.context.visibility);
        // What is missing for a parameter is missing for what the line declares, and what is private in it is said of it.
        let place = here().located_at(topic.name.span());
        let (doc, new) = (here::text(docs::of_new(topic)), self.defined("new"));
        let is_any_owned = topic.parameters().any(|parameter| parameter.is_owned);
        let any = is_any_owned.then(|| code!(<'__text>));
        let given = self.fields.iter().map(|field| {
            // What is owned may be made from text of any lifetime.
            let is_owned = field.parameter.is_owned;
            let lifetime = if is_owned {
                lifetime("'__text")
            } else {
                self.of.lifetime()
            };
            field.given(&lifetime, place)
        });
        let values = self.each(Field::made);
        let topic = code!(Self { #values });
        let (function, output, topic, must_use) = if self.topic.has_text() {
            let output = code!(__topics::Result<Self, __topics::BuildError>);
            (code!(fn), output, code!(__topics::Ok(#topic)), None)
        } else {
            (
                code!(const fn),
                code!(Self),
                topic,
                Some(code!(#[must_use])),
            )
        };
        let before = Tokens::new(code!(#visibility #function #new #any)).ends_at(place);
        let output = Tokens::new(output).last_at(place);
        code! {
            #[doc = #doc]
            #[inline]
            #must_use
            #before(#(#given),*) -> #output {
                #topic
            }
        }
    }

    fn pattern(&self) -> TokenStream {
        let line = code!(<Self as __topics::Line>::DESCRIPTION);
        pattern::function(
            self.context,
            self.topic,
            self.of,
            &self.defined("pattern"),
            &line,
        )
    }

    fn derived(&self) -> TokenStream {
        let Header {
            implement,
            others,
            anonymous,
            ..
        } = &self.header;
        let cloned = self.each(Field::cloned);
        let equal = self.fields.iter().map(Field::equal);
        let bodies = [
            &code!(Self { #cloned }),
            &code!(#(#equal)&&*),
            &code!(__topics::debug(self, f)),
            &code!(__topics::hash(self, state)),
        ];
        derived(&code!(#implement #others), &code!(#anonymous), bodies)
    }

    /// All fields with a value for each, as they stand between the braces of the struct.
    fn each(&self, value: impl Fn(&Field<'c>) -> TokenStream) -> TokenStream {
        let fields = self.fields.iter().map(|field| {
            let (name, value) = (&field.name, value(field));
            code!(#name: #value,)
        });
        fields.collect()
    }

    fn as_line(&self, placeholders: &TokenStream) -> TokenStream {
        let (topic, named) = (self.topic, self.of.in_code());
        let line = self.header.implement(&code!(__topics::Line));
        // The type that borrows for `'a`, where it is anonymous otherwise.
        let (of_a, owned) = (named.with(lifetime("'a")), named.owned());
        let name = plain(&topic.name);
        let description = description::description(topic);
        let of_another = description::owner(self.context, topic);
        let most_segments = here::number(topic.most_segments());
        let read = self.each(Field::read);
        let freed = if topic.borrows() {
            let owned = self.each(|field| {
                let name = &field.name;
                field.owned(code!(topic.#name))
            });
            code!(#name { #owned })
        } else {
            // Not taken apart, since it may implement `Drop`.
            code!(topic)
        };
        code! {
            #[doc(hidden)]
            #line {
                const DESCRIPTION: &'static __topics::Description = &#description;
                #of_another
                type Ends = [__topics::usize; #most_segments];
                type As<'a> = #of_a;
                type Placeholders = #placeholders;

                #[inline]
                fn read<'a>(from: &__topics::Source<'a, '_>) -> __topics::Result<#of_a, __topics::Refusal> {
                    __topics::Ok(#name { #read })
                }

                #[inline]
                fn own(topic: <Self as __topics::Line>::As<'_>) -> #owned {
                    #freed
                }
            }
        }
    }

    /// What is published on the topics of a line, and what answers that.
    fn messages(&self) -> TokenStream {
        let topic = self.topic;
        let of_line = [
            ("HasPayload", "Payload", &topic.payload),
            ("HasReply", "Reply", &topic.reply),
        ];
        let implementations = of_line.into_iter().filter_map(|(declared, what, of)| {
            let of = of.as_ref()?;
            // That a type is private is shown from the first token to the last.
            let place = here().located_at(of.span());
            let [declared, what] = [declared, what].map(here::name);
            let ty = quote_spanned!(place=> type #what = #of;);
            let implement = self.header.implement(&code!(__topics::#declared));
            Some(code!(#implement { #ty }))
        });
        implementations.collect()
    }
}
