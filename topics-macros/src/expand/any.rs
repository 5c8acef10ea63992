//! The enum over all topics of a hierarchy.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::has_lifetime::{HasLifetime, with_lifetime};
use super::named::{Header, Named, lifetime, named};
use super::tokens::Tokens;
use super::topic::{OfTopic, derived};
use super::variant::{Variant, variants, wrapped_type};
use super::{Context, Expanded, at, docs, ordered, parser, plain, serde};
use crate::here::{self, code};
use crate::hierarchy::{Origin, Topic};

/// The enum itself, where it is not the user's, and all that it does.
pub(super) fn expand(context: &Context<'_>, expanded: &mut Expanded) {
    let hierarchy = context.hierarchy;
    let name = hierarchy.name.clone();
    if let Origin::Own(generics) = &hierarchy.origin {
        let any = Any::new(context, Named::own(name, generics), &TokenStream::new());
        expanded.implement(&any.cfg, any.implementations());
        return;
    }
    for (has_lifetime, cfg) in HasLifetime::of(hierarchy, Topic::borrows).forms() {
        let any = Any::new(context, Named::plain(name.clone(), has_lifetime), &cfg);
        expanded.types.extend(any.declaration());
        expanded.implement(&any.cfg, any.implementations());
    }
}

/// The enum, in one of its two forms.
struct Any<'c> {
    context: &'c Context<'c>,
    name: &'c Ident,
    of: Named,
    header: Header,
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
            header: of.in_header(),
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
        let (cfg, ty) = (&self.cfg, self.of.declared());
        let user_docs = &hierarchy.attributes.docs;
        let others = &hierarchy.attributes.others;
        let docs = docs::of_hierarchy(hierarchy);
        let variants = hierarchy.topics.iter().map(|topic| {
            let doc = format!("`{}`", topic.template());
            let (cfg, name) = (topic.attributes.cfg(), &topic.name);
            let mut ty = named(self.context, topic).declared();
            if self.has_lifetime.is_lent_to(topic) {
                ty = Tokens::new(with_lifetime(&self.context.private, &ty));
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

    fn implementations(&self) -> TokenStream {
        let [most_segments, find, called] = self.find();
        if let Origin::Declared = self.context.hierarchy.origin {
            let any = plain(self.name);
            let parts = |name: &Ident| code!(Self::#name(ref topic) => __topics::Parts::parts(topic, visit));
            let own = |name: &Ident| code!(#any::#name(topic) => #any::#name(topic.into_owned()));
            let lines = self.each(|topic| {
                let of = named(self.context, topic).in_code().owned();
                code!(__topics::names::<#of>())
            });
            let topic = self.as_topic(&self.arms(parts));
            let hierarchy =
                self.as_hierarchy(&code!(&[#lines]), &most_segments, &find, &self.arms(own));
            let (derived, from, serde) = (self.derived(), self.from(), self.serde());
            return code!(#topic #hierarchy #called #derived #from #serde);
        }
        let (variants, rest) = (&self.variants, &self.rest);
        let (shown, owning) = (
            variants.iter().map(|of| &of.shown),
            variants.iter().map(|of| &of.owning),
        );
        let items = variants.iter().map(|variant| &variant.items);
        let topic = self.as_topic(&code!(#(#shown,)* #rest));
        let hierarchy = self.as_hierarchy(
            &self.lines(),
            &most_segments,
            &find,
            &code!(#(#owning,)* #rest),
        );
        code!(#topic #hierarchy #called #(#items)*)
    }

    /// Something for each line of a declaration, in a list.
    fn each(&self, of: impl Fn(&Topic) -> TokenStream) -> TokenStream {
        let each = self.context.hierarchy.topics.iter().map(|topic| {
            let (cfg, of) = (topic.attributes.cfg(), of(topic));
            code!(#cfg #of,)
        });
        each.collect()
    }

    /// Likewise, by the names of the variants.
    fn arms(&self, arm: impl Fn(&Ident) -> TokenStream) -> TokenStream {
        self.each(|topic| arm(&plain(&topic.name)))
    }

    /// Methods of its own, and what all topics have.
    fn as_topic(&self, shown: &TokenStream) -> TokenStream {
        let (visibility, owned) = (&self.context.visibility, self.of.in_code().owned());
        let has_former = self.has_foreign_templates() || self.context.hierarchy.has_former_names();
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
        let of = OfTopic {
            of: &self.of,
            header: &self.header,
            visibility,
            // A reborrow, since rustdoc would show a path, and with it names that are hidden.
            items: code! {
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
            },
            parse: Ident::new("parse", at(self.name)),
            docs: [&parse_doc, docs::COPIES],
            text: self.text(),
            former: has_former.then(|| code!(&*<#owned as __topics::Hierarchy>::FORMER)),
            has_parse_with_template: true,
            parts: code!(match *self { #shown }),
        };
        of.implementations()
    }

    fn as_hierarchy(
        &self,
        lines: &TokenStream,
        most_segments: &TokenStream,
        find: &TokenStream,
        owning: &TokenStream,
    ) -> TokenStream {
        let named = self.of.in_code();
        let Header {
            implement,
            others,
            anonymous,
            ..
        } = &self.header;
        let (of_a, any, owned) = (named.with(lifetime("'a")), named.anonymous(), named.owned());
        let templates = ["Present", "Former", "First"].map(|which| {
            let which = here::name(which);
            code! {
                &__topics::lines::Which::#which.templates::<
                    { __topics::lines::Which::#which.count(<#owned as __topics::Member>::LINES) },
                >(<#owned as __topics::Member>::LINES)
            }
        });
        let [present, former, first] = templates;
        code! {
            #[doc(hidden)]
            #implement #others __topics::Member for #anonymous {
                const LINES: &'static [__topics::lines::Names] = #lines;
                const PRESENT: &'static [__topics::Template<'static>] = <Self as __topics::Hierarchy>::TEMPLATES;
                type Room = [__topics::usize; #most_segments];
                type As<'a> = #of_a;
                type Owned = #owned;

                #[inline]
                fn own(topic: <Self as __topics::Member>::As<'_>) -> #owned {
                    match topic { #owning }
                }

                #[inline]
                fn find<'a>(
                    __split: &__topics::Split<'a, '_>,
                    __refused: &mut __topics::Refusals,
                ) -> __topics::Option<#of_a> {
                    #find
                }
            }

            #implement #others __topics::ParseTopic for #anonymous {
                type Of<'a> = #of_a;

                #[inline]
                fn parse_from(text: &__topics::str) -> __topics::Result<#any, __topics::ParseError> {
                    __topics::parse::<Self>(text)
                }

                #[inline]
                fn into_owned(topic: #any) -> #owned {
                    <Self as __topics::Member>::own(topic)
                }
            }

            #implement #others __topics::Hierarchy for #anonymous {
                const TEMPLATES: &'static [__topics::Template<'static>] = #present;
                const FORMER: &'static [__topics::Template<'static>] = #former;
                const FIRST: &'static [__topics::Template<'static>] = #first;
            }
        }
    }

    /// What the enum of a declaration would derive.
    fn derived(&self) -> TokenStream {
        let Header {
            implement,
            anonymous,
            ..
        } = &self.header;
        let cloned = |name: &Ident| code!(Self::#name(ref topic) => Self::#name(__topics::Clone::clone(topic)));
        let equal = |name: &Ident| code!((Self::#name(topic), Self::#name(other)) => __topics::PartialEq::eq(topic, other));
        let (cloned, equal) = (self.arms(cloned), self.arms(equal));
        let bodies = [
            &code!(match *self { #cloned }),
            &code!(match (self, other) { #equal _ => false, }),
            &code!(__topics::debug_variant(self, f)),
            &code!(__topics::hash(self, state)),
        ];
        derived(&code!(#implement), &code!(#anonymous), bodies)
    }

    /// The conversions of topics into the enum.
    fn from(&self) -> TokenStream {
        let (implement, generics) = (&self.header.implement, &self.header.generics);
        let borrowed = &self.header.borrowed;
        let all = self.context.hierarchy.topics.iter().map(|topic| {
            let (cfg, name) = (topic.attributes.cfg(), plain(&topic.name));
            let of = named(self.context, topic).in_code().borrowed();
            code! {
                #cfg
                #implement #generics __topics::From<#of> for #borrowed {
                    #[inline]
                    fn from(topic: #of) -> Self {
                        Self::#name(topic)
                    }
                }
            }
        });
        all.collect()
    }

    /// The names of the lines, where they are variants of an enum of the user's.
    fn lines(&self) -> TokenStream {
        if self.has_foreign_templates() {
            return ordered::lines(&self.variants);
        }
        let names = self.variants.iter().map(|variant| &variant.names);
        code!(&[#(#names),*])
    }

    /// The length of the longest name, how a topic is found by its name, and what that calls.
    fn find(&self) -> [TokenStream; 3] {
        if self.has_foreign_templates() {
            let owned = self.of.in_code().owned();
            return [
                code!({ __topics::lines::most_segments(<#owned as __topics::Member>::LINES) }),
                ordered::expand(&self.variants, &self.of),
                ordered::checks(&self.variants, &self.of),
            ];
        }
        let most_segments = here::number(self.context.hierarchy.most_segments());
        let (find, functions) = parser::expand(self.context, &self.of);
        [code!(#most_segments), find, functions]
    }

    /// The type of the text that it is converted from.
    fn text(&self) -> TokenStream {
        let text = self.of.in_code().source();
        if !self.has_foreign_templates() {
            return text;
        }
        // It depends on all types that are wrapped: if one of them is not there, that is all there is to say, and not
        // that `From` of it and `TryFrom` of a text might be in conflict.
        let wrapped = &self.context.hierarchy.wrapped;
        let (borrowed, types) = (
            self.of.in_code().borrowed(),
            wrapped.iter().map(wrapped_type),
        );
        code!(<#borrowed as __topics::Beside<#text, (#(#types,)*)>>::Itself)
    }

    fn serde(&self) -> Option<TokenStream> {
        // An enum with a lent lifetime is invariant, so one that borrows nothing is none that borrows.
        let mut topics = self.context.hierarchy.topics.iter();
        let is_lent = topics.any(|topic| self.has_lifetime.is_lent_to(topic));
        let read = if is_lent {
            &self.header.owned
        } else {
            &self.header.anonymous
        };
        serde(&self.of, read)
    }
}
