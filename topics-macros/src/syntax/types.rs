//! What a type in a declaration must not have in it, once it is known to be nested no deeper than can be
//! read.

use proc_macro2::{Delimiter, TokenTree};

use crate::nesting::mentions;

/// Whether a type mentions a lifetime other than `'static`, or leaves one out after `&`, however deep.
///
/// Those that a function type brings for its arguments are its own.
pub(super) fn has_lifetime(of: &[TokenTree]) -> bool {
    !mentions(of.iter().cloned(), "for") && borrows(of)
}

fn borrows(of: &[TokenTree]) -> bool {
    let mut before: Option<&TokenTree> = None;
    for token in of {
        let found = match (before, token) {
            (Some(TokenTree::Punct(mark)), token) if mark.as_char() == '&' => {
                !is_punct(token, '\'')
            }
            (Some(mark), TokenTree::Ident(name)) if is_punct(mark, '\'') => name != "static",
            (Some(TokenTree::Ident(_)), TokenTree::Group(group))
                if group.delimiter() == Delimiter::Parenthesis =>
            {
                false
            }
            (_, TokenTree::Group(group)) => {
                borrows(&group.stream().into_iter().collect::<Vec<_>>())
            }
            _ => false,
        };
        if found {
            return true;
        }
        before = Some(token);
    }
    false
}

fn is_punct(token: &TokenTree, c: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == c)
}
