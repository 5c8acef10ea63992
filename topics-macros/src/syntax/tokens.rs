//! A cursor over tokens.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};

use crate::nesting;
use crate::place::Place;
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
    has_layout: bool,
}

impl Tokens {
    pub(super) fn new(stream: TokenStream, whole: Span) -> Self {
        let all = nesting::open_invisible_groups(stream);
        let has_layout = Place::of_all(&all).has_layout();
        Self {
            all,
            at: 0,
            whole,
            has_layout,
        }
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

    fn before(&self) -> Option<&TokenTree> {
        self.at.checked_sub(1).and_then(|last| self.all.get(last))
    }

    /// The place of the token read last; before the first one, that of all.
    pub(super) fn last(&self) -> Place {
        Place::at(self.before().map_or(self.whole, TokenTree::span))
    }

    /// Where the token read last ends: at itself, or at the closing delimiter of a group.
    pub(super) fn end(&self) -> Place {
        match self.before() {
            Some(TokenTree::Group(group)) => Place::at(group.span_close()),
            _ => self.last(),
        }
    }

    /// The text of the token read last.
    pub(super) fn last_text(&self) -> String {
        self.before().map(token_text).unwrap_or_default()
    }

    /// The place of the next token; at the end, that of the last.
    pub(super) fn here(&self) -> Place {
        self.peek()
            .map_or_else(|| self.last(), |next| Place::at(next.span()))
    }

    /// Where the next token begins: at itself, or at the opening delimiter of a group.
    pub(super) fn start(&self) -> Place {
        match self.peek() {
            Some(TokenTree::Group(group)) => Place::at(group.span_open()),
            _ => self.here(),
        }
    }

    /// The mark that a token further on is; a space, if it is none.
    pub(super) fn mark_at(&self, ahead: usize) -> char {
        self.peek_at(ahead).map_or(' ', nesting::mark)
    }

    pub(super) fn is_punct(&self, c: char) -> bool {
        self.mark_at(0) == c
    }

    pub(super) fn word_at(&self, ahead: usize) -> Option<&Ident> {
        match self.peek_at(ahead) {
            Some(TokenTree::Ident(ident)) => Some(ident),
            _ => None,
        }
    }

    pub(super) fn is_word_at(&self, ahead: usize, word: &str) -> bool {
        self.word_at(ahead).is_some_and(|ident| ident == word)
    }

    pub(super) fn group_at(&self, ahead: usize, delimiter: Delimiter) -> Option<&Group> {
        match self.peek_at(ahead) {
            Some(TokenTree::Group(group)) if group.delimiter() == delimiter => Some(group),
            _ => None,
        }
    }

    pub(super) fn is_lines(&self) -> bool {
        self.group_at(0, Delimiter::Brace).is_some()
    }

    /// Whether an arrow is next that begins so, `=>` or `->`.
    pub(super) fn is_arrow(&self, start: char) -> bool {
        self.is_punct(start) && self.mark_at(1) == '>'
    }

    /// Reads the next token if it is this one.
    pub(super) fn eat(&mut self, c: char) -> Option<Place> {
        self.is_punct(c).then(|| {
            self.at += 1;
            self.last()
        })
    }

    /// How many tokens the visibility has that is next.
    pub(super) fn visibility_ahead(&self) -> usize {
        let count = usize::from(self.is_word_at(0, "pub"));
        count + usize::from(count > 0 && self.group_at(1, Delimiter::Parenthesis).is_some())
    }

    /// Reads a visibility, if one is next.
    pub(super) fn visibility(&mut self) -> Vec<TokenTree> {
        let count = self.visibility_ahead();
        (0..count).filter_map(|_| self.next()).collect()
    }

    /// How many tokens the attributes have that are next.
    pub(super) fn attributes_ahead(&self) -> usize {
        let mut ahead = 0;
        while self.mark_at(ahead) == '#' && self.group_at(ahead + 1, Delimiter::Bracket).is_some() {
            ahead += 2;
        }
        ahead
    }

    /// Whether attributes are next that belong to the next line, rather than stand inside of this one.
    pub(super) fn begins_with_attributes(&self) -> bool {
        let ahead = self.attributes_ahead();
        let goes_on = matches!(self.mark_at(ahead), '.' | ';' | ',' | '=');
        ahead > 0 && !goes_on && !self.is_word_at(ahead, "as")
    }

    /// Whether the next token begins a line that only a missing semicolon explains: the layout says so, or,
    /// for an editor that keeps none, words do that stand side by side.
    pub(super) fn begins_line(&self) -> bool {
        let Some(next) = self.peek() else {
            return false;
        };
        if self.has_layout || self.begins_with_attributes() {
            return self.begins_with_attributes() || Place::at(next.span()).is_below(self.end());
        }
        let is_closed = match self.before() {
            Some(TokenTree::Punct(punct)) => punct.as_char() == '>',
            before => before.is_some(),
        };
        is_closed && matches!(next, TokenTree::Ident(_) | TokenTree::Literal(_))
    }

    /// Reads the tokens up to the end.
    pub(super) fn rest(&mut self) -> Vec<TokenTree> {
        std::iter::from_fn(|| self.next()).collect()
    }

    /// Reads the tokens up to one that ends them, which is told how many `<` are open before it and what the mark before
    /// it is.
    pub(super) fn until(&mut self, ends: impl Fn(&Self, i32, char) -> bool) -> Vec<TokenTree> {
        let (mut open, mut before, mut read) = (0, ' ', Vec::new());
        while !ends(self, open, before)
            && let Some(token) = self.next()
        {
            let mark = nesting::mark(&token);
            open += i32::from(mark == '<') - i32::from(mark == '>' && before != '-');
            open = open.max(0);
            before = mark;
            read.push(token);
        }
        read
    }

    /// Reads the tokens up to the next `;` or the end.
    pub(super) fn until_semicolon(&mut self) {
        self.until(|tokens, _, _| tokens.is_punct(';'));
    }

    /// Reads the tokens up to what ends a type for sure: a `;`, or braces that are in no `<…>`.
    pub(super) fn until_end_of_type(&mut self) -> Vec<TokenTree> {
        self.until(|tokens, open, _| {
            let is_end = tokens.is_punct(';') || tokens.begins_with_attributes();
            is_end || open <= 0 && tokens.is_lines()
        })
    }

    /// Reads the tokens up to the `>` that closes the `<` before them, and that one too. If there is none in
    /// this line, reads nothing.
    pub(super) fn until_closed(&mut self) -> Option<Vec<TokenTree>> {
        let inner = self.until(|tokens, open, before| match tokens.mark_at(0) {
            ';' => true,
            '>' => open == 0 && before != '-',
            // `<rest..=>` is a faulty tail, not an open placeholder that a payload follows.
            _ => before != '.' && tokens.is_arrow('='),
        });
        if self.eat('>').is_none() {
            self.give_back(inner.len());
            return None;
        }
        Some(inner)
    }

    /// Reads past the next `;` or the next braces, or up to the next line: what follows a fault in a line.
    pub(super) fn skip_line(&mut self) {
        while !self.is_empty() {
            let ends = self.is_punct(';') || self.is_lines();
            self.next();
            if ends || self.begins_line() {
                break;
            }
        }
    }

    /// Gives back tokens that were read last.
    pub(super) fn give_back(&mut self, count: usize) {
        self.at = self.at.saturating_sub(count);
    }
}
