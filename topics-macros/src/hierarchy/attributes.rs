//! Attributes, sorted by where they go.

use proc_macro2::TokenStream;
use quote::{ToTokens as _, quote};
use syn::{Attribute, Expr, ExprLit, Lit, Meta};

use super::{Conditions, Written, lock};
use crate::errors::Errors;
use crate::messages;
use crate::place::Place;

/// The attributes of the header, or those of a line together with those of the groups around it.
#[derive(Clone, Default)]
pub(crate) struct Attributes {
    /// `#[doc]`, the line's own before those of its groups, so that the first sentence is its own.
    pub(crate) docs: Written,
    /// What stands in `#[cfg(…)]`: it applies to all that is generated.
    pub(crate) conditions: Conditions,
    /// Everything else; it applies to the type.
    pub(crate) others: Written,
}

impl Attributes {
    pub(super) fn sort(attributes: Written, errors: &mut Errors) -> Self {
        let mut sorted = Self::default();
        for attribute in attributes {
            if attribute.path().is_ident("doc") {
                sorted.docs.push(attribute);
            } else if attribute.path().is_ident("cfg") {
                match attribute.meta.require_list() {
                    Ok(list) => sorted.conditions.push(list.tokens.clone()),
                    Err(error) => errors.add_parsed(error),
                }
            } else if lock::is_lock(&attribute) {
                lock::refuse(&attribute, errors);
            } else {
                if is_conditional_cfg(&attribute) {
                    let place = Place::of_tokens(&attribute, Place::at(attribute.pound_token.span));
                    errors.add(place, messages::conditional_cfg());
                }
                sorted.others.push(attribute);
            }
        }
        sorted
    }

    /// The attributes of something inside of a group that has these.
    pub(super) fn within(&self, inner: Self) -> Self {
        let mut docs = inner.docs;
        if !docs.is_empty() && !self.docs.is_empty() {
            docs.push(syn::parse_quote!(#[doc = ""]));
        }
        docs.extend(self.docs.iter().cloned());
        let mut conditions = self.conditions.clone();
        conditions.extend(inner.conditions);
        let mut others = self.others.clone();
        others.extend(inner.others);
        Self {
            docs,
            conditions,
            others,
        }
    }

    /// `#[cfg(…)]` for whatever exists only if this does.
    pub(crate) fn cfg(&self) -> TokenStream {
        self.conditions
            .iter()
            .map(|condition| quote!(#[cfg(#condition)]))
            .collect()
    }

    /// The condition under which this exists, as one; `None` if it always does.
    pub(crate) fn condition(&self) -> Option<TokenStream> {
        match self.conditions.as_slice() {
            [] => None,
            [condition] => Some(condition.clone()),
            conditions => Some(quote!(all(#(#conditions),*))),
        }
    }

    /// The first line of the docs, for a table.
    pub(crate) fn first_line(&self) -> String {
        let line = self
            .docs
            .iter()
            .find_map(|attribute| match &attribute.meta {
                Meta::NameValue(doc) => match &doc.value {
                    Expr::Lit(ExprLit {
                        lit: Lit::Str(text),
                        ..
                    }) => text
                        .value()
                        .lines()
                        .map(str::trim)
                        .find(|line| !line.is_empty())
                        .map(str::to_owned),
                    _ => None,
                },
                _ => None,
            });
        line.unwrap_or_default()
    }

    /// Whether one of them exists only where the other does not, as far as can be seen: `x` and
    /// `not(x)`.
    pub(crate) fn excludes(&self, other: &Self) -> bool {
        let is_negated = |these: &Conditions, those: &Conditions| {
            these.iter().any(|condition| {
                let negated = quote!(not(#condition)).to_string();
                those.iter().any(|other| other.to_string() == negated)
            })
        };
        is_negated(&self.conditions, &other.conditions)
            || is_negated(&other.conditions, &self.conditions)
    }
}

fn is_conditional_cfg(attribute: &Attribute) -> bool {
    attribute.path().is_ident("cfg_attr")
        && attribute
            .meta
            .to_token_stream()
            .to_string()
            .replace(' ', "")
            .contains(",cfg(")
}
