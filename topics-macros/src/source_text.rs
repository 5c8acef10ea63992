//! Tokens as a person writes them.

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};
use quote::ToTokens;
use topics_core::Excerpt;

use crate::nesting::DEEPEST;

/// The text of a type or a path, spaced as rustfmt would: `Option<u8>`, not `Option < u8 >`.
pub(crate) fn source_text(of: &impl ToTokens) -> String {
    let mut text = String::new();
    write(of.to_token_stream(), 0, &mut text);
    text
}

/// The text of several tokens, spaced in the same way.
pub(crate) fn text_of_all(tokens: &[TokenTree]) -> String {
    source_text(&tokens.iter().cloned().collect::<TokenStream>())
}

/// The text of one token that is out of place, as far as a message has room for it.
pub(crate) fn token_text(token: &TokenTree) -> String {
    Excerpt(&source_text(token)).to_string()
}

fn write(tokens: TokenStream, depth: usize, text: &mut String) {
    if depth > DEEPEST {
        text.push('…');
        return;
    }
    let mut before = ' ';
    for token in tokens {
        match token {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::None => ("", ""),
                };
                *text += open;
                write(group.stream(), depth + 1, text);
                *text += close;
                before = ')';
            }
            TokenTree::Punct(punct) => {
                let mark = punct.as_char();
                let is_last = punct.spacing() == Spacing::Alone;
                let (space, after) = match (before, mark) {
                    ('-', '>') | (_, ',' | ';') => ("", " "),
                    (_, '-') if !is_last => (" ", ""),
                    (_, '+' | '=' | '|') => (" ", " "),
                    (before, ':') if before != ':' && is_last => ("", " "),
                    _ => ("", ""),
                };
                *text += space;
                text.push(mark);
                *text += after;
                before = mark;
            }
            word => {
                if before == 'w' {
                    text.push(' ');
                }
                *text += &word.to_string();
                before = 'w';
            }
        }
    }
}
