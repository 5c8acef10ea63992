//! A cursor over tokens.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};

use crate::nesting;
use crate::place::{Place, is_on_later_line};
use crate::source_text::token_text;

/// The tokens of a declaration or a group, read from left to right.
///
/// Invisible groups, which `macro_rules!` put around what they forward, are opened: the grammar is
/// about tokens, wherever they come from.
pub(super) struct Tokens {
    all: Vec<TokenTree>,
    at: usize,
    /// Where an empty stream stands.
    whole: Span,
}

impl Tokens {
    pub(super) fn new(stream: TokenStream, whole: Span) -> Self {
        let all = nesting::open_invisible_groups(stream);
        Self { all, at: 0, whole }
    }

    pub(super) fn peek(&self) -> Option<&TokenTree> {
        self.peek_at(0)
    }

    pub(super) fn peek_at(&self, ahead: usize) -> Option<&TokenTree> {
        self.all.get(self.at + ahead)
    }

    pub(super) fn next(&mut self) -> Option<TokenTree> {
        let token = self.all.get(self.at).cloned();
        self.at += usize::from(token.is_some());
        token
    }

    pub(super) fn is_empty(&self) -> bool {
        self.at >= self.all.len()
    }

    /// The place of the token read last; before the first one, that of all.
    pub(super) fn last(&self) -> Place {
        let last = self.at.checked_sub(1).and_then(|last| self.all.get(last));
        last.map_or(Place::at(self.whole), Place::of)
    }

    /// Where the token read last ends: at itself, or at the closing delimiter of a group.
    pub(super) fn end(&self) -> Place {
        let last = self.at.checked_sub(1).and_then(|last| self.all.get(last));
        match last {
            Some(TokenTree::Group(group)) => Place::at(group.span_close()),
            _ => self.last(),
        }
    }

    /// Where the next token begins: at itself, or at the opening delimiter of a group.
    pub(super) fn start(&self) -> Place {
        match self.peek() {
            Some(TokenTree::Group(group)) => Place::at(group.span_open()),
            _ => self.here(),
        }
    }

    /// The text of the token read last.
    pub(super) fn last_text(&self) -> String {
        let last = self.at.checked_sub(1).and_then(|last| self.all.get(last));
        last.map(token_text).unwrap_or_default()
    }

    /// The place of the next token; at the end, that of the last.
    pub(super) fn here(&self) -> Place {
        self.peek().map_or_else(|| self.last(), Place::of)
    }

    pub(super) fn is_punct(&self, c: char) -> bool {
        self.is_punct_at(0, c)
    }

    pub(super) fn is_punct_at(&self, ahead: usize, c: char) -> bool {
        matches!(self.peek_at(ahead), Some(TokenTree::Punct(punct)) if punct.as_char() == c)
    }

    pub(super) fn is_word(&self, word: &str) -> bool {
        self.is_word_at(0, word)
    }

    pub(super) fn is_word_at(&self, ahead: usize, word: &str) -> bool {
        self.word_at(ahead).is_some_and(|ident| ident == word)
    }

    pub(super) fn word_at(&self, ahead: usize) -> Option<&Ident> {
        match self.peek_at(ahead) {
            Some(TokenTree::Ident(ident)) => Some(ident),
            _ => None,
        }
    }

    /// Whether `=>` is next.
    pub(super) fn is_fat_arrow(&self) -> bool {
        self.is_punct('=') && self.is_punct_at(1, '>')
    }

    /// Whether `->` is next.
    pub(super) fn is_thin_arrow(&self) -> bool {
        self.is_punct('-') && self.is_punct_at(1, '>')
    }

    pub(super) fn is_group(&self, delimiter: Delimiter) -> bool {
        self.group_at(0, delimiter).is_some()
    }

    pub(super) fn group_at(&self, ahead: usize, delimiter: Delimiter) -> Option<&Group> {
        match self.peek_at(ahead) {
            Some(TokenTree::Group(group)) if group.delimiter() == delimiter => Some(group),
            _ => None,
        }
    }

    /// Reads the next token if it is this one.
    pub(super) fn eat(&mut self, c: char) -> Option<Place> {
        self.is_punct(c).then(|| {
            self.at += 1;
            self.last()
        })
    }

    /// Whether the next token begins a new line of the source.
    pub(super) fn is_on_later_line(&self) -> bool {
        self.peek()
            .is_some_and(|next| is_on_later_line(self.last(), Place::of(next)))
    }

    /// Whether a token further on stands on a later line than the next one.
    pub(super) fn is_on_later_line_at(&self, ahead: usize) -> bool {
        self.peek_at(ahead)
            .is_some_and(|token| is_on_later_line(self.here(), Place::of(token)))
    }

    /// Reads the tokens up to the next `;` or the end.
    pub(super) fn until_semicolon(&mut self) -> Vec<TokenTree> {
        let mut tokens = Vec::new();
        while !self.is_empty() && !self.is_punct(';') {
            tokens.extend(self.next());
        }
        tokens
    }

    /// Reads the tokens up to what ends a type for sure: a `;`, or braces that are in no `<…>`.
    pub(super) fn until_end_of_type(&mut self) -> Vec<TokenTree> {
        let mut tokens = Vec::new();
        let mut open = 0;
        let mut before = ' ';
        while !self.is_empty() && !self.is_punct(';') {
            if open <= 0 && self.is_group(Delimiter::Brace) {
                break;
            }
            let Some(token) = self.next() else {
                break;
            };
            let c = match &token {
                TokenTree::Punct(punct) => punct.as_char(),
                _ => ' ',
            };
            open += match c {
                '<' => 1,
                '>' if before != '-' => -1,
                _ => 0,
            };
            before = c;
            tokens.push(token);
        }
        tokens
    }

    /// Reads past the next `;` or the next braces: what follows a fault in a line.
    pub(super) fn skip_line(&mut self) {
        while !self.is_empty() {
            let ends = self.is_punct(';') || self.is_group(Delimiter::Brace);
            self.next();
            if ends {
                break;
            }
        }
    }

    /// Gives back tokens that were read last.
    pub(super) fn give_back(&mut self, count: usize) {
        self.at = self.at.saturating_sub(count);
    }
}
