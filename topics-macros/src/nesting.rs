//! How deep tokens are nested.
//!
//! Whoever reads a type, an expression or a condition calls itself for each one inside of another, and an
//! unoptimised compiler plug-in has room for some fifty. So tokens are measured before they are read, and
//! what nobody writes by hand is refused where it goes too deep.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::place::Place;

/// How deep types, conditions and the groups of a declaration may be nested.
pub(crate) const DEEPEST: usize = 32;

/// The first token that is nested too deep, if there is one.
///
/// What counts is how often a reader may have called itself to get there: once for each group and each `<`
/// around the token, and once for each mark before it that something goes on after, as in `&&T`,
/// `fn() -> fn() -> T` and `1 + 1 + 1`.
///
/// What is measured may be inside of so many groups.
pub(crate) fn too_deep(tokens: impl IntoIterator<Item = TokenTree>, above: usize) -> Option<Place> {
    let (mut open, mut marks, mut before) = (0_usize, 0, ' ');
    for token in tokens {
        let mark = mark(&token);
        match (&token, mark) {
            (TokenTree::Group(group), _) => {
                let depth = above + open + marks + 1;
                if depth > DEEPEST {
                    return Some(Place::at(group.span_open()));
                }
                if let Some(place) = too_deep(group.stream(), depth) {
                    return Some(place);
                }
                // A call is made of groups side by side.
                marks += 1;
            }
            (_, ',' | ';' | '#') if open == 0 => marks = 0,
            (_, '<') => open += 1,
            (_, '>') if !matches!(before, '-' | '=') => open = open.saturating_sub(1),
            (_, ' ' | ',' | ';' | '#' | ':' | '\'' | '>') => {}
            _ => marks += 1,
        }
        if above + open + marks > DEEPEST {
            return Some(Place::at(token.span()));
        }
        before = mark;
    }
    None
}

/// The mark that a token is; a space, if it is none.
pub(crate) fn mark(token: &TokenTree) -> char {
    match token {
        TokenTree::Punct(punct) => punct.as_char(),
        _ => ' ',
    }
}

/// The tokens without the invisible groups that `macro_rules!` put around what they forward.
pub(crate) fn open_invisible_groups(stream: TokenStream) -> Vec<TokenTree> {
    let mut tokens = Vec::new();
    let mut open = vec![stream.into_iter()];
    while let Some(innermost) = open.last_mut() {
        match innermost.next() {
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::None => {
                open.push(group.stream().into_iter());
            }
            Some(token) => tokens.push(token),
            None => drop(open.pop()),
        }
    }
    tokens
}

/// Whether any of some words is among the tokens, however deep.
pub(crate) fn mentions(tokens: impl IntoIterator<Item = TokenTree>, words: &[&str]) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(found) => words.iter().any(|word| found == word),
        TokenTree::Group(group) => mentions(group.stream(), words),
        _ => false,
    })
}
