//! A type as generated code names it: with its lifetime, and with what other parameters it has.
//!
//! What `topics!` declares has at most a lifetime, which is called `'a`; a type of the user's calls its
//! own as it likes, and may have types and constants among its parameters.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::{GenericParam, Generics, Lifetime, LifetimeParam, WherePredicate};

use super::path::Path;
use super::{Context, at, last_at};
use crate::hierarchy::{Kind, Origin, Topic};

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
            lifetime: has_lifetime.then(default_lifetime),
            others: Generics::default(),
        }
    }

    /// A type of the user's.
    pub(super) fn own(name: Ident, generics: &Generics) -> Self {
        let mut others = generics.clone();
        others.params = generics
            .params
            .iter()
            .filter(|param| !matches!(param, GenericParam::Lifetime(_)))
            .cloned()
            .collect();
        Self {
            name,
            lifetime: generics.lifetimes().next().map(|of| of.lifetime.clone()),
            others,
        }
    }

    /// A type that goes with this one and has the same parameters, save for the lifetime.
    pub(super) fn beside(&self, name: Ident, has_lifetime: bool) -> Named {
        Named {
            name,
            lifetime: has_lifetime.then(|| self.lifetime()),
            others: self.others.clone(),
        }
    }

    pub(super) fn has_lifetime(&self) -> bool {
        self.lifetime.is_some()
    }

    fn with(&self, lifetime: &TokenStream) -> TokenStream {
        let lifetime = self.has_lifetime().then_some(lifetime);
        let arguments: Vec<TokenStream> = lifetime
            .cloned()
            .into_iter()
            .chain(self.others.params.iter().map(argument))
            .collect();
        // An error about the type, or about what is implemented for it, is shown up to its last token.
        let name = &self.name;
        if arguments.is_empty() {
            return quote!(#name);
        }
        last_at(at(name), quote!(#name<#(#arguments),*>))
    }

    /// The lifetime that an `impl` has for what is borrowed, whether the type has it or not.
    pub(super) fn lifetime(&self) -> Lifetime {
        let lifetime = self.lifetime.clone();
        lifetime.unwrap_or_else(default_lifetime)
    }

    /// The type as its declaration names it: with its parameters and their bounds.
    pub(super) fn declaration(&self) -> TokenStream {
        let (name, generics) = (&self.name, self.generics());
        quote!(#name #generics)
    }

    /// The type as its `impl<'a>` names it.
    pub(super) fn borrowed(&self) -> TokenStream {
        let lifetime = self.lifetime();
        self.with(&quote!(#lifetime))
    }

    pub(super) fn anonymous(&self) -> TokenStream {
        self.with(&quote!('_))
    }

    pub(super) fn owned(&self) -> TokenStream {
        self.with(&quote!('static))
    }

    /// The type that borrows for `'a`, where it is [`anonymous`](Named::anonymous) otherwise.
    pub(super) fn of_a(&self) -> TokenStream {
        self.with(&quote!('a))
    }

    /// `<'a>`, if there is a lifetime, and the other parameters.
    pub(super) fn generics(&self) -> TokenStream {
        self.generics_with(self.lifetime.clone())
    }

    /// `<'a>`, whether the type has the lifetime or not, and the other parameters.
    pub(super) fn generics_with_lifetime(&self) -> TokenStream {
        self.generics_with(Some(self.lifetime()))
    }

    /// The parameters but for the lifetime, where the type is [`anonymous`](Named::anonymous).
    pub(super) fn generics_without_lifetime(&self) -> TokenStream {
        self.generics_with(None)
    }

    fn generics_with(&self, lifetime: Option<Lifetime>) -> TokenStream {
        let mut generics = self.others.clone();
        if let Some(lifetime) = lifetime {
            let lifetime = LifetimeParam::new(lifetime);
            generics.params.insert(0, GenericParam::Lifetime(lifetime));
        }
        let (generics, ..) = generics.split_for_impl();
        quote!(#generics)
    }

    pub(super) fn conditions(&self) -> TokenStream {
        let clause = &self.others.where_clause;
        quote!(#clause)
    }

    /// The names of the parameters that are types.
    pub(super) fn type_parameters(&self) -> Vec<&Ident> {
        let types = self.others.type_params();
        types.map(|param| &param.ident).collect()
    }

    fn require(&mut self, predicate: WherePredicate) {
        self.others.make_where_clause().predicates.push(predicate);
    }

    /// The type of a text that a value is read from.
    pub(super) fn source(&self, private: &Path) -> TokenStream {
        match &self.lifetime {
            Some(lifetime) => quote!(&#lifetime #private::str),
            None => quote!(&#private::str),
        }
    }
}

fn default_lifetime() -> Lifetime {
    Lifetime::new("'a", Span::call_site())
}

fn argument(param: &GenericParam) -> TokenStream {
    match param {
        GenericParam::Lifetime(param) => {
            let lifetime = &param.lifetime;
            quote!(#lifetime)
        }
        GenericParam::Type(param) => {
            let name = &param.ident;
            quote!(#name)
        }
        GenericParam::Const(param) => {
            let name = &param.ident;
            quote!(#name)
        }
    }
}

/// The type of a topic.
pub(super) fn named(context: &Context<'_>, topic: &Topic) -> Named {
    let name = topic.name.clone();
    let Origin::Own(generics) = &topic.origin else {
        return Named::plain(name, topic.borrows());
    };
    let mut named = Named::own(name, generics);
    let krate = &context.krate;
    for (_, parameter) in topic.parameters() {
        // Whether a type that depends on a parameter is a segment depends on that parameter too. Any
        // other type is one or isn't, which is for the compiler to say, once.
        if let Kind::Typed(of) = &parameter.kind
            && mentions(&quote!(#of), &named.type_parameters())
        {
            named.require(syn::parse_quote_spanned!(at(&topic.name)=> #of: #krate::SegmentValue));
        }
    }
    named
}

fn mentions(tokens: &TokenStream, names: &[&Ident]) -> bool {
    tokens.clone().into_iter().any(|token| match token {
        proc_macro2::TokenTree::Group(group) => mentions(&group.stream(), names),
        proc_macro2::TokenTree::Ident(word) => names.contains(&&word),
        _ => false,
    })
}
