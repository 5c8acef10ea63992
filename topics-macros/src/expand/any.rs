//! The enum over all topics of a hierarchy.

use proc_macro2::{Ident, TokenStream};
use quote::quote_spanned;

use super::named::{Named, named};
use super::parser::Found;
use super::variant::{Variant, variants};
use super::{Context, docs, former, ordered, parser};
use crate::hierarchy::Origin;

/// The enum itself, where it is not the user's, and its methods.
pub(super) fn declarations(context: &Context<'_>) -> TokenStream {
    in_each_form(context, |any| {
        let mut tokens = match context.hierarchy.origin {
            Origin::Own(_) => TokenStream::new(),
            _ => any.declaration(),
        };
        tokens.extend(any.inherent());
        if any.has_foreign_templates() {
            tokens.extend(ordered::checks(any.context, &any.variants, &any.of));
        }
        tokens
    })
}

/// The traits that the enum implements, and what its methods call.
pub(super) fn implementations(context: &Context<'_>) -> TokenStream {
    in_each_form(context, |any| {
        let mut tokens = any.writing();
        tokens.extend(any.reading());
        for variant in &any.variants {
            tokens.extend(variant.operations(any.context, &any.of));
        }
        tokens.extend(any.conversions());
        tokens
    })
}

fn in_each_form(context: &Context<'_>, write: impl Fn(&Any<'_>) -> TokenStream) -> TokenStream {
    let span = context.span;
    let name = &context.hierarchy.name;
    if let Origin::Own(generics) = &context.hierarchy.origin {
        return write(&Any::new(
            context,
            Named::own(name, generics),
            TokenStream::new(),
        ));
    }
    // The enum has a lifetime if a topic with text is in it. Where every such topic may be configured
    // away, it has one only under the conditions under which one of them exists.
    let topics = &context.hierarchy.topics;
    let with_text = topics.iter().filter(|topic| topic.borrows());
    let conditions: Option<Vec<TokenStream>> = with_text
        .map(|topic| topic.attributes.condition())
        .collect();
    let form = |has_lifetime, cfg| write(&Any::new(context, Named::plain(name, has_lifetime), cfg));
    match conditions.as_deref() {
        None => form(true, TokenStream::new()),
        Some([]) => form(false, TokenStream::new()),
        Some(conditions) => {
            let one_exists = quote_spanned!(span=> any(#(#conditions),*));
            let with = form(true, quote_spanned!(span=> #[cfg(#one_exists)]));
            let without = form(false, quote_spanned!(span=> #[cfg(not(#one_exists))]));
            quote_spanned!(span=> #with #without)
        }
    }
}

/// What reads the names of a hierarchy's topics.
pub(super) struct Parser {
    /// The body of `parse`.
    pub(super) parse: TokenStream,
    /// The body of `parse_with_template`.
    pub(super) parse_with_template: TokenStream,
    /// What these call.
    pub(super) functions: TokenStream,
}

/// The enum, in one of its two forms.
struct Any<'c> {
    context: &'c Context<'c>,
    name: &'c Ident,
    /// What chooses the form, if there is a choice.
    cfg: TokenStream,
    of: Named<'c>,
    /// The attributes of each `impl`.
    attributes: TokenStream,
    variants: Vec<Variant<'c>>,
    /// Under which conditions each variant exists.
    cfgs: Vec<TokenStream>,
}

impl<'c> Any<'c> {
    fn new(context: &'c Context<'c>, of: Named<'c>, cfg: TokenStream) -> Self {
        let span = context.span;
        let hierarchy = context.hierarchy;
        let header_cfg = hierarchy.attributes.cfg();
        let variants = variants(context);
        Self {
            context,
            name: &hierarchy.name,
            of,
            attributes: quote_spanned!(span=> #cfg #header_cfg),
            cfg,
            cfgs: variants.iter().map(|variant| variant.cfg.clone()).collect(),
            variants,
        }
    }

    fn has_foreign_templates(&self) -> bool {
        !self.context.hierarchy.wrapped.is_empty()
    }

    /// The arm of the variants that were reported, so that nothing else is said of them.
    fn rest(&self) -> Option<TokenStream> {
        let span = self.context.span;
        let hierarchy = self.context.hierarchy;
        let is_own = matches!(hierarchy.origin, Origin::Own(_));
        (is_own && !hierarchy.is_whole).then(|| quote_spanned!(span=> _ => loop {},))
    }

    fn declaration(&self) -> TokenStream {
        let span = self.context.span;
        let Context {
            private,
            visibility,
            hierarchy,
            ..
        } = self.context;
        let (cfg, cfgs, ty) = (&self.cfg, &self.cfgs, self.of.borrowed());
        let user_docs = &hierarchy.attributes.docs;
        let header_cfg = hierarchy.attributes.cfg();
        let others = &hierarchy.attributes.others;
        let docs = docs::of_hierarchy(hierarchy);
        let variants = hierarchy.topics.iter().map(|topic| {
            let (doc, name) = (docs::of_variant(topic), &topic.name);
            let ty = named(self.context, topic).borrowed();
            quote_spanned!(span=> #[doc = #doc] #name(#ty))
        });
        quote_spanned! {span=>
            #(#user_docs)*
            #docs
            #cfg
            #header_cfg
            #(#others)*
            #[allow(dead_code, deprecated, clippy::enum_variant_names)]
            #[derive(
                #private::Clone, #private::Debug,
                #private::PartialEq, #private::Eq, #private::Hash
            )]
            #visibility enum #ty {
                #(#cfgs #variants,)*
            }
        }
    }

    fn inherent(&self) -> TokenStream {
        let span = self.context.span;
        let Context {
            krate,
            private,
            visibility,
            ..
        } = self.context;
        let Self {
            attributes,
            variants,
            cfgs,
            ..
        } = self;
        let (generics, ty) = (self.of.generics(), self.of.borrowed());
        let (owned, source) = (self.of.owned(), self.of.source(private));
        let Parser {
            parse,
            parse_with_template,
            functions,
        } = self.parser();
        let former = if self.has_foreign_templates() {
            ordered::former(self.context, &self.of)
        } else {
            let former = self.former();
            quote_spanned!(span=> &[#(#former)*])
        };
        let templates: Vec<TokenStream> = variants
            .iter()
            .map(|variant| variant.template(self.context))
            .collect();
        let is_own = matches!(self.context.hierarchy.origin, Origin::Own(_));
        let cost = if is_own && !self.of.has_lifetime() {
            " Where several templates match, the most specific one is taken. Copies the parameters that \
             are text."
        } else {
            " Where several templates match, the most specific one is taken. Borrows from the text and \
             does not allocate."
        };
        let ignoring = variants.iter().map(Variant::ignoring);
        let owning = variants
            .iter()
            .map(|variant| variant.owning(self.context, self.name));
        let rest = self.rest();
        let allowed = self.context.allowed;
        quote_spanned! {span=>
            #attributes
            #allowed
            impl #generics #ty {
                /// All templates, in the order they were declared.
                #visibility const TEMPLATES: &'static [#krate::Template<'static>] = &[
                    #(#cfgs #templates,)*
                ];

                #[doc(hidden)]
                #visibility const HIERARCHY: #private::HierarchyOf<#owned> = #private::HierarchyOf::new();

                /// The templates that lines had before, in the order of the lines: `parse` reads these names
                /// too.
                #visibility const FORMER: &'static [#krate::Template<'static>] = #former;

                /// Reads the name of a topic.
                ///
                #[doc = #cost]
                ///
                /// # Errors
                ///
                /// If the text is no topic, if no template matches it, or if one would but for a
                /// parameter that the type of its placeholder refuses.
                #visibility fn parse(text: #source) -> #private::Result<Self, #krate::ParseError> {
                    #parse
                }

                /// Reads the name of a topic, and tells which template it is of: that of the topic, or one
                /// that the topic had before.
                ///
                /// # Errors
                ///
                /// As [`parse`](Self::parse) has.
                #visibility fn parse_with_template(
                    text: #source,
                ) -> #private::Result<(Self, #krate::Template<'static>), #krate::ParseError> {
                    #parse_with_template
                }

                #functions

                /// The template of the topic.
                #[must_use]
                #visibility fn template(&self) -> #krate::Template<'static> {
                    match *self {
                        #(#cfgs #ignoring => #templates,)*
                        #rest
                    }
                }

                /// The same topic, free of what it borrows; allocates for each text that was borrowed.
                #[must_use]
                #visibility fn into_owned(self) -> #owned {
                    match self {
                        #(#cfgs #owning,)*
                        #rest
                    }
                }
            }
        }
    }

    /// The bodies of the functions that read a name.
    fn parser(&self) -> Parser {
        let (span, private) = (self.context.span, &self.context.private);
        if self.has_foreign_templates() {
            return ordered::expand(self.context, &self.variants, &self.of);
        }
        let found = if self.context.hierarchy.has_former_names() {
            Found::TopicAndTemplate
        } else {
            Found::Topic
        };
        let (body, functions) = parser::expand(self.context, &self.variants, &self.of, found);
        match found {
            Found::Topic => Parser {
                parse: body,
                parse_with_template: quote_spanned! {span=>
                    let __topic = Self::parse(text)?;
                    let __template = Self::template(&__topic);
                    #private::Ok((__topic, __template))
                },
                functions,
            },
            Found::TopicAndTemplate => Parser {
                parse: quote_spanned!(span=> #private::Ok(Self::parse_with_template(text)?.0)),
                parse_with_template: body,
                functions,
            },
        }
    }

    /// The former templates, each with its comma and the condition of its line.
    fn former(&self) -> Vec<TokenStream> {
        let span = self.context.span;
        let topics = self.context.hierarchy.topics.iter();
        let former = topics.flat_map(|topic| {
            let cfg = topic.attributes.cfg();
            topic.former.iter().map(move |former| {
                let template = former::template(self.context, former);
                quote_spanned!(span=> #cfg #template,)
            })
        });
        former.collect()
    }

    /// The names of the lines that are read first, if there may be any.
    fn first(&self) -> Option<TokenStream> {
        if self.has_foreign_templates() {
            return Some(ordered::first(self.context, &self.of));
        }
        let span = self.context.span;
        let krate = &self.context.krate;
        let topics = self.context.hierarchy.topics.iter();
        let first = topics.filter(|topic| topic.attributes.is_first);
        let names = first.flat_map(|topic| {
            let cfg = topic.attributes.cfg();
            let text = topic.template();
            let text = text.as_str();
            let present = quote_spanned!(span=> #krate::Template::from_checked(#text));
            let former = topic.former.iter();
            let former = former.map(|former| former::template(self.context, former));
            let names = std::iter::once(present).chain(former);
            names
                .map(|name| quote_spanned!(span=> #cfg #name,))
                .collect::<Vec<_>>()
        });
        let names: Vec<TokenStream> = names.collect();
        (!names.is_empty()).then(|| quote_spanned!(span=> &[#(#names)*]))
    }

    /// The method that returns the former names, if there may be any.
    fn former_names(&self) -> TokenStream {
        if !self.context.hierarchy.has_former_names() && !self.has_foreign_templates() {
            return TokenStream::new();
        }
        let span = self.context.span;
        let Context { krate, private, .. } = self.context;
        let (cfgs, rest) = (&self.cfgs, self.rest());
        let variants = self.variants.iter();
        let names = variants.map(|variant| variant.former_names(self.context));
        quote_spanned! {span=>
            fn earlier_names(&self) -> #private::Vec<#krate::TopicName<'static>> {
                match *self {
                    #(#cfgs #names,)*
                    #rest
                }
            }
        }
    }

    fn writing(&self) -> TokenStream {
        let span = self.context.span;
        let Context { krate, private, .. } = self.context;
        let Self {
            attributes, cfgs, ..
        } = self;
        let anonymous = self.of.anonymous();
        let writing = self
            .variants
            .iter()
            .map(|variant| variant.writing(self.context));
        let rest = self.rest();
        let former_names = self.former_names();
        quote_spanned! {span=>
            #attributes
            #[doc(hidden)]
            impl #private::Parts for #anonymous {
                fn declared_by(&self) -> #krate::Template<'static> {
                    Self::template(self)
                }

                #[inline]
                fn write_parts<__W: #private::Write>(
                    &self,
                    __out: &mut __W,
                ) -> #private::fmt::Result {
                    match *self {
                        #(#cfgs #writing,)*
                        #rest
                    }
                }

                #former_names
            }

            #attributes
            impl #private::Display for #anonymous {
                fn fmt(&self, __f: &mut #private::Formatter<'_>) -> #private::fmt::Result {
                    #private::display(self, __f)
                }
            }
        }
    }

    /// Names each associated type in full: a topic may be called `Error`, and then `Self::Error` would be
    /// that variant.
    fn reading(&self) -> TokenStream {
        let span = self.context.span;
        let Context { krate, private, .. } = self.context;
        let attributes = &self.attributes;
        let (name, ty, of_a) = (self.name, self.of.borrowed(), self.of.of_a());
        let (anonymous, owned) = (self.of.anonymous(), self.of.owned());
        let (generics, lifetime) = (self.of.generics_with_lifetime(), self.of.lifetime());
        let first = self.first();
        let first = first.map(|first| {
            quote_spanned!(span=> const FIRST: &'static [#krate::Template<'static>] = #first;)
        });
        quote_spanned! {span=>
            #attributes
            impl #krate::ParseTopic for #anonymous {
                type Of<'a> = #of_a;

                fn parse_from(__text: &#private::str) -> #private::Result<#anonymous, #krate::ParseError> {
                    #name::parse(__text)
                }
            }

            #attributes
            impl #krate::Hierarchy for #anonymous {
                const TEMPLATES: &'static [#krate::Template<'static>] = Self::TEMPLATES;
                const FORMER: &'static [#krate::Template<'static>] = Self::FORMER;
                #first
            }

            #attributes
            impl #generics #private::TryFrom<&#lifetime #private::str> for #ty {
                type Error = #krate::ParseError;

                fn try_from(__text: &#lifetime #private::str) -> #private::Result<Self, #krate::ParseError> {
                    Self::parse(__text)
                }
            }

            #attributes
            impl #private::FromStr for #owned {
                type Err = #krate::ParseError;

                fn from_str(__text: &#private::str) -> #private::Result<Self, #krate::ParseError> {
                    #private::Ok(#name::parse(__text)?.into_owned())
                }
            }
        }
    }

    fn conversions(&self) -> TokenStream {
        let span = self.context.span;
        let cfg = &self.cfg;
        let conversions = self.variants.iter().filter_map(|variant| {
            let conversion = variant.conversion(self.context, &self.of);
            (!conversion.is_empty()).then(|| quote_spanned!(span=> #cfg #conversion))
        });
        conversions.collect()
    }
}
