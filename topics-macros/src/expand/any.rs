//! The enum over all topics of a hierarchy.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens as _, quote};

use super::has_lifetime::{HasLifetime, with_lifetime};
use super::line::methods;
use super::named::{Named, named};
use super::parser::Candidate;
use super::tokens::Tokens;
use super::variant::{Variant, variants, wrapped_type};
use super::{Context, Expanded, at, called_at, docs, ordered, parser};
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
    variants: Vec<Variant<'c>>,
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
            variants: variants(context, &of, &cfg),
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

    /// One arm for each variant.
    fn arms(&self, arm: impl Fn(&Variant<'c>) -> TokenStream) -> TokenStream {
        let (arms, rest) = (self.each(arm), &self.rest);
        quote!(#arms #rest)
    }

    /// Something for each variant, where it exists, with a comma behind it.
    fn each(&self, of: impl Fn(&Variant<'c>) -> TokenStream) -> TokenStream {
        let all = self.variants.iter().map(|variant| {
            let (cfg, own) = (&variant.cfg, of(variant));
            quote!(#cfg #own,)
        });
        all.collect()
    }

    fn implementations(&self) -> TokenStream {
        let mut tokens = self.inherent();
        tokens.extend(self.traits());
        if let Origin::Declared = self.context.hierarchy.origin {
            tokens.extend(self.derived());
        }
        tokens.extend(self.variants.iter().map(|variant| variant.items.clone()));
        tokens
    }

    fn inherent(&self) -> TokenStream {
        let (visibility, owned) = (&self.context.visibility, self.of.owned());
        let has_former = self.has_foreign_templates() || self.context.hierarchy.has_former_names();
        let former = has_former.then(|| quote!(former { <#owned as __topics::Hierarchy>::FORMER }));
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
        let shown = self.arms(|variant| variant.shown.clone());
        let items = quote! {
            /// The templates of all lines, in the order of the lines.
            #visibility const TEMPLATES: &'static [__topics::Template<'static>] =
                <#owned as __topics::Hierarchy>::TEMPLATES;

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
        let named = (self.name, &self.cfg);
        let former = quote!(#former parse_with_template parse_with_template);
        let (text, parts) = (self.text(), quote!(match *self { #shown }));
        let (docs, of_text) = ([&*parse_doc, docs::COPIES], [&text, &parts]);
        methods(
            self.context,
            &self.of,
            named,
            &items,
            docs,
            Some(&former),
            of_text,
        )
    }

    /// The names of the lines, the length of the longest one, how a topic is found by them, and what that calls.
    fn lines(&self) -> [TokenStream; 4] {
        if self.has_foreign_templates() {
            let owned = self.of.owned();
            return [
                ordered::lines(&self.variants),
                quote!({ __topics::lines::most_segments(<#owned as __topics::Member>::LINES) }),
                ordered::expand(&self.variants, &self.of),
                ordered::checks(&self.variants, &self.of),
            ];
        }
        let names = self.each(|variant| variant.names.clone());
        let most_segments = self.context.hierarchy.most_segments();
        let (find, functions) =
            parser::expand(self.context, &self.of, &self.cfg, self.candidates());
        [quote!(&[#names]), quote!(#most_segments), find, functions]
    }

    /// The names of all topics, those first that are compared first.
    fn candidates(&self) -> Vec<Candidate<'_>> {
        let names = self.context.hierarchy.names_in_parse_order();
        let candidates = names.filter_map(|name| {
            let mut variants = self.variants.iter();
            let attempt =
                variants.find_map(|of| of.attempt(self.context, name.topic, name.id.name));
            Some(Candidate::new(name.segments, attempt?))
        });
        candidates.collect()
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

    fn traits(&self) -> TokenStream {
        let (told, [lines, most_segments, find, called]) = (self.of.told(), self.lines());
        let owning = self.arms(|variant| variant.owning.clone());
        let arguments = quote! {
            #told
            lines [#lines]
            most_segments [#most_segments]
            find(__split, __refused) { #find }
            own(topic) { match topic { #owning } }
        };
        let call = called_at(self.name, &self.cfg, "implement_hierarchy", &arguments);
        quote!(#call #called)
    }

    fn derived(&self) -> TokenStream {
        let cfg = &self.cfg;
        let anonymous = self.of.anonymous();
        let cloned = self.arms(|Variant { name, .. }| {
            quote!(Self::#name(ref topic) => Self::#name(__topics::Clone::clone(topic)))
        });
        let equal = self.each(|Variant { name, .. }| {
            quote!((Self::#name(topic), Self::#name(other)) => __topics::PartialEq::eq(topic, other))
        });
        let owned = self.of.owned();
        // An enum with a lent lifetime is invariant, so one that borrows nothing is none that borrows.
        let mut topics = self.context.hierarchy.topics.iter();
        let is_lent = topics.any(|topic| self.has_lifetime.is_lent_to(topic));
        let read = if is_lent { &owned } else { &anonymous };
        let serde = quote!([#anonymous] [#read] [#owned]);
        let mut tokens = called_at(self.name, cfg, "implement_serde", &serde);
        let arguments = quote! {
            [] [#anonymous] []
            clone(self) { match *self { #cloned } }
            eq(self, other) {
                match (self, other) { #equal _ => false, }
            }
            debug(self, f) { __topics::debug_variant(self, f) }
            hash(self, state) { __topics::hash(self, state) }
        };
        tokens.extend(called_at(self.name, cfg, "implement_derived", &arguments));
        tokens
    }
}
