//! What a type cannot be, once it is known to be nested no deeper than can be read.

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::Type;

use crate::source_text::source_text;

/// Whether a type or a bound mentions a lifetime other than `'static`, or leaves one out after `&`, however
/// deep. Those that it brings along are its own: behind `for`, and for the arguments of functions.
pub(crate) fn has_lifetime(of: &impl ToTokens) -> bool {
    borrows(of.to_token_stream(), &mut Vec::new())
}

fn borrows(tokens: TokenStream, bound: &mut Vec<Ident>) -> bool {
    let (mut before, mut is_name, mut binds) = (' ', false, false);
    tokens.into_iter().any(|token| {
        let after_name = std::mem::take(&mut is_name);
        let mark = std::mem::replace(&mut before, ' ');
        if mark == '&' && !matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '\'') {
            return true;
        }
        match token {
            TokenTree::Ident(name) if mark == '\'' && binds => bound.push(name),
            TokenTree::Ident(name) if mark == '\'' => {
                return name != "static" && !bound.contains(&name);
            }
            TokenTree::Ident(name) => (is_name, binds) = (true, name == "for"),
            TokenTree::Group(group) => match group.delimiter() {
                Delimiter::Parenthesis if after_name => {}
                Delimiter::Brace => {}
                _ => return borrows(group.stream(), bound),
            },
            TokenTree::Punct(punct) => {
                before = punct.as_char();
                binds &= before != '>';
            }
            TokenTree::Literal(_) => {}
        }
        false
    })
}

/// Whether a type is text that nobody has checked.
pub(crate) fn is_text(of: &Type) -> bool {
    match of {
        Type::Group(group) => is_text(&group.elem),
        Type::Reference(reference) => source_text(&reference.elem) == "str",
        of => {
            let text = source_text(of);
            let name = text.rsplit("::").next().unwrap_or_default();
            matches!(name, "String" | "Box<str>" | "Rc<str>" | "Arc<str>")
                || name.starts_with("Cow<")
        }
    }
}
