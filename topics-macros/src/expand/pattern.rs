//! The types that subscribe to the topics of a line.
//!
//! The lines of a declaration share one type, which has the topic as a parameter. What its methods are depends on
//! the placeholders of the line; so these are a parameter too, with a default, and lines that have the same ones
//! share the methods. A topic of the user's own has a type of its own.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens as _, format_ident, quote};
use syn::ext::IdentExt as _;

use super::fields::{self, Field};
use super::named::{Header, Named, named};
use super::tokens::Tokens;
use super::topic::derived;
use super::{Context, Expanded, at, called_at, docs, message, plain};
use crate::analysis::{CheckedHierarchy, CheckedTopic};
use crate::case;
use crate::here::{self, code};
use crate::hierarchy::{Origin, Topic, shared_pattern_name};
use crate::source_text::source_text;

/// The types that stand for the placeholders of lines.
pub(super) struct Shapes {
    /// By the placeholders and the conditions under which their types exist.
    known: HashMap<String, Ident>,
    /// What they can't be called: a type in the block would hide that of the declaration.
    taken: HashSet<String>,
}

impl Shapes {
    pub(super) fn new(hierarchy: &CheckedHierarchy) -> Self {
        let own = [&hierarchy.name, &shared_pattern_name(&hierarchy.name)].map(ToString::to_string);
        let mut taken = HashSet::from(own);
        taken.extend(message::name(hierarchy).map(|name| name.to_string()));
        for topic in &hierarchy.topics {
            let closed = topic.parameters().filter_map(|of| of.kind.closed());
            let closed = closed.map(|closed| closed.name.to_string());
            let types = topic.parameters().filter_map(|of| of.kind.typed());
            let types = types.chain(&topic.payload).chain(&topic.reply);
            for text in types
                .map(source_text)
                .chain(closed)
                .chain([topic.name.to_string()])
            {
                let words = text.split(|c: char| c != '_' && !c.is_alphanumeric());
                let words = words.filter(|word| word.starts_with("With"));
                taken.extend(words.map(str::to_owned));
            }
        }
        let known = HashMap::new();
        Self { known, taken }
    }
}

/// What makes the methods of a pattern the same.
fn key(topic: &Topic) -> String {
    let mut key = topic.attributes.cfg().to_string();
    for parameter in topic.parameters() {
        key += &parameter.text();
        let closed = parameter.kind.closed();
        key.extend(closed.map(|closed| closed.name.to_string()));
    }
    key
}

/// The struct that the lines of a declaration share.
pub(super) fn shared(context: &Context<'_>, expanded: &mut Expanded) {
    let hierarchy = context.hierarchy;
    let mut lines = hierarchy.topics.iter();
    if !lines.any(|topic| matches!(topic.origin, Origin::Declared)) {
        return;
    }
    let (name, private) = (&shared_pattern_name(&hierarchy.name), &context.private);
    let cfg = &hierarchy.attributes.cfg();
    let declared = quote! {
        #name<T, P = <T as #private::Line>::Placeholders>(#private::Bound, #private::Marker<fn() -> (T, P)>)
    };
    let (docs, sets) = (docs::of_shared_pattern(hierarchy), &hierarchy.topics);
    declare(context, cfg, name, &docs, &declared, expanded);
    let mut header = Named::plain(name.clone(), false).in_header();
    let ty = Tokens::new({
        let name = &header.borrowed;
        code!(#name<T, P>)
    });
    header.borrowed = ty.last_at(header.implement.span());
    header.generics = quote!(<T, P>);
    let bounds = quote!(<T: __topics::TopicType, P>);
    let mut implementations = implementations(context, name, &header, &bounds, &code!(T), sets);
    let serde = || called_at(name, "implement_serde", &quote!(pattern #name));
    implementations.extend(cfg!(feature = "serde").then(serde));
    expanded.implement(cfg, implementations);
}

/// The methods of a pattern, and where it is not shared, all of it. Returns the type that stands for the placeholders.
pub(super) fn expand(
    context: &Context<'_>,
    topic: &CheckedTopic,
    shapes: &mut Shapes,
    expanded: &mut Expanded,
) -> TokenStream {
    if !matches!(topic.origin, Origin::Declared) {
        own(context, topic, expanded);
        return code!(());
    }
    if topic.is_unit() {
        return code!(());
    }
    let shape = match shapes.known.entry(key(topic)) {
        Entry::Occupied(known) => return plain(known.get()).into_token_stream(),
        Entry::Vacant(new) => {
            let names = topic.parameters().map(|of| of.name.unraw().to_string());
            let names = names.map(|name| case::upper_camel(&name));
            let mut name = format!("With{}", names.collect::<Vec<_>>().join("And"));
            let (stem, mut count) = (name.clone(), 1);
            while !shapes.taken.insert(name.clone()) {
                count += 1;
                name = format!("{stem}_{count}");
            }
            new.insert(format_ident!("{name}"))
        }
    };
    let name = plain(&shared_pattern_name(&context.hierarchy.name));
    let (cfg, setters) = (topic.attributes.cfg(), setters(context, topic));
    let names = topic.parameters().map(|of| format!("`{}`", of.bare()));
    let names = names.collect::<Vec<_>>().join(", ");
    let doc = format!("Lines with the placeholders {names}.");
    expanded.implementations.extend(quote! {
        #[doc = #doc]
        #cfg
        pub enum #shape {}
    });
    // Its parameter is the macro's, or where a type of the user's is not there, the compiler advises to add another one.
    let (shape, generics) = (plain(shape), quote!(<T>));
    expanded.implement(&cfg, code!(impl #generics #name<T, #shape> { #setters }));
    shape.into_token_stream()
}

/// The struct of a topic of the user's own.
fn own(context: &Context<'_>, topic: &CheckedTopic, expanded: &mut Expanded) {
    let hierarchy = context.hierarchy;
    // Of the topic that is received: its struct, or the user's enum whose variant it is.
    let received = match (&topic.origin, &hierarchy.origin) {
        (Origin::Variant(_), Origin::Own(generics)) => Named::own(hierarchy.name.clone(), generics),
        _ => named(context, topic),
    };
    let (name, cfg) = (&topic.pattern_name(&hierarchy.name), &TokenStream::new());
    let of = received.beside(name.clone());
    let (generics, conditions) = (of.generics(), of.conditions());
    // The types that it has as parameters, though no value of it does.
    let (private, types) = (&context.private, of.type_parameters());
    let declared = quote! {
        #name #generics(#private::Bound, #private::Marker<fn() -> (#(#types,)*)>) #conditions
    };
    declare(
        context,
        cfg,
        name,
        &docs::of_pattern(hierarchy, topic),
        &declared,
        expanded,
    );
    let (header, sets) = (of.in_header(), std::slice::from_ref(topic));
    let owned = received.in_code().owned();
    let of_it = implementations(context, name, &header, &generics, &code!(#owned), sets);
    let (implement, ty, setters) = (&header.implement, &header.borrowed, setters(context, topic));
    expanded.implementations.extend(code! {
        #of_it

        #implement #generics #ty #conditions {
            #setters
        }
    });
    if let Origin::Variant(index) = topic.origin {
        // The function of the user's enum that returns the pattern of one of its variants.
        let header = received.in_header();
        let (implement, generics, ty) = (&header.implement, &header.generics, &header.borrowed);
        let line = super::variant::line(index);
        let line = code!(Self::#line);
        let function = function(context, topic, &received, &topic.pattern_function(), &line);
        expanded
            .implementations
            .extend(code!(#implement #generics #ty { #function }));
    }
}

/// Declares the type of a pattern.
fn declare(
    context: &Context<'_>,
    cfg: &TokenStream,
    name: &Ident,
    docs: &str,
    declared: &TokenStream,
    expanded: &mut Expanded,
) {
    let visibility = &context.visibility;
    let declared = Tokens::new(quote!(#visibility struct #declared;)).ends_at(at(name));
    expanded.types.extend(quote! {
        #[doc = #docs]
        #cfg
        #[allow(dead_code, deprecated, non_camel_case_types)]
        #declared
    });
}

/// What a pattern is and does that is the pattern in its first field. It has other parameters where it has to be known that
/// there is a topic, which is received on it; and methods that set the placeholders of some topics.
fn implementations(
    context: &Context<'_>,
    name: &Ident,
    header: &Header,
    bounds: &TokenStream,
    topic: &TokenStream,
    sets: &[CheckedTopic],
) -> TokenStream {
    let (text, visibility) = (here::text(&name.unraw().to_string()), &context.visibility);
    let (implement, generics, ty) = (&header.implement, &header.generics, &header.borrowed);
    let conditions = &header.conditions;
    let derived = derived(
        &code!(#implement #generics),
        &code!(#ty #conditions),
        [
            &code!(Self(__topics::Clone::clone(&self.0), self.1)),
            &code!(self.0 == other.0),
            &code!(__topics::bound::debug(#text, &self.0, f)),
            &code!(__topics::Hash::hash(&self.0, state)),
        ],
    );
    let mut set = sets.iter().flat_map(|topic| topic.parameters());
    let is_taken = |field: &Ident| field == "to_pattern" || field == "to_patterns";
    let is_free = !set.any(|parameter| is_taken(&parameter.name));
    // Those that need no trait in scope.
    let methods = is_free.then(|| {
        code! {
            #implement #bounds #ty #conditions {
                /// Returns the pattern as text, ready for a subscription.
                #[must_use]
                #visibility fn to_pattern(&self) -> __topics::Pattern<'static> {
                    __topics::bound::to_pattern(&self.0)
                }

                /// Returns the pattern, followed by the same pattern for each former name of the topics.
                #[must_use]
                #visibility fn to_patterns(&self) -> __topics::Vec<__topics::Pattern<'static>> {
                    __topics::bound::to_patterns(&self.0)
                }
            }
        }
    });
    code! {
        #derived

        #implement #generics __topics::Display for #ty #conditions {
            fn fmt(&self, f: &mut __topics::Formatter<'_>) -> __topics::fmt::Result {
                __topics::Display::fmt(&self.0, f)
            }
        }

        #methods

        #implement #bounds __topics::TopicPattern for #ty #conditions {
            type Topic = #topic;

            fn to_pattern(&self) -> __topics::Pattern<'static> {
                __topics::bound::to_pattern(&self.0)
            }

            fn to_patterns(&self) -> __topics::Vec<__topics::Pattern<'static>> {
                __topics::bound::to_patterns(&self.0)
            }
        }

        #implement #generics __topics::From<#ty> for __topics::Pattern<'static> #conditions {
            fn from(pattern: #ty) -> Self {
                __topics::bound::into_pattern(pattern.0)
            }
        }
    }
}

/// The function that returns the pattern of a line of which no placeholder is set; no function of the pattern's, among
/// which it could meet a placeholder's.
pub(super) fn function(
    context: &Context<'_>,
    topic: &Topic,
    of: &Named,
    function: &Ident,
    line: &TokenStream,
) -> TokenStream {
    let (visibility, doc) = (
        &context.visibility,
        here::text(&docs::of_pattern_function(topic)),
    );
    let text = here::text(topic.template().pattern().as_str());
    let name = plain(&topic.pattern_name(&context.hierarchy.name));
    let (of, own) = (of.in_code().owned(), of.beside(name.clone()).owned());
    let ty = match topic.origin {
        Origin::Declared => code!(#name<#of>),
        Origin::Own(_) | Origin::Variant(_) => own.to_token_stream(),
    };
    code! {
        #[doc = #doc]
        #[must_use]
        #visibility const fn #function() -> #ty {
            #name(__topics::bound::unset(#line, #text), __topics::Marker)
        }
    }
}

/// The methods that set a placeholder.
fn setters(context: &Context<'_>, topic: &Topic) -> TokenStream {
    let fields = fields::of(topic);
    fields
        .iter()
        .map(|field| Field::setter(field, &context.visibility))
        .collect()
}
