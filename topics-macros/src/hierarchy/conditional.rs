//! What `#[cfg_attr(…)]` brings along under a condition, which no macro can know.

use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::{Attribute, Meta};

/// The names of the attributes in a `#[cfg_attr(condition, …)]`, be it in another one.
pub(super) fn names(attribute: &Attribute) -> Vec<Ident> {
    let mut names = Vec::new();
    let mut left = Vec::new();
    if let Meta::List(list) = &attribute.meta
        && attribute.path().is_ident("cfg_attr")
    {
        left.push(list.tokens.clone());
    }
    while let Some(tokens) = left.pop() {
        for (name, arguments) in attributes(tokens) {
            match arguments {
                Some(arguments) if name == "cfg_attr" => left.push(arguments),
                _ => names.push(name),
            }
        }
    }
    names
}

/// What stands behind each comma, the first of which ends the condition: a name, and what follows it in
/// parentheses.
fn attributes(tokens: TokenStream) -> Vec<(Ident, Option<TokenStream>)> {
    let mut found: Vec<(Ident, Option<TokenStream>)> = Vec::new();
    let (mut after_comma, mut after_name) = (false, false);
    for token in tokens {
        let (is_first, is_second) = (after_comma, after_name);
        (after_comma, after_name) = (false, false);
        match token {
            TokenTree::Punct(punct) => after_comma = punct.as_char() == ',',
            TokenTree::Ident(name) if is_first => {
                found.push((name, None));
                after_name = true;
            }
            TokenTree::Group(group) if is_second => {
                if let Some((_, arguments)) = found.last_mut() {
                    *arguments = Some(group.stream());
                }
            }
            _ => {}
        }
    }
    found
}
