//! Attributes, sorted by where they go.

use proc_macro2::{TokenStream, TokenTree};
use quote::quote;
use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, ExprLit, Lit, LitStr, Meta, MetaList, Path, Token};

use super::options::split;
use crate::errors::Errors;
use crate::messages;
use crate::source_text::source_text;

/// The attributes of the header, or those of a line together with those of the groups around it.
#[derive(Clone, Default)]
pub(crate) struct Attributes {
    /// `#[doc]`, its own.
    pub(crate) docs: Written,
    /// `#[doc]` of the groups around it, the innermost first. They say what its lines have in common, so
    /// they never stand for what a line says of itself.
    pub(crate) group_docs: Written,
    /// What stands in `#[cfg(…)]`: it applies to all that is generated.
    pub(crate) conditions: Vec<TokenStream>,
    /// `#[first]`: whether it is read first where it and another line match one name and neither is more
    /// specific.
    pub(crate) is_first: bool,
    /// Everything else; it applies to the type.
    pub(crate) others: Written,
}

/// Attributes as written.
type Written = Vec<Attribute>;

impl Attributes {
    /// Sorts what is left when former names and the lock have been read where they may be.
    pub(crate) fn sort(attributes: Written, errors: &mut Errors) -> Self {
        let mut sorted = Self::default();
        for attribute in attributes {
            let name = attribute.path().get_ident().map(ToString::to_string);
            match (name.as_deref().unwrap_or_default(), &attribute.meta) {
                ("doc", _) => sorted.docs.push(attribute),
                ("cfg", meta) => sorted.conditions.extend(condition(meta, errors)),
                ("first", meta) => {
                    sorted.is_first = true;
                    if meta.require_path_only().is_err() {
                        errors.add(meta, messages::first_with_arguments());
                    }
                }
                ("was", _) => {}
                ("lock", meta) => errors.add(meta, messages::not_on_header("a lock")),
                ("messages", meta) => errors.add(meta, messages::not_on_header("`#[messages]`")),
                ("cfg_attr", Meta::List(list)) => match refused_under_condition(list) {
                    Some(message) => errors.add(&attribute, message),
                    None => sorted.others.push(attribute),
                },
                _ => sorted.others.push(attribute),
            }
        }
        sorted.refuse_derives(&ALWAYS_DERIVED, messages::derived_already, errors);
        sorted.refuse_derives(&SERDE, messages::serde_derived, errors);
        sorted
    }

    /// Takes the derives of these traits out, and reports them.
    pub(super) fn refuse_derives(
        &mut self,
        traits: &[&str],
        message: fn(String) -> String,
        errors: &mut Errors,
    ) {
        for derived in self.take_derives(traits) {
            errors.add(&derived, message(source_text(&derived)));
        }
    }

    /// Whether code in other crates must be ready for more.
    pub(crate) fn is_non_exhaustive(&self) -> bool {
        let mut others = self.others.iter();
        others.any(|attribute| attribute.path().is_ident("non_exhaustive"))
    }

    /// Takes the derives of these traits out, and returns them as they were written.
    pub(crate) fn take_derives(&mut self, traits: &[&str]) -> Vec<Path> {
        let mut taken = Vec::new();
        for attribute in &mut self.others {
            let parse = Punctuated::<Path, Token![,]>::parse_terminated;
            // What is no list of paths is left for the compiler to report.
            if attribute.path().is_ident("derive")
                && let Ok(paths) = attribute.parse_args_with(parse)
                && let Meta::List(list) = &mut attribute.meta
            {
                let (found, rest): (Vec<Path>, Vec<Path>) =
                    paths.into_iter().partition(|path| is_any_of(path, traits));
                if !found.is_empty() {
                    list.tokens = quote!(#(#rest),*);
                    taken.extend(found);
                }
            }
        }
        taken
    }

    /// The attributes of something inside of a group that has these.
    pub(crate) fn within(&self, inner: Self) -> Self {
        let mut group_docs = self.docs.clone();
        if !group_docs.is_empty() && !self.group_docs.is_empty() {
            group_docs.push(syn::parse_quote!(#[doc = ""]));
        }
        group_docs.extend(self.group_docs.iter().cloned());
        Self {
            docs: inner.docs,
            group_docs,
            conditions: [&self.conditions[..], &inner.conditions].concat(),
            others: [&self.others[..], &inner.others].concat(),
            is_first: self.is_first || inner.is_first,
        }
    }

    /// `#[cfg(…)]` for whatever exists only if this does.
    pub(crate) fn cfg(&self) -> TokenStream {
        let conditions = &self.conditions;
        quote!(#(#[cfg(#conditions)])*)
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
        let texts = self.docs.iter().filter_map(|doc| text_of(&doc.meta));
        let texts = texts.map(LitStr::value).collect::<Vec<_>>();
        let text = texts.join("\n");
        let first = text.trim().lines().next();
        first.map_or_else(String::new, |line| line.trim_end().to_owned())
    }

    /// Whether this exists under some conditions only.
    pub(crate) fn is_conditional(&self) -> bool {
        !self.conditions.is_empty()
    }

    /// Whether one of them exists only where the other does not, as far as can be seen: `x` and
    /// `not(x)`.
    pub(crate) fn excludes(&self, other: &Self) -> bool {
        let negates = |one: &TokenStream, other: &TokenStream| {
            quote!(not(#one)).to_string() == other.to_string()
        };
        self.conditions.iter().any(|own| {
            let mut others = other.conditions.iter();
            others.any(|other| negates(own, other) || negates(other, own))
        })
    }
}

/// Takes the attribute of a name out of those of a header, which has one at most.
pub(crate) fn take_only(
    attributes: &mut Written,
    name: &str,
    what: &str,
    errors: &mut Errors,
) -> Option<Attribute> {
    let mut found = attributes.extract_if(.., |attribute| attribute.path().is_ident(name));
    let first = found.next();
    for other in found {
        errors.add(&other.meta, messages::hierarchy_has_one(what));
    }
    first
}

/// The string literal in `#[name = "…"]`.
pub(crate) fn text_of(meta: &Meta) -> Option<&LitStr> {
    match &meta.require_name_value().ok()?.value {
        Expr::Lit(ExprLit {
            lit: Lit::Str(text),
            ..
        }) => Some(text),
        _ => None,
    }
}

/// Why something that `#[cfg_attr(…)]` brings along cannot be there under a condition: it has to be known here.
fn refused_under_condition(list: &MetaList) -> Option<String> {
    let parse = Punctuated::<Meta, Token![,]>::parse_terminated;
    let all = list.parse_args_with(parse).ok()?;
    all.iter().skip(1).find_map(|brought| match brought {
        Meta::List(list) if list.path.is_ident("cfg_attr") => refused_under_condition(list),
        brought => {
            let mut refused = ["cfg", "first", "lock", "messages", "was"].into_iter();
            refused
                .find(|name| brought.path().is_ident(name))
                .map(messages::conditional)
        }
    })
}

/// The traits that every generated type has.
const ALWAYS_DERIVED: [&str; 5] = ["Clone", "Debug", "Eq", "Hash", "PartialEq"];

/// Those that it has with the feature `serde`, which may be turned on by any crate of a program.
const SERDE: [&str; 2] = ["Deserialize", "Serialize"];

/// Whether a path names one of these traits of the standard library or of serde, as far as can be seen.
fn is_any_of(path: &Path, traits: &[&str]) -> bool {
    let text = source_text(path);
    let name = text.trim_start_matches("::");
    let known = ["std::", "core::", "serde::"];
    let known = known.iter().find_map(|krate| name.strip_prefix(krate));
    let name = known.map_or(name, |path| path.rsplit("::").next().unwrap_or(path));
    traits.contains(&name)
}

/// What stands in `#[cfg(…)]`; if something is wrong with it, that is reported.
///
/// It is copied to all that is generated, so a fault in it would be reported as often.
fn condition(cfg: &Meta, errors: &mut Errors) -> Option<TokenStream> {
    match cfg {
        Meta::List(list) if are_conditions(&list.tokens, true) => Some(list.tokens.clone()),
        Meta::List(list) if !list.tokens.is_empty() => {
            errors.fail(&list.tokens, messages::malformed_condition())
        }
        _ => errors.fail(cfg, messages::malformed_condition()),
    }
}

fn are_conditions(tokens: &TokenStream, is_one: bool) -> bool {
    let each = split(tokens.clone(), ',');
    let is_sound = |condition: &Vec<TokenTree>| match &condition[..] {
        // Compilers may know more operators than are known here.
        [TokenTree::Ident(name), TokenTree::Group(of)] => {
            let is_not = name == "not";
            !is_not && name != "all" && name != "any" || are_conditions(&of.stream(), is_not)
        }
        [TokenTree::Ident(_), TokenTree::Punct(mark), text] if mark.as_char() == '=' => {
            syn::parse2::<LitStr>(text.clone().into()).is_ok()
        }
        [TokenTree::Ident(_)] => true,
        _ => false,
    };
    (!is_one || each.len() == 1) && each.iter().all(is_sound)
}
