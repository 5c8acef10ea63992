//! The template in an attribute, `#[topic("system.<worker>.health")]`: the text becomes the tokens that
//! a line of a declaration would have, and those are read as any others are.

use proc_macro2::{Literal, Punct, Spacing, Span, TokenStream, TokenTree};
use syn::LitStr;

use super::Path;
use super::tokens::Tokens;
use crate::errors::Errors;
use crate::messages;
use crate::place::Place;

impl Path {
    /// Reads a path from the text of a literal, all of which is underlined where something is wrong.
    pub(super) fn parse_text(literal: &LitStr, errors: &mut Errors) -> Option<Self> {
        let place = Place::at(literal.span());
        let tokens = match tokens(&literal.value()) {
            Ok(tokens) => tokens,
            Err(message) => {
                errors.add(place, message);
                return None;
            }
        };
        let tokens = &mut Tokens::new(at(tokens, literal.span()), literal.span());
        let path = Self::parse(tokens, errors);
        match tokens.peek() {
            Some(token) if path.is_some() => {
                errors.add(place, messages::unexpected_after_template(token));
                None
            }
            _ => path,
        }
    }
}

/// The tokens of a text. A segment that is one needs no lexer, and no quotes either.
fn tokens(text: &str) -> Result<TokenStream, String> {
    let mut tokens = TokenStream::new();
    for (index, piece) in pieces(text).into_iter().enumerate() {
        if index > 0 {
            tokens.extend([TokenTree::from(Punct::new('.', Spacing::Alone))]);
        }
        let error = topics_core::Segment::new(piece).err();
        let is_literal = error.is_none() && !piece.starts_with([':', '{']) && !piece.contains('<');
        if is_literal {
            tokens.extend([TokenTree::from(Literal::string(piece))]);
            continue;
        }
        match (piece.parse::<TokenStream>(), error) {
            (Ok(read), _) => tokens.extend(read),
            (Err(_), Some(error)) if !piece.contains('<') => {
                return Err(messages::not_a_segment(&error));
            }
            (Err(_), _) => return Err(messages::malformed_placeholder().to_owned()),
        }
    }
    Ok(tokens)
}

/// What stands between the dots that are not in a placeholder.
fn pieces(text: &str) -> Vec<&str> {
    let mut open = 0_usize;
    text.split(|c: char| {
        match c {
            '<' => open += 1,
            '>' => open = open.saturating_sub(1),
            _ => {}
        }
        c == '.' && open == 0
    })
    .collect()
}

/// The same tokens, all at one place.
fn at(tokens: TokenStream, span: Span) -> TokenStream {
    let moved = tokens.into_iter().map(|mut token| {
        if let TokenTree::Group(group) = &token {
            let inner = at(group.stream(), span);
            token = proc_macro2::Group::new(group.delimiter(), inner).into();
        }
        token.set_span(span);
        token
    });
    moved.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_of_a_placeholder_are_its_own() {
        assert_eq!(pieces("a.<id>.b.<rest..>"), ["a", "<id>", "b", "<rest..>"]);
        assert_eq!(pieces("a.<x: p::Q<R>>.b"), ["a", "<x: p::Q<R>>", "b"]);
        assert_eq!(pieces("a..b>.c."), ["a", "", "b>", "c", ""]);
        assert_eq!(pieces("a.<id.b"), ["a", "<id.b"]);
    }
}
