//! Tokens as a person writes them.

use proc_macro2::{Delimiter, Group, Spacing, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use topics_core::Excerpt;

use crate::nesting::too_deep;

/// The text of a type or a path, spaced as rustfmt would: `Option<u8>`, not `Option < u8 >`.
pub(crate) fn source_text(of: &impl ToTokens) -> String {
    let mut text = String::new();
    write(of.to_token_stream(), &mut text);
    text
}

/// The text of one token that is out of place, as far as a message has room for it.
pub(crate) fn token_text(token: &TokenTree) -> String {
    match token {
        TokenTree::Group(group) if too_deep(group.stream()).is_some() => {
            let emptied = Group::new(group.delimiter(), quote!(...));
            emptied.to_string()
        }
        token => Excerpt(&token.to_string()).to_string(),
    }
}

fn write(tokens: TokenStream, text: &mut String) {
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
                text.push_str(open);
                write(group.stream(), text);
                text.push_str(close);
                before = ')';
            }
            TokenTree::Punct(punct) => {
                let c = punct.as_char();
                match (before, c) {
                    ('-', '>') => text.push_str("> "),
                    (_, '-') if punct.spacing() == Spacing::Joint => text.push_str(" -"),
                    (_, '+' | '=') => {
                        text.push(' ');
                        text.push(c);
                        text.push(' ');
                    }
                    (_, '|') => text.push_str(" | "),
                    (_, ',' | ';') => {
                        text.push(c);
                        text.push(' ');
                    }
                    (before, ':') if before != ':' && punct.spacing() == Spacing::Alone => {
                        text.push_str(": ");
                    }
                    _ => text.push(c),
                }
                before = c;
            }
            word => {
                if before == 'w' {
                    text.push(' ');
                }
                text.push_str(&word.to_string());
                before = 'w';
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_spaced_as_rustfmt_would() {
        for text in [
            "u32",
            "uuid::Uuid",
            "::std::num::NonZero<u8>",
            "[u8; 4]",
            "Pair<A, Vec<B>>",
            "fn(u8) -> Option<u8>",
            "fn(key: u8)",
            "dyn Any + Send",
            "Tagged<'static, dyn Any>",
            "(A, B)",
        ] {
            let of: syn::Type = syn::parse_str(text).unwrap();
            assert_eq!(source_text(&of), text);
        }
    }

    #[test]
    fn paths_are_spaced_as_they_are_declared() {
        for text in [
            "a.<id>.b.<rest..>",
            "a.<id: uuid::Uuid>",
            "a.<state: on | off | half-open>",
        ] {
            let of: TokenStream = text.parse().unwrap();
            assert_eq!(source_text(&of), text);
        }
    }
}
