//! Segments and the dots between them.
//!
//! Rust's lexer has no idea of segments, so they are put together from what it makes of them: `my-2nd`
//! is three tokens, `10.0.0.1` is three tokens too, and `1.` holds a dot of the path. Spaces between
//! tokens do not count, save that two words in a row are two words.

use proc_macro2::{Delimiter, TokenTree};
use syn::ext::IdentExt as _;

use super::tokens::Tokens;
use super::{Literal, Path, Placeholder, Segment, notation};
use crate::braces;
use crate::errors::Errors;
use crate::messages;
use crate::nesting;
use crate::place::Place;
use crate::source_text::{text_of_all, token_text};

impl Path {
    /// Reads a path up to what cannot be a part of it: `as`, `=>`, `;`, `,`, a group's brace, or a new
    /// line where only a missing semicolon explains the next token.
    ///
    /// Reports every fault in it, and returns `None` if there was one.
    pub(super) fn parse(tokens: &mut Tokens, errors: &mut Errors) -> Option<Self> {
        let start = tokens.here();
        let mut reader = Reader {
            tokens,
            errors,
            segments: Vec::new(),
            piece: Piece::default(),
            last_dot: None,
            sound: true,
        };
        while reader.step() {}
        reader.end();
        let Reader {
            segments, sound, ..
        } = reader;
        let place = start.to(tokens.last());
        (sound && !segments.is_empty()).then_some(Self { segments, place })
    }
}

impl Segment {
    /// The segment that a text is, or what is wrong with it.
    pub(super) fn of_text(text: String, place: Place) -> Result<Self, String> {
        match topics_core::Segment::new(&text) {
            Err(error) => Err(messages::not_a_segment(&error)),
            Ok(_) => Ok(Self::Literal(Literal { text, place })),
        }
    }
}

/// The segment that is being read.
#[derive(Default)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is about another token of it"
)]
struct Piece {
    /// What was written, but for quotes.
    text: String,
    /// `None` as long as there is nothing of it.
    place: Option<Place>,
    /// The one that it begins with.
    placeholder: Option<Placeholder>,
    /// Whether the last token was a word, so that another one would be a second word.
    ends_with_word: bool,
    has_two_words: bool,
    /// Whether it has something in it that is text only in quotes.
    needs_quotes: bool,
    /// Whether it has been reported.
    is_faulty: bool,
}

struct Reader<'t> {
    tokens: &'t mut Tokens,
    errors: &'t mut Errors,
    segments: Vec<Segment>,
    piece: Piece,
    last_dot: Option<Place>,
    sound: bool,
}

impl Reader<'_> {
    /// Reads the next token; `false` if it is no part of the path.
    fn step(&mut self) -> bool {
        let Some(token) = self.tokens.peek().cloned() else {
            return false;
        };
        let place = Place::at(token.span());
        match &token {
            TokenTree::Ident(word) if word == "as" && self.is_keyword() => return false,
            TokenTree::Punct(punct) => return self.mark(punct.as_char(), place),
            TokenTree::Group(group) => {
                if group.delimiter() == Delimiter::Brace && self.is_lines(group) {
                    return false;
                }
                self.piece.needs_quotes = true;
                self.add(&token_text(&token), false, place);
                self.piece.ends_with_word = true;
            }
            _ if self.may_end() && self.tokens.begins_line() => return false,
            TokenTree::Ident(word) => self.add(&word.unraw().to_string(), true, place),
            TokenTree::Literal(literal) => self.literal(&literal.to_string(), place),
        }
        self.tokens.next();
        true
    }

    /// Whether the path may end before the next token.
    fn may_end(&self) -> bool {
        self.piece.ends_with_word || self.piece.placeholder.is_some() || self.piece.is_faulty
    }

    /// Whether the `as` that is next is no segment: behind a segment it never is, and behind a dot only
    /// a name can follow it.
    fn is_keyword(&self) -> bool {
        match self.tokens.word_at(1) {
            _ if self.may_end() => true,
            Some(word) if self.piece.place.is_none() => {
                word != "as"
                    && !Place::at(word.span()).is_below(self.tokens.here())
                    && self.tokens.mark_at(2) != '.'
            }
            _ => false,
        }
    }

    /// Whether braces hold the lines of a group, rather than what other tools have in braces.
    fn is_lines(&self, group: &proc_macro2::Group) -> bool {
        let is_of_lines = |token: TokenTree| match &token {
            TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
            token => nesting::mark(token) == ';',
        };
        let has_lines = group.stream().into_iter().any(is_of_lines);
        let text = self.piece.text.clone() + &token_text(&TokenTree::Group(group.clone()));
        has_lines || self.piece.is_faulty || !notation::has_braces(&text)
    }

    /// Adds what was written to the piece.
    fn add(&mut self, text: &str, is_word: bool, place: Place) {
        let piece = &mut self.piece;
        if is_word && piece.ends_with_word {
            piece.text.push(' ');
            piece.has_two_words = true;
        }
        piece.text.push_str(text);
        piece.place = Some(piece.place.map_or(place, |start| start.to(place)));
        piece.ends_with_word = is_word;
    }

    fn fault(&mut self, place: Place, message: impl std::fmt::Display) {
        self.errors.add(place, message);
        self.sound = false;
        self.piece.is_faulty = true;
        self.piece.place = Some(place);
    }

    /// A number as it was written, in which a dot is a dot of the path; or a string literal.
    fn literal(&mut self, text: &str, place: Place) {
        if text.starts_with(|c: char| c.is_ascii_digit() || c == '-') {
            for (index, part) in text.split('.').enumerate() {
                if index > 0 {
                    self.dot(place);
                }
                if !part.is_empty() {
                    self.add(part, true, place);
                }
            }
            return;
        }
        match syn::parse_str::<syn::LitStr>(text).map(|text| braces::unescape(&text.value())) {
            Ok(Ok(text)) if text.is_empty() => self.fault(place, messages::empty_string()),
            Ok(Ok(text)) => self.add(&text, true, place),
            Ok(Err(message)) => self.fault(place, message),
            Err(_) => self.fault(place, messages::not_a_string(text)),
        }
    }

    fn mark(&mut self, mark: char, place: Place) -> bool {
        match mark {
            ';' | ',' => return false,
            '=' | '-' if self.tokens.is_arrow(mark) => return false,
            '.' => {
                self.tokens.next();
                self.dot(place);
                return true;
            }
            '#' if self.tokens.begins_with_attributes() => return false,
            '<' | '#' if self.may_end() && self.tokens.begins_line() => return false,
            '<' => {
                self.placeholder(place);
                return true;
            }
            '#' if self.tokens.attributes_ahead() > 0 => {
                self.tokens.next();
                self.fault(place.to(self.tokens.here()), messages::attribute_inside());
                // Those that follow are of the same line, and all of them are to be moved.
                for _ in 0..=self.tokens.attributes_ahead() {
                    self.tokens.next();
                }
                return true;
            }
            // `log: Vec<u8>`, with a type that nothing takes for text.
            ':' if self.piece.ends_with_word
                && self.tokens.word_at(1).is_some()
                && self.tokens.mark_at(2) == '<' =>
            {
                self.tokens.next();
                let start = self.piece.place.unwrap_or(place);
                let of = text_of_all(&self.tokens.until_end_of_type());
                let message = messages::payload_in_parentheses(&self.piece.text, of);
                self.fault(start.to(self.tokens.last()), message);
                return true;
            }
            _ => {}
        }
        self.piece.needs_quotes |= !matches!(mark, '-' | '$');
        self.add(&mark.to_string(), false, place);
        self.tokens.next();
        true
    }

    fn placeholder(&mut self, place: Place) {
        let parsed = Placeholder::parse(self.tokens, self.errors);
        let Some(placeholder) = parsed else {
            self.sound = false;
            self.piece.is_faulty = true;
            self.piece.place = Some(place);
            return;
        };
        self.add(&placeholder.text(), false, placeholder.place);
        self.piece.placeholder.get_or_insert(placeholder);
    }

    /// A dot: the segment before it is complete.
    fn dot(&mut self, place: Place) {
        if !self.complete() {
            self.errors.add(place, messages::empty_segment());
            self.sound = false;
            // One report is enough for a row of dots.
            while self.tokens.eat('.').is_some() {}
        }
        self.last_dot = Some(place);
    }

    /// The end of the path, wherever it is.
    fn end(&mut self) {
        // A row of dots at the end has been reported.
        if self.complete() || !self.sound {
            return;
        }
        let is_group = self.tokens.is_lines();
        let start = self.tokens.start();
        let (place, message) = match self.last_dot {
            Some(dot) => (dot, messages::trailing_dot()),
            None if is_group => (start, messages::group_without_path()),
            None => (start, messages::missing_path()),
        };
        self.errors.add(place, message);
        // What a group is about to be called is no reason to lose its lines.
        self.sound = is_group;
    }

    /// Makes a segment of what has been read; `false` if nothing has.
    fn complete(&mut self) -> bool {
        let piece = std::mem::take(&mut self.piece);
        let (Some(place), false) = (piece.place, piece.is_faulty) else {
            return piece.is_faulty;
        };
        match piece.segment(place) {
            Ok(segment) => self.segments.push(segment),
            Err(message) => {
                self.errors.add(place, message);
                self.sound = false;
            }
        }
        true
    }
}

impl Piece {
    fn segment(self, place: Place) -> Result<Segment, String> {
        let text = self.text;
        if let Some(placeholder) = self.placeholder {
            if text == placeholder.text() {
                return Ok(Segment::Placeholder(placeholder));
            }
            let fault = notation::fault(&text);
            return Err(fault.unwrap_or_else(messages::unmatched_bracket));
        }
        if self.needs_quotes && !self.has_two_words {
            let message = match notation::fault(&text) {
                Some(fault) => fault,
                None if text.contains('/') => {
                    messages::slashes_or_quotes(text.replace('/', "."), &text)
                }
                None => messages::needs_quotes(&text),
            };
            return Err(message);
        }
        Segment::of_text(text, place)
    }
}
