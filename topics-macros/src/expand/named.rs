//! A type as generated code names it: with its lifetime, and with what other parameters it has.
//!
//! What `topics!` declares has at most a lifetime, which is called `'a`; a type of the user's calls its
//! own as it likes, and may have types and constants among its parameters.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::{GenericParam, Generics, Lifetime, LifetimeParam, WhereClause};

use super::tokens::Tokens;
use super::{Context, at, plain};
use crate::here::{code, here};
use crate::hierarchy::{Kind, Origin, Topic};
use crate::nesting;

#[derive(Clone)]
pub(crate) struct Named {
    name: Ident,
    /// Its name where the type is declared, if the type has one.
    lifetime: Option<Lifetime>,
    /// The other parameters, and all conditions.
    others: Generics,
    /// Whether a type that the user named stands in its implementations. If there is none of that name, the compiler
    /// advises to add a parameter, unless the list of parameters is a macro's.
    has_types: bool,
}

impl Named {
    /// A type with at most a lifetime.
    pub(crate) fn plain(name: Ident, has_lifetime: bool) -> Self {
        Self {
            name,
            lifetime: has_lifetime.then(|| lifetime("'a")),
            others: Generics::default(),
            has_types: false,
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
            has_types: true,
        }
    }

    pub(super) fn name(&self) -> &Ident {
        &self.name
    }

    /// The type where it is declared, or part of another one that is.
    pub(super) fn declared(&self) -> Tokens {
        let name = &self.name;
        let lifetime = self.has_lifetime().then(|| quote!(<'a>));
        // An error about the type is shown up to its last token.
        Tokens::new(quote!(#name #lifetime)).last_at(at(name))
    }

    /// The type in an implementation.
    pub(super) fn in_code(&self) -> Named {
        let mut named = self.clone();
        named.name = plain(&self.name);
        named
    }

    /// The type in the header of an implementation, where errors about it are shown at its name.
    pub(super) fn in_header(&self) -> Header {
        let mut named = self.clone();
        let place = here().located_at(self.name.span());
        named.name.set_span(place);
        Header {
            implement: Ident::new("impl", place),
            others: named.generics_with(None),
            generics: named.generics(),
            anonymous: named.anonymous(),
            borrowed: named.borrowed(),
            owned: named.owned(),
            conditions: named.others.where_clause,
        }
    }

    /// A type that goes with this one and has the same parameters, but no lifetime.
    pub(super) fn beside(&self, name: Ident) -> Named {
        Named {
            name,
            lifetime: None,
            others: self.others.clone(),
            has_types: self.has_types,
        }
    }

    pub(super) fn has_lifetime(&self) -> bool {
        self.lifetime.is_some()
    }

    /// The type with a lifetime, if it has one.
    pub(super) fn with(&self, lifetime: Lifetime) -> Tokens {
        let name = &self.name;
        if self.others.params.is_empty() {
            return Tokens::of_type(name, self.has_lifetime().then_some(&lifetime.ident));
        }
        let generics = self.generics_of(self.has_lifetime().then_some(lifetime));
        let (_, arguments, _) = generics.split_for_impl();
        Tokens::new(quote!(#name #arguments)).last_at(name.span())
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

    /// `<'a>`, whether the type has the lifetime or not, and the other parameters, for a function.
    pub(super) fn generics_of_function(&self) -> TokenStream {
        self.generics_at(here(), Some(self.lifetime()))
    }

    /// A lifetime, if there is one, and the other parameters.
    fn generics_with(&self, lifetime: Option<Lifetime>) -> TokenStream {
        let place = if self.has_types {
            Span::call_site()
        } else {
            here()
        };
        self.generics_at(place, lifetime)
    }

    fn generics_at(&self, place: Span, lifetime: Option<Lifetime>) -> TokenStream {
        let mut lifetime = lifetime;
        if !self.others.params.is_empty() {
            let generics = self.generics_of(lifetime);
            let (generics, ..) = generics.split_for_impl();
            return quote!(#generics);
        }
        if lifetime.is_none() && !self.has_types {
            return TokenStream::new();
        }
        if let Some(lifetime) = &mut lifetime {
            lifetime.set_span(place);
        }
        quote_spanned!(place=> <#lifetime>)
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

    /// The names of the parameters that are types.
    pub(super) fn type_parameters(&self) -> Vec<&Ident> {
        let types = self.others.type_params();
        types.map(|param| &param.ident).collect()
    }

    /// The type of a text that a value is read from.
    pub(super) fn source(&self) -> TokenStream {
        let lifetime = &self.lifetime;
        code!(&#lifetime __topics::str)
    }
}

/// A type as headers of implementations name it.
pub(super) struct Header {
    pub(super) implement: Ident,
    /// Its parameters but for the lifetime; the type is anonymous then.
    pub(super) others: TokenStream,
    /// All its parameters.
    pub(super) generics: TokenStream,
    pub(super) anonymous: Tokens,
    /// With its own lifetime.
    pub(super) borrowed: Tokens,
    pub(super) owned: Tokens,
    pub(super) conditions: Option<WhereClause>,
}

impl Header {
    /// How the implementation of a trait for any lifetime begins.
    pub(super) fn implement(&self, of: &TokenStream) -> TokenStream {
        let (implement, others) = (&self.implement, &self.others);
        let (anonymous, conditions) = (&self.anonymous, &self.conditions);
        code!(#implement #others #of for #anonymous #conditions)
    }
}

pub(super) fn lifetime(name: &str) -> Lifetime {
    Lifetime::new(name, here())
}

/// The type of a topic.
pub(super) fn named(context: &Context<'_>, topic: &Topic) -> Named {
    let name = topic.name.clone();
    let Origin::Own(generics) = &topic.origin else {
        let mut named = Named::plain(name, topic.borrows());
        named.has_types = topic.is_typed() || topic.payload.is_some();
        return named;
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
            let required = syn::parse_quote_spanned!(here().located_at(topic.name.span())=> #of: #krate::SegmentValue);
            named.others.make_where_clause().predicates.push(required);
        }
    }
    named
}
