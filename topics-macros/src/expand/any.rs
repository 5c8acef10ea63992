//! The enum over all topics of a hierarchy.

use proc_macro2::{Ident, TokenStream};
use quote::quote_spanned;

use super::named::{Named, named};
use super::parser::Found;
use super::variant::{Variant, variants};
use super::{Context, docs, former, impl_attributes, ordered, parser};
use crate::hierarchy::Origin;

pub(super) fn expand(context: &Context<'_>) -> TokenStream {
    let span = context.span;
    let name = &context.hierarchy.name;
    if let Origin::Own(generics) = &context.hierarchy.origin {
        return Any::new(context, Named::own(name, generics), TokenStream::new()).expand();
    }
    // The enum has a lifetime if a topic with text is in it. Where every such topic may be configured
    // away, it has one only under the conditions under which one of them exists.
    let topics = &context.hierarchy.topics;
    let with_text = topics.iter().filter(|topic| topic.borrows());
    let conditions: Option<Vec<TokenStream>> = with_text
        .map(|topic| topic.attributes.condition())
        .collect();
    let form = |has_lifetime, cfg| {
        let any = Any::new(context, Named::plain(name, has_lifetime), cfg);
        let declaration = any.declaration();
        let rest = any.expand();
        quote_spanned!(span=> #declaration #rest)
    };
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
        let attributes = impl_attributes(&hierarchy.attributes);
        let variants = variants(context);
        Self {
            context,
            name: &hierarchy.name,
            of,
            // Without topics there is no value, and nothing that is done with one is ever reached.
            attributes: quote_spanned!(span=> #cfg #attributes #[allow(unreachable_code)]),
            cfg,
            cfgs: variants.iter().map(|variant| variant.cfg.clone()).collect(),
            variants,
        }
    }

    /// Everything but the declaration.
    fn expand(&self) -> TokenStream {
        let mut tokens = self.inherent();
        tokens.extend(self.writing());
        tokens.extend(self.reading());
        for variant in &self.variants {
            tokens.extend(variant.operations(self.context, &self.of));
        }
        tokens.extend(self.conversions());
        if self.has_foreign_templates() {
            tokens.extend(ordered::checks(self.context, &self.variants, &self.of));
        }
        tokens
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
        let has_former_names = self.context.hierarchy.has_former_names();
        let parser = if self.has_foreign_templates() {
            ordered::expand(self.context, variants, &self.of)
        } else if has_former_names {
            quote_spanned!(span=> #private::Ok(Self::parse_with_template(text)?.0))
        } else {
            parser::expand(self.context, variants, Found::Topic)
        };
        let parser_with_template = if has_former_names {
            parser::expand(self.context, variants, Found::TopicAndTemplate)
        } else {
            quote_spanned! {span=>
                let topic = Self::parse(text)?;
                let template = Self::template(&topic);
                #private::Ok((topic, template))
            }
        };
        let former = self.former();
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
        quote_spanned! {span=>
            #attributes
            impl #generics #ty {
                /// All templates, in the order they were declared.
                #visibility const TEMPLATES: &'static [#krate::Template<'static>] = &[
                    #(#cfgs #templates,)*
                ];

                #[doc(hidden)]
                #visibility const HIERARCHY: #private::HierarchyOf<#owned> = #private::HierarchyOf::new();

                /// The templates that lines had before, in the order of the lines: `parse` reads these names
                /// too.
                #visibility const FORMER: &'static [#krate::Template<'static>] = &[#(#former)*];

                /// Reads the name of a topic.
                ///
                #[doc = #cost]
                ///
                /// # Errors
                ///
                /// If the text is no topic, if no template matches it, or if one would but for a
                /// parameter that the type of its placeholder refuses.
                #visibility fn parse(text: #source) -> #private::Result<Self, #krate::ParseError> {
                    #parser
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
                    #parser_with_template
                }

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

    /// The method of `Topic` that returns the former names, if there may be any.
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
            fn former_names(&self) -> #private::Vec<#krate::TopicName<'static>> {
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
                #[allow(unused_variables)]
                fn write_parts<__W: #private::Write>(
                    &self,
                    out: &mut __W,
                ) -> #private::FmtResult {
                    match *self {
                        #(#cfgs #writing,)*
                        #rest
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
            #[doc(hidden)]
            impl #private::Sealed for #anonymous {}

            #attributes
            impl #krate::Topic for #anonymous {
                fn template(&self) -> #krate::Template<'static> {
                    Self::template(self)
                }

                fn write_to(&self, out: &mut #private::String) {
                    #private::write_to(self, out);
                }

                #former_names
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
        quote_spanned! {span=>
            #attributes
            impl #krate::Hierarchy for #anonymous {
                const TEMPLATES: &'static [#krate::Template<'static>] = Self::TEMPLATES;
                const FORMER: &'static [#krate::Template<'static>] = Self::FORMER;
                type Of<'a> = #of_a;

                fn parse_from(text: &#private::str) -> #private::Result<#anonymous, #krate::ParseError> {
                    #name::parse(text)
                }
            }

            #attributes
            impl #generics #private::TryFrom<&#lifetime #private::str> for #ty {
                type Error = #krate::ParseError;

                fn try_from(text: &#lifetime #private::str) -> #private::Result<Self, #krate::ParseError> {
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
        let cfg = &self.cfg;
        let conversions = self.variants.iter().filter_map(|variant| {
            let conversion = variant.conversion(self.context, &self.of);
            (!conversion.is_empty()).then(|| quote_spanned!(span=> #cfg #conversion))
        });
        conversions.collect()
    }
}
