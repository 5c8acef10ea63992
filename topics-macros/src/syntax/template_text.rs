//! The template in an attribute, `#[topic("system.<worker>.health")]`: the text becomes the tokens that
//! a line of a declaration would have, and those are read as any others are.
//!
//! Rust's lexer is not asked: what it does not know, such as `it's`, it reports by itself. Nor is there a
//! need to, for in a text a literal segment takes no quotes.

use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenTree};
use syn::LitStr;

use super::Path;
use super::tokens::Tokens;
use crate::errors::Errors;

impl Path {
    /// Reads a path from the text of a literal, all of which is underlined where something is wrong.
    pub(super) fn parse_text(literal: &LitStr, errors: &mut Errors) -> Option<Self> {
        let mut writer = Writer {
            span: literal.span(),
            tokens: Vec::new(),
        };
        for (index, piece) in pieces(&literal.value()).into_iter().enumerate() {
            if index > 0 {
                writer.punct('.', Spacing::Alone);
            }
            writer.piece(piece);
        }
        let tokens = writer.tokens.into_iter().collect();
        Self::parse(&mut Tokens::new(tokens, literal.span()), errors)
    }
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

/// Makes tokens that all stand where the literal does.
struct Writer {
    span: Span,
    tokens: Vec<TokenTree>,
}

impl Writer {
    /// What stands between two dots: a segment, a placeholder, or what was mistaken for one.
    fn piece(&mut self, piece: &str) {
        let braced = piece
            .strip_prefix('{')
            .and_then(|rest| rest.strip_suffix('}'));
        if let Some(name) = piece
            .strip_prefix(':')
            .and_then(|name| self.identifier(name))
        {
            self.punct(':', Spacing::Alone);
            self.push(name);
        } else if let Some(name) = braced.and_then(|name| self.identifier(name)) {
            let name = TokenTree::from(name);
            self.push(Group::new(Delimiter::Brace, name.into()));
        } else {
            self.segment(piece);
        }
    }

    /// Text, wildcards and placeholders side by side, of which only one should be there.
    fn segment(&mut self, mut rest: &str) {
        while let Some(at) = rest.find(['<', '>', '*']) {
            let (text, mark) = rest.split_at(at);
            self.text(text);
            let mut marks = mark.chars();
            let mark = marks.next().unwrap_or_default();
            rest = marks.as_str();
            self.punct(mark, Spacing::Alone);
            if mark == '<' {
                let (inner, after) = rest.split_at(closing(rest).unwrap_or(rest.len()));
                self.inside(inner);
                rest = after;
                if let Some(after) = rest.strip_prefix('>') {
                    self.punct('>', Spacing::Alone);
                    rest = after;
                }
            }
        }
        self.text(rest);
    }

    /// What stands in the brackets of a placeholder.
    fn inside(&mut self, mut rest: &str) {
        // Behind the name, what stands between bars is text.
        let has_values = rest.contains('|');
        let mut is_named = false;
        while let Some(first) = rest.chars().next() {
            let is_part = |c: char| c.is_alphanumeric() || c == '_';
            let width = if is_part(first) {
                rest.find(|c| !is_part(c)).unwrap_or(rest.len())
            } else {
                first.len_utf8()
            };
            let (piece, after) = rest.split_at(width);
            let spacing = if after.starts_with(|c: char| c.is_ascii_punctuation()) {
                Spacing::Joint
            } else {
                Spacing::Alone
            };
            match first {
                _ if is_part(first) && has_values && is_named => self.text(piece),
                _ if is_part(first) => {
                    self.word(piece);
                    is_named = true;
                }
                ' ' => {}
                '.' | ':' | '|' | '<' | '>' | '-' | '*' | '&' | ',' | '=' | '+' | '!' | '?'
                | '#' => {
                    self.punct(first, spacing);
                }
                _ => self.text(piece),
            }
            rest = after;
        }
    }

    fn word(&mut self, word: &str) {
        match self.identifier(word) {
            Some(word) => self.push(word),
            None => self.text(word),
        }
    }

    fn identifier(&self, text: &str) -> Option<Ident> {
        if !is_word(text) {
            return None;
        }
        // A compiler may be older than the table of characters here, and `Ident::new` panics at what it
        // does not know; its lexer does not.
        match syn::parse_str(text) {
            Ok(TokenTree::Ident(mut word)) => {
                word.set_span(self.span);
                Some(word)
            }
            _ => None,
        }
    }

    /// A string literal, in which any text is a segment that the rules allow.
    fn text(&mut self, text: &str) {
        if !text.is_empty() {
            self.push(Literal::string(text));
        }
    }

    fn punct(&mut self, c: char, spacing: Spacing) {
        self.push(Punct::new(c, spacing));
    }

    fn push(&mut self, token: impl Into<TokenTree>) {
        let mut token = token.into();
        token.set_span(self.span);
        self.tokens.push(token);
    }
}

/// Whether a text is an identifier or a keyword.
fn is_word(text: &str) -> bool {
    let mut letters = text.chars();
    letters
        .next()
        .is_some_and(|first| first == '_' || unicode_ident::is_xid_start(first))
        && letters.all(unicode_ident::is_xid_continue)
}

/// Where the `>` is that closes the placeholder which this text is the inside of.
fn closing(text: &str) -> Option<usize> {
    let mut open = 0_usize;
    text.char_indices().find_map(|(at, c)| {
        match c {
            '<' => open += 1,
            '>' if open == 0 => return Some(at),
            '>' => open -= 1,
            _ => {}
        }
        None
    })
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
