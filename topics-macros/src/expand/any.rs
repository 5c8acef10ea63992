//! The enum over all topics of a hierarchy.

use proc_macro2::TokenStream;
use quote::quote_spanned;
use syn::Ident;

use super::{Context, Lifetimed, docs, impl_attributes, lifetimed, parser};

pub(super) fn expand(context: &Context<'_>) -> TokenStream {
    let span = context.span;
    // The enum has a lifetime if a topic with text is in it. Where every such topic may be configured
    // away, it has one only under the conditions under which one of them exists.
    let topics = &context.hierarchy.topics;
    let with_text = topics.iter().filter(|topic| topic.has_text());
    let conditions: Option<Vec<TokenStream>> = with_text
        .map(|topic| topic.attributes.condition())
        .collect();
    match conditions.as_deref() {
        None => Any::new(context, true, TokenStream::new()).expand(),
        Some([]) => Any::new(context, false, TokenStream::new()).expand(),
        Some(conditions) => {
            let one_exists = quote_spanned!(span=> any(#(#conditions),*));
            let with = Any::new(context, true, quote_spanned!(span=> #[cfg(#one_exists)])).expand();
            let without = Any::new(
                context,
                false,
                quote_spanned!(span=> #[cfg(not(#one_exists))]),
            )
            .expand();
            quote_spanned!(span=> #with #without)
        }
    }
}

/// The enum, in one of its two forms.
struct Any<'c> {
    context: &'c Context<'c>,
    /// What chooses the form, if there is a choice.
    cfg: TokenStream,
    of: Lifetimed<'c>,
    /// The attributes of each `impl`.
    attributes: TokenStream,
    /// The topics' types, and under which conditions they exist.
    names: Vec<&'c Ident>,
    cfgs: Vec<TokenStream>,
}

impl<'c> Any<'c> {
    fn new(context: &'c Context<'c>, has_lifetime: bool, cfg: TokenStream) -> Self {
        let span = context.span;
        let hierarchy = context.hierarchy;
        let attributes = impl_attributes(&hierarchy.attributes);
        let topics = &hierarchy.topics;
        Self {
            context,
            of: Lifetimed {
                name: &hierarchy.name,
                has_lifetime,
            },
            // Without topics there is no value, and nothing that is done with one is ever reached.
            attributes: quote_spanned!(span=> #cfg #attributes #[allow(unreachable_code)]),
            cfg,
            names: topics.iter().map(|topic| &topic.name).collect(),
            cfgs: topics.iter().map(|topic| topic.attributes.cfg()).collect(),
        }
    }

    fn expand(&self) -> TokenStream {
        let mut tokens = self.declaration();
        tokens.extend(self.inherent());
        tokens.extend(self.writing());
        tokens.extend(self.reading());
        tokens.extend(self.conversions());
        tokens
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
            let ty = lifetimed(topic).borrowed();
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
            names,
            cfgs,
            ..
        } = self;
        let (generics, ty, name) = (self.of.generics(), self.of.borrowed(), self.of.name);
        let (owned, source) = (self.of.owned(), self.of.source(private));
        let parser = parser::expand(self.context);
        quote_spanned! {span=>
            #attributes
            impl #generics #ty {
                /// All templates, in the order they were declared.
                #visibility const TEMPLATES: &'static [#krate::Template<'static>] = &[
                    #(#cfgs #names::TEMPLATE,)*
                ];

                #[doc(hidden)]
                #visibility const HIERARCHY: #private::HierarchyOf<#owned> = #private::HierarchyOf::new();

                /// Reads the name of a topic.
                ///
                /// Where several templates match, the most specific one is taken. Borrows from the text
                /// and does not allocate.
                ///
                /// # Errors
                ///
                /// If the text is no topic, if no template matches it, or if one would but for a
                /// parameter that the type of its placeholder refuses.
                #visibility fn parse(text: #source) -> #private::Result<Self, #krate::ParseError> {
                    #parser
                }

                /// The template of the topic.
                #[must_use]
                #visibility fn template(&self) -> #krate::Template<'static> {
                    match *self {
                        #(#cfgs Self::#names(_) => #names::TEMPLATE,)*
                    }
                }

                /// The same topic, free of what it borrows; allocates for each text that was borrowed.
                #[must_use]
                #visibility fn into_owned(self) -> #owned {
                    match self {
                        #(#cfgs Self::#names(topic) => #name::#names(topic.into_owned()),)*
                    }
                }
            }
        }
    }

    fn writing(&self) -> TokenStream {
        let span = self.context.span;
        let Context { krate, private, .. } = self.context;
        let Self {
            attributes,
            names,
            cfgs,
            ..
        } = self;
        let anonymous = self.of.anonymous();
        quote_spanned! {span=>
            #attributes
            #[doc(hidden)]
            impl #private::Parts for #anonymous {
                #[allow(unused_variables)]
                fn write_parts<W: #private::Write>(&self, out: &mut W) -> #private::FmtResult {
                    match *self {
                        #(#cfgs Self::#names(ref topic) => #private::Parts::write_parts(topic, out),)*
                    }
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
                    Self::template(self)
                }

                fn write_to(&self, out: &mut #private::String) {
                    #private::write_to(self, out);
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
        let (name, ty) = (self.of.name, self.of.borrowed());
        let (anonymous, owned) = (self.of.anonymous(), self.of.owned());
        quote_spanned! {span=>
            #attributes
            impl #krate::Hierarchy for #anonymous {
                const TEMPLATES: &'static [#krate::Template<'static>] = Self::TEMPLATES;
                type Of<'a> = #ty;

                fn parse_from(text: &#private::str) -> #private::Result<#anonymous, #krate::ParseError> {
                    #name::parse(text)
                }
            }

            #attributes
            impl<'a> #private::TryFrom<&'a #private::str> for #ty {
                type Error = #krate::ParseError;

                fn try_from(text: &'a #private::str) -> #private::Result<Self, #krate::ParseError> {
                    Self::parse(text)
                }
            }

            #attributes
            impl #private::FromStr for #owned {
                type Err = #krate::ParseError;

                fn from_str(text: &#private::str) -> #private::Result<Self, #krate::ParseError> {
                    #private::Ok(#name::parse(text)?.into_owned())
                }
            }
        }
    }

    fn conversions(&self) -> TokenStream {
        let span = self.context.span;
        let private = &self.context.private;
        let (cfg, generics, ty) = (&self.cfg, self.of.generics(), self.of.borrowed());
        let topics = self.context.hierarchy.topics.iter();
        let conversions = topics.map(|topic| {
            let attributes = impl_attributes(&topic.attributes);
            let (name, inner) = (&topic.name, lifetimed(topic).borrowed());
            quote_spanned! {span=>
                #cfg
                #attributes
                impl #generics #private::From<#inner> for #ty {
                    fn from(topic: #inner) -> Self {
                        Self::#name(topic)
                    }
                }
            }
        });
        conversions.collect()
    }
}
