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

use super::fields::Told;
use super::named::{Named, lifetime, named};
use super::tokens::Tokens;
use super::{Context, Expanded, at, called_at, docs, fields, message, serde};
use crate::analysis::{CheckedHierarchy, CheckedTopic};
use crate::case;
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
    let header = quote!([<T: __topics::TopicType, P>] [#name<T, P>] []);
    let tokens = [&declared, &quote!(<T, P>), &header, &quote!(T)];
    let (docs, sets) = (docs::of_shared_pattern(hierarchy), &hierarchy.topics);
    expand_type(context, name, cfg, &docs, tokens, sets, expanded);
    let serde = serde(name, cfg, &quote!(pattern #name));
    expanded.implementations.extend(serde);
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
        return quote!(());
    }
    if topic.is_unit() {
        return quote!(());
    }
    let shape = match shapes.known.entry(key(topic)) {
        Entry::Occupied(known) => return known.get().to_token_stream(),
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
    let name = shared_pattern_name(&context.hierarchy.name);
    let (cfg, setters) = (topic.attributes.cfg(), setters(context, topic));
    let names = topic.parameters().map(|of| format!("`{}`", of.bare()));
    let names = names.collect::<Vec<_>>().join(", ");
    let doc = format!("Lines with the placeholders {names}.");
    expanded.implementations.extend(quote! {
        #[doc = #doc]
        #cfg
        pub enum #shape {}

        #cfg
        impl<T> #name<T, #shape> {
            #setters
        }
    });
    shape.to_token_stream()
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
    let (ty, generics, conditions) = (of.borrowed(), of.generics(), of.conditions());
    // The types that it has as parameters, though no value of it does.
    let (private, types) = (&context.private, of.type_parameters());
    let declared = quote! {
        #name #generics(#private::Bound, #private::Marker<fn() -> (#(#types,)*)>) #conditions
    };
    let header = quote!([#generics] [#ty] [#conditions]);
    let owned = &received.owned().to_token_stream();
    let tokens = [&declared, &generics, &header, owned];
    let docs = docs::of_pattern(hierarchy, topic);
    let sets = std::slice::from_ref(topic);
    expand_type(context, name, cfg, &docs, tokens, sets, expanded);
    let setters = setters(context, topic);
    let setters = quote!(impl #generics #ty #conditions { #setters });
    expanded.implementations.extend(setters);
    if let Origin::Variant(index) = topic.origin {
        // The function of the user's enum that returns the pattern of one of its variants.
        let (generics, ty) = (received.generics(), received.borrowed());
        let [before, of] = function(context, topic, &received, &topic.pattern_function());
        let (line, text) = (super::variant::line(index), topic.template().pattern());
        let text = text.as_str();
        expanded.implementations.extend(quote! {
            impl #generics #ty {
                #before() -> #of {
                    #name(__topics::bound::unset(Self::#line, #text), __topics::Marker)
                }
            }
        });
    }
}

/// Declares the type of a pattern, and what it implements. It has parameters, and in a header the same ones where it has
/// to be known that there is a topic; then comes the topic that is received. Its methods set the placeholders of some
/// topics.
fn expand_type(
    context: &Context<'_>,
    name: &Ident,
    cfg: &TokenStream,
    docs: &str,
    [declared, generics, header, topic]: [&TokenStream; 4],
    sets: &[CheckedTopic],
    expanded: &mut Expanded,
) {
    let (text, visibility) = (name.unraw().to_string(), &context.visibility);
    let declared = Tokens::new(quote!(#visibility struct #declared;)).ends_at(at(name));
    expanded.types.extend(quote! {
        #[doc = #docs]
        #cfg
        #[allow(dead_code, deprecated, non_camel_case_types)]
        #declared
    });
    let mut set = sets.iter().flat_map(|topic| topic.parameters());
    let is_taken = |field: &Ident| field == "to_pattern" || field == "to_patterns";
    let is_free = !set.any(|parameter| is_taken(&parameter.name));
    let methods = is_free.then(|| quote!(methods [#visibility]));
    let arguments = quote!(#text [#generics] #header topic [#topic] #methods);
    let call = called_at(name, cfg, "implement_pattern", &arguments);
    expanded.implementations.extend(call);
}

/// The function that returns the pattern of which no placeholder is set; no function of the pattern's, among which it
/// could meet a placeholder's: what stands before its parameters, and what it returns.
pub(super) fn function(
    context: &Context<'_>,
    topic: &Topic,
    of: &Named,
    function: &Ident,
) -> [TokenStream; 2] {
    let (visibility, doc) = (&context.visibility, docs::of_pattern_function(topic));
    let name = topic.pattern_name(&context.hierarchy.name);
    let (line, own) = (of.owned(), of.beside(name.clone()));
    let ty = match topic.origin {
        Origin::Declared => quote!(#name<#line>),
        Origin::Own(_) | Origin::Variant(_) => own.owned().to_token_stream(),
    };
    let before = quote!(#[doc = #doc] #[must_use] #visibility const fn #function);
    [before, ty]
}

/// The methods that set a placeholder.
fn setters(context: &Context<'_>, topic: &Topic) -> TokenStream {
    let visibility = &context.visibility;
    let fields = fields::list(topic, |parameter| Told {
        said: format!(
            "Restricts the pattern to this `<{}>`.",
            parameter.name.unraw()
        ),
        lifetime: lifetime("'t"),
        place: at(&parameter.name),
    });
    quote!(__topics::setters! { [#visibility fn] 't #fields })
}
