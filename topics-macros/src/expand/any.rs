//! The enum over all topics of a hierarchy.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens as _, quote};

use super::has_lifetime::{HasLifetime, with_lifetime};
use super::named::{Named, named};
use super::tokens::Tokens;
use super::variant::{Variant, variants, visit, wrapped_type};
use super::{Context, Expanded, at, called_at, docs, ordered, parser, plain, serde};
use crate::hierarchy::{Origin, Topic};

/// The enum itself, where it is not the user's, and all that it does.
pub(super) fn expand(context: &Context<'_>, expanded: &mut Expanded) {
    let hierarchy = context.hierarchy;
    let name = hierarchy.name.clone();
    if let Origin::Own(generics) = &hierarchy.origin {
        let any = Any::new(context, Named::own(name, generics), &TokenStream::new());
        expanded.implementations.extend(any.implementations());
        return;
    }
    for (has_lifetime, cfg) in HasLifetime::of(hierarchy, Topic::borrows).forms() {
        let any = Any::new(context, Named::plain(name.clone(), has_lifetime), &cfg);
        expanded.types.extend(any.declaration());
        expanded.implementations.extend(any.implementations());
    }
}

/// The enum, in one of its two forms.
struct Any<'c> {
    context: &'c Context<'c>,
    name: &'c Ident,
    of: Named,
    /// The conditions under which it exists.
    cfg: TokenStream,
    /// Those of an enum of the user's.
    variants: Vec<Variant>,
    has_lifetime: HasLifetime<'c>,
    /// The arm of the variants that were reported, so that nothing else is said of them.
    rest: Option<TokenStream>,
}

impl<'c> Any<'c> {
    fn new(context: &'c Context<'c>, of: Named, form: &TokenStream) -> Self {
        let hierarchy = context.hierarchy;
        let header = hierarchy.attributes.cfg();
        let cfg = quote!(#form #header);
        let is_own = matches!(hierarchy.origin, Origin::Own(_));
        Self {
            context,
            name: &hierarchy.name,
            variants: variants(context, &of),
            of,
            cfg,
            has_lifetime: HasLifetime::of(hierarchy, Topic::borrows),
            rest: (is_own && !hierarchy.is_whole).then(|| quote!(_ => loop {},)),
        }
    }

    fn has_foreign_templates(&self) -> bool {
        !self.context.hierarchy.wrapped.is_empty()
    }

    fn declaration(&self) -> TokenStream {
        let hierarchy = self.context.hierarchy;
        let visibility = &self.context.visibility;
        let (cfg, ty) = (&self.cfg, self.of.borrowed());
        let user_docs = &hierarchy.attributes.docs;
        let others = &hierarchy.attributes.others;
        let docs = docs::of_hierarchy(hierarchy);
        let variants = hierarchy.topics.iter().map(|topic| {
            let doc = format!("`{}`", topic.template());
            let (cfg, name) = (topic.attributes.cfg(), &topic.name);
            let mut ty = named(self.context, topic).borrowed().to_token_stream();
            if self.has_lifetime.is_lent_to(topic) {
                ty = with_lifetime(&self.context.private, &ty);
            }
            quote!(#cfg #[doc = #doc] #name(#ty))
        });
        let place = at(self.name);
        let declared = Tokens::new(quote!(#visibility enum #ty { #(#variants,)* })).ends_at(place);
        quote! {
            #(#user_docs)*
            #docs
            #cfg
            #(#others)*
            #[allow(dead_code, deprecated, clippy::enum_variant_names)]
            #declared
        }
    }

    /// One arm for each variant of an enum of the user's.
    fn arms(&self, arm: impl Fn(&Variant) -> &TokenStream) -> TokenStream {
        let (arms, rest) = (self.variants.iter().map(arm), &self.rest);
        quote!(#(#arms,)* #rest)
    }

    fn implementations(&self) -> TokenStream {
        let [most_segments, find, called] = self.find();
        let (told, topic) = (self.of.told(), self.topic());
        let hierarchy = quote! {
            most_segments [#most_segments]
            find(__split, __refused) { #find }
        };
        let call =
            |of_runtime, arguments: &_| called_at(self.name, &self.cfg, of_runtime, arguments);
        if let Origin::Declared = self.context.hierarchy.origin {
            let (name, of, generics) = (plain(self.name), self.of.borrowed(), self.of.generics());
            let variants = self.context.hierarchy.topics.iter().map(|topic| {
                let (cfg, inner) = (topic.attributes.cfg(), named(self.context, topic));
                let (name, borrowed, owned) = (plain(&topic.name), inner.borrowed(), inner.owned());
                quote!([#cfg] #name [#generics] [#borrowed] [#owned],)
            });
            let arguments = quote! {
                #told
                topic { #topic }
                variants #name #of { #(#variants)* }
                hierarchy { #hierarchy }
            };
            let (implemented, serde) = (call("implement_enum", &arguments), self.serde());
            return quote!(#implemented #serde #called);
        }
        let items = self.variants.iter().map(|variant| &variant.items);
        let (shown, owning) = (self.arms(|of| &of.shown), self.arms(|of| &of.owning));
        let visit = visit();
        let arguments = quote!(#told #topic parts(self, #visit) { match *self { #shown } });
        let topic = call("implement_topic", &arguments);
        let lines = self.lines();
        let arguments =
            quote!(#told lines [#lines] #hierarchy own(topic) { match topic { #owning } });
        let hierarchy = call("implement_hierarchy", &arguments);
        quote!(#topic #hierarchy #called #(#items)*)
    }

    /// What the runtime's macro of any topic is told of it, but for its parts.
    fn topic(&self) -> TokenStream {
        let (visibility, owned) = (&self.context.visibility, self.of.owned());
        let has_former = self.has_foreign_templates() || self.context.hierarchy.has_former_names();
        let former =
            has_former.then(|| quote!(former { &*<#owned as __topics::Hierarchy>::FORMER }));
        let is_own = matches!(self.context.hierarchy.origin, Origin::Own(_));
        let cost = if is_own && !self.of.has_lifetime() {
            "Copies the parameters that are text."
        } else {
            "Borrows from the text and does not allocate."
        };
        let parse_doc = format!(
            "Parses the name of a topic.\n\nIf several templates match it, the most specific one wins. {cost}\n\n\
             # Errors\n\nIf the text is not a topic, if no template matches it, or if the type of a placeholder \
             refuses a parameter."
        );
        // A reborrow, since rustdoc would show a path, and with it names that are hidden.
        let items = quote! {
            /// The templates of all lines, in the order of the lines.
            #visibility const TEMPLATES: &'static [__topics::Template<'static>] =
                &*<#owned as __topics::Hierarchy>::TEMPLATES;

            #[doc(hidden)]
            #visibility const HIERARCHY: __topics::HierarchyOf<#owned> =
                __topics::HierarchyOf(__topics::Marker);

            /// Returns the template of the topic.
            #[inline]
            #[must_use]
            #visibility fn template(&self) -> __topics::Template<'static> {
                __topics::template(self)
            }
        };
        let (generics, source) = (self.of.generics(), self.of.source());
        let (parse, text) = (Ident::new("parse", at(self.name)), self.text());
        let own_doc = docs::COPIES;
        quote! {
            [#visibility fn] [#generics] [#source] [#text]
            items { #items }
            #parse #parse_doc #own_doc
            #former
            parse_with_template parse_with_template
        }
    }

    /// The names of the lines, where they are variants of an enum of the user's.
    fn lines(&self) -> TokenStream {
        if self.has_foreign_templates() {
            return ordered::lines(&self.variants);
        }
        let names = self.variants.iter().map(|variant| &variant.names);
        quote!(&[#(#names),*])
    }

    /// The length of the longest name, how a topic is found by its name, and what that calls.
    fn find(&self) -> [TokenStream; 3] {
        if self.has_foreign_templates() {
            let owned = self.of.owned();
            return [
                quote!({ __topics::lines::most_segments(<#owned as __topics::Member>::LINES) }),
                ordered::expand(&self.variants, &self.of),
                ordered::checks(&self.variants, &self.of),
            ];
        }
        let most_segments = self.context.hierarchy.most_segments();
        let (find, functions) = parser::expand(self.context, &self.of, &self.cfg);
        [quote!(#most_segments), find, functions]
    }

    /// The type of the text that it is converted from.
    fn text(&self) -> TokenStream {
        let text = self.of.source();
        if !self.has_foreign_templates() {
            return text;
        }
        // It depends on all types that are wrapped: if one of them is not there, that is all there is to say, and not
        // that `From` of it and `TryFrom` of a text might be in conflict.
        let wrapped = &self.context.hierarchy.wrapped;
        let (borrowed, types) = (self.of.borrowed(), wrapped.iter().map(wrapped_type));
        quote!(<#borrowed as __topics::Beside<#text, (#(#types,)*)>>::Itself)
    }

    fn serde(&self) -> Option<TokenStream> {
        let (anonymous, owned) = (self.of.anonymous(), self.of.owned());
        // An enum with a lent lifetime is invariant, so one that borrows nothing is none that borrows.
        let mut topics = self.context.hierarchy.topics.iter();
        let is_lent = topics.any(|topic| self.has_lifetime.is_lent_to(topic));
        let read = if is_lent { &owned } else { &anonymous };
        let arguments = quote!([#anonymous] [#read] [#owned]);
        serde(self.name, &self.cfg, &arguments)
    }
}
