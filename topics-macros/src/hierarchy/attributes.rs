//! Attributes, sorted by where they go.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::parse::{ParseStream, Parser as _};
use syn::punctuated::Punctuated;
use syn::spanned::Spanned as _;
use syn::{Attribute, Expr, ExprLit, Lit, LitBool, Meta, MetaNameValue, Path, Token};

use super::{Conditions, MessageEnum, Written, conditional, lock, message_enum};
use crate::errors::Errors;
use crate::messages;
use crate::nesting;
use crate::place::Place;
use crate::source_text::source_text;
use crate::syntax::was;

/// The attributes of the header, or those of a line together with those of the groups around it.
#[derive(Clone, Default)]
pub(crate) struct Attributes {
    /// `#[doc]`, its own.
    pub(crate) docs: Written,
    /// `#[doc]` of the groups around it, the innermost first. They say what its lines have in common, so
    /// they never stand for what a line says of itself.
    pub(crate) group_docs: Written,
    /// What stands in `#[cfg(…)]`: it applies to all that is generated.
    pub(crate) conditions: Conditions,
    /// Everything else; it applies to the type.
    pub(crate) others: Written,
    /// `#[messages]`, which only a header has.
    pub(crate) messages: Option<MessageEnum>,
}

impl Attributes {
    pub(super) fn sort(attributes: Written, errors: &mut Errors) -> Self {
        let mut sorted = Self::default();
        for attribute in attributes {
            if attribute.path().is_ident("doc") {
                sorted.docs.push(attribute);
            } else if attribute.path().is_ident("cfg") {
                match condition(&attribute) {
                    Ok(condition) => sorted.conditions.push(condition),
                    Err((place, message)) => errors.add(place, message),
                }
            } else if lock::is_lock(&attribute) {
                lock::refuse(&attribute, errors);
            } else if was::is_was(&attribute) {
                was::refuse(&[attribute], messages::was_not_on_line(), errors);
            } else if message_enum::refuse(&attribute, errors) {
                // It is reported.
            } else {
                let brought = conditional::names(&attribute);
                if let Some(message) = brought.iter().find_map(refused_under_condition) {
                    let place = Place::of_tokens(&attribute, Place::at(attribute.pound_token.span));
                    errors.add(place, message);
                    continue;
                }
                sorted.others.push(attribute);
            }
        }
        for derived in sorted.take_derives(&ALWAYS_DERIVED) {
            let place = Place::of_tokens(&derived, Place::at(derived.span()));
            errors.add(place, messages::derived_already(&source_text(&derived)));
        }
        sorted
    }

    /// Takes the derives of these traits out, and returns them as they were written.
    pub(super) fn take_derives(&mut self, traits: &[&str]) -> Vec<Path> {
        let mut taken = Vec::new();
        for attribute in &mut self.others {
            if !attribute.path().is_ident("derive") {
                continue;
            }
            // What is no list of paths is left for the compiler to report.
            let parse = Punctuated::<Path, Token![,]>::parse_terminated;
            let Ok(paths) = attribute.parse_args_with(parse) else {
                continue;
            };
            let (found, rest): (Vec<Path>, Vec<Path>) =
                paths.into_iter().partition(|path| is_any_of(path, traits));
            if !found.is_empty() {
                taken.extend(found);
                if let Meta::List(list) = &mut attribute.meta {
                    list.tokens = quote!(#(#rest),*);
                }
            }
        }
        taken
    }

    /// The attributes of something inside of a group that has these.
    pub(super) fn within(&self, inner: Self) -> Self {
        let mut group_docs = self.docs.clone();
        if !group_docs.is_empty() && !self.group_docs.is_empty() {
            group_docs.push(syn::parse_quote!(#[doc = ""]));
        }
        group_docs.extend(self.group_docs.iter().cloned());
        let mut conditions = self.conditions.clone();
        conditions.extend(inner.conditions);
        let mut others = self.others.clone();
        others.extend(inner.others);
        Self {
            docs: inner.docs,
            group_docs,
            conditions,
            others,
            messages: None,
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

    /// The first line of its own docs, for a table.
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

    /// Whether this exists under some conditions only.
    pub(crate) fn is_conditional(&self) -> bool {
        !self.conditions.is_empty()
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

/// Why an attribute cannot be there under a condition: it has to be known here.
fn refused_under_condition(attribute: &Ident) -> Option<&'static str> {
    match attribute.to_string().as_str() {
        "cfg" => Some(messages::conditional_cfg()),
        "was" => Some(messages::conditional_was()),
        "lock" => Some(messages::conditional_lock()),
        "messages" => Some(messages::conditional_messages()),
        _ => None,
    }
}

/// The traits that every generated type has.
const ALWAYS_DERIVED: [&str; 5] = ["Clone", "Debug", "Eq", "Hash", "PartialEq"];

/// Whether a path names one of these traits of the standard library, as far as can be seen.
fn is_any_of(path: &Path, traits: &[&str]) -> bool {
    let begins_in_std = path
        .segments
        .first()
        .is_some_and(|first| first.ident == "std" || first.ident == "core");
    (path.segments.len() == 1 || begins_in_std)
        && path
            .segments
            .last()
            .is_some_and(|last| traits.iter().any(|name| last.ident == name))
}

/// What stands in `#[cfg(…)]`; what is wrong with it otherwise, and where.
///
/// It is copied to all that is generated, so a fault in it would be reported as often.
fn condition(attribute: &Attribute) -> Result<TokenStream, (Place, String)> {
    let whole = Place::of_tokens(attribute, Place::at(attribute.pound_token.span));
    let list = attribute.meta.require_list();
    let list = list.map_err(|_| (whole, messages::malformed_condition().to_owned()))?;
    let only_one = |input: ParseStream<'_>| {
        predicate(input)?;
        input.parse::<Option<Token![,]>>()?;
        Ok(())
    };
    let place = Place::of_tokens(&list.tokens, whole);
    if let Some(place) = nesting::too_deep(list.tokens.clone()) {
        return Err((place, messages::nested_too_deep()));
    }
    only_one
        .parse2(list.tokens.clone())
        .map_err(|_: syn::Error| (place, messages::malformed_condition().to_owned()))?;
    Ok(list.tokens.clone())
}

fn predicate(input: ParseStream<'_>) -> syn::Result<()> {
    if input.peek(LitBool) {
        return input.parse::<LitBool>().map(drop);
    }
    match input.parse::<Meta>()? {
        Meta::Path(option) => option.require_ident().map(drop),
        Meta::NameValue(MetaNameValue {
            value: Expr::Lit(ExprLit {
                lit: Lit::Str(_), ..
            }),
            path,
            ..
        }) => path.require_ident().map(drop),
        Meta::NameValue(other) => Err(syn::Error::new_spanned(other, "")),
        Meta::List(list) => {
            let operands = |input: ParseStream<'_>| {
                Punctuated::<(), Token![,]>::parse_terminated_with(input, predicate)
            };
            if list.path.is_ident("all") || list.path.is_ident("any") {
                list.parse_args_with(operands).map(drop)
            } else if list.path.is_ident("not") {
                list.parse_args_with(predicate)
            } else {
                // Compilers may know more operators than are known here.
                Ok(())
            }
        }
    }
}
