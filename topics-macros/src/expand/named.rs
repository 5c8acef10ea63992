//! A type as generated code names it: with its lifetime, and with what other parameters it has.
//!
//! What `topics!` declares has at most a lifetime, which is called `'a`; a type of the user's calls its
//! own as it likes, and may have types and constants among its parameters.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::{GenericParam, Generics, Lifetime, LifetimeParam, WhereClause};

use super::tokens::Tokens;
use super::{Context, at};
use crate::hierarchy::{Kind, Origin, Topic};
use crate::nesting;

pub(super) struct Named {
    name: Ident,
    /// Its name where the type is declared, if the type has one.
    lifetime: Option<Lifetime>,
    /// The other parameters, and all conditions.
    others: Generics,
}

impl Named {
    /// A type with at most a lifetime.
    pub(super) fn plain(name: Ident, has_lifetime: bool) -> Self {
        Self {
            name,
            lifetime: has_lifetime.then(|| lifetime("'a")),
            others: Generics::default(),
        }
    }

    /// A type of the user's.
    pub(super) fn own(name: Ident, generics: &Generics) -> Self {
        let mut others = generics.clone();
        let params = std::mem::take(&mut others.params).into_iter();
        let is_other = |param: &GenericParam| !matches!(param, GenericParam::Lifetime(_));
        others.params = params.filter(is_other).collect();
        Self {
            name,
            lifetime: generics.lifetimes().next().map(|of| of.lifetime.clone()),
            others,
        }
    }

    /// A type that goes with this one and has the same parameters, but no lifetime.
    pub(super) fn beside(&self, name: Ident) -> Named {
        Named {
            name,
            lifetime: None,
            others: self.others.clone(),
        }
    }

    pub(super) fn has_lifetime(&self) -> bool {
        self.lifetime.is_some()
    }

    /// The type with a lifetime, if it has one.
    fn with(&self, lifetime: Lifetime) -> Tokens {
        // An error about the type, or about what is implemented for it, is shown up to its last token.
        let (name, place) = (&self.name, at(&self.name));
        if self.others.params.is_empty() {
            let lifetime = self.has_lifetime().then_some(&lifetime.ident);
            return Tokens::of_type(name, lifetime, place);
        }
        let generics = self.generics_of(self.has_lifetime().then_some(lifetime));
        let (_, arguments, _) = generics.split_for_impl();
        Tokens::new(quote!(#name #arguments)).last_at(place)
    }

    /// The lifetime that an `impl` has for what is borrowed, whether the type has it or not.
    pub(super) fn lifetime(&self) -> Lifetime {
        let own = self.lifetime.clone();
        own.unwrap_or_else(|| lifetime("'a"))
    }

    /// The type as its `impl<'a>` names it.
    pub(super) fn borrowed(&self) -> Tokens {
        self.with(self.lifetime())
    }

    pub(super) fn anonymous(&self) -> Tokens {
        self.with(lifetime("'_"))
    }

    pub(super) fn owned(&self) -> Tokens {
        self.with(lifetime("'static"))
    }

    /// `<'a>`, if there is a lifetime, and the other parameters.
    pub(super) fn generics(&self) -> TokenStream {
        self.generics_with(self.lifetime.clone())
    }

    /// `<'a>`, whether the type has the lifetime or not, and the other parameters.
    pub(super) fn generics_with_lifetime(&self) -> TokenStream {
        self.generics_with(Some(self.lifetime()))
    }

    /// A lifetime, if there is one, and the other parameters; without one, the type is [`anonymous`](Named::anonymous).
    pub(super) fn generics_with(&self, lifetime: Option<Lifetime>) -> TokenStream {
        let generics = self.generics_of(lifetime);
        let (generics, ..) = generics.split_for_impl();
        quote!(#generics)
    }

    fn generics_of(&self, lifetime: Option<Lifetime>) -> Generics {
        let mut generics = self.others.clone();
        if let Some(lifetime) = lifetime {
            let lifetime = LifetimeParam::new(lifetime);
            generics.params.insert(0, GenericParam::Lifetime(lifetime));
        }
        generics
    }

    pub(super) fn conditions(&self) -> Option<&WhereClause> {
        self.others.where_clause.as_ref()
    }

    /// What the runtime's macros are told of the type: its parameters, names and conditions, with the lifetime left out,
    /// and with the one it is read with.
    pub(super) fn told(&self) -> TokenStream {
        let (others, conditions) = (self.generics_with(None), self.conditions());
        let (anonymous, borrowed, owned) = (self.anonymous(), self.borrowed(), self.owned());
        let (generics, lifetime) = (self.generics_with_lifetime(), self.lifetime());
        // The type that borrows for `'a`, where it is anonymous otherwise.
        let of_a = self.with(self::lifetime("'a"));
        quote! {
            [#others] [#anonymous] [#conditions] [#generics] [#borrowed] [#lifetime] of_a [#of_a] owned [#owned]
        }
    }

    /// The names of the parameters that are types.
    pub(super) fn type_parameters(&self) -> Vec<&Ident> {
        let types = self.others.type_params();
        types.map(|param| &param.ident).collect()
    }

    /// The type of a text that a value is read from.
    pub(super) fn source(&self) -> TokenStream {
        let lifetime = &self.lifetime;
        quote!(&#lifetime __topics::str)
    }
}

pub(super) fn lifetime(name: &str) -> Lifetime {
    Lifetime::new(name, Span::call_site())
}

/// The type of a topic.
pub(super) fn named(context: &Context<'_>, topic: &Topic) -> Named {
    let name = topic.name.clone();
    let Origin::Own(generics) = &topic.origin else {
        return Named::plain(name, topic.borrows());
    };
    let mut named = Named::own(name, generics);
    let krate = &context.krate;
    for parameter in topic.parameters() {
        // Whether a type that depends on a parameter is a segment depends on that parameter too. Any
        // other type is one or isn't, which is for the compiler to say, once.
        if let Kind::Typed(of) = &parameter.kind
            && let mut parameters = named.type_parameters().into_iter()
            && parameters.any(|name| nesting::mentions(quote!(#of), &[&name.to_string()]))
        {
            let required = syn::parse_quote_spanned!(at(&topic.name)=> #of: #krate::SegmentValue);
            named.others.make_where_clause().predicates.push(required);
        }
    }
    named
}
