//! `topology.<id>.mutation`: segments joined by dots.
//!
//! Rust's lexer has no idea of segments, so they are put together from what it makes of them: `my-2nd`
//! is three tokens, `10.0.0.1` is three tokens too, and `1.` holds a dot of the path. Spaces between
//! tokens do not count, save that two words in a row are two words.

use proc_macro2::{Delimiter, TokenTree};
use syn::ext::IdentExt as _;

use super::tokens::Tokens;
use super::{Literal, Path, Placeholder, Segment};
use crate::errors::Errors;
use crate::messages;
use crate::place::Place;
use crate::source_text::token_text;

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
            piece: Piece::None,
            last_dot: None,
            sound: true,
        };
        reader.read();
        let Reader {
            segments, sound, ..
        } = reader;
        let place = start.to(tokens.last());
        (sound && !segments.is_empty()).then_some(Self { segments, place })
    }
}

impl Literal {
    /// Reads one value of a closed placeholder, which is all of these tokens; `None` if it is faulty.
    pub(super) fn parse(tokens: &mut Tokens, errors: &mut Errors) -> Option<Self> {
        let path = Path::parse(tokens, errors)?;
        let mut segments = path.segments.into_iter();
        match (segments.next(), segments.next(), tokens.is_empty()) {
            (Some(Segment::Literal(literal)), None, true) => Some(literal),
            _ => {
                tokens.until_semicolon();
                errors.add(
                    path.place.to(tokens.last()),
                    messages::value_is_no_segment(),
                );
                None
            }
        }
    }
}

/// The segment that is being read.
enum Piece {
    /// Nothing of it yet.
    None,
    Literal(Text),
    Placeholder(Placeholder),
    /// Something that has been reported.
    Faulty,
}

struct Text {
    so_far: String,
    place: Place,
    /// Whether the last token was a word or a literal, so that another one would be a second word.
    ends_with_word: bool,
    /// Whether it is two words.
    has_space: bool,
    /// Whether it has a character that stands in a string literal only.
    needs_quotes: bool,
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
    fn read(&mut self) {
        while let Some(token) = self.tokens.peek().cloned() {
            let place = Place::of(&token);
            let goes_on = match &token {
                TokenTree::Ident(word) if word == "as" && self.is_keyword() => false,
                TokenTree::Ident(word) => self.word(&word.unraw().to_string(), place),
                TokenTree::Literal(literal) => self.literal(&literal.to_string(), place),
                TokenTree::Punct(punct) => self.punct(punct.as_char(), place),
                TokenTree::Group(group) => match group.delimiter() {
                    Delimiter::Brace if self.is_lines(group) => false,
                    Delimiter::Brace => {
                        let name = group.stream().into_iter().next();
                        let name = name.map(|name| token_text(&name)).unwrap_or_default();
                        self.fault(place, messages::braced_placeholder(&name))
                    }
                    _ => self.fault(place, messages::unexpected_group(&token_text(&token))),
                },
            };
            if !goes_on {
                break;
            }
        }
        self.end();
    }

    /// Whether the path may end before the next token.
    fn may_end(&self) -> bool {
        match &self.piece {
            Piece::None => false,
            Piece::Literal(text) => text.ends_with_word,
            Piece::Placeholder(_) | Piece::Faulty => true,
        }
    }

    /// Whether the `as` that is next is no segment: behind a segment it never is, and behind a dot only
    /// a name can follow it.
    fn is_keyword(&self) -> bool {
        match self.tokens.word_at(1) {
            _ if self.may_end() => true,
            Some(word) if matches!(self.piece, Piece::None) => {
                word != "as" && !self.tokens.is_on_later_line_at(1)
            }
            _ => false,
        }
    }

    /// Whether a second word would begin a new line of a declaration that lacks a semicolon.
    fn is_next_line(&self) -> bool {
        self.may_end() && self.tokens.is_on_later_line()
    }

    /// Whether braces hold the lines of a group, rather than the name of a placeholder.
    fn is_lines(&self, group: &proc_macro2::Group) -> bool {
        let is_name = matches!(self.piece, Piece::None) && group.stream().into_iter().count() == 1;
        !is_name
    }

    /// Reports a fault at the next tokens, and reads on behind them.
    fn fault(&mut self, place: Place, message: impl std::fmt::Display) -> bool {
        self.tokens.next();
        self.errors.add(place, message);
        self.sound = false;
        self.piece = Piece::Faulty;
        true
    }

    fn word(&mut self, word: &str, place: Place) -> bool {
        if self.is_next_line() {
            return false;
        }
        match &mut self.piece {
            Piece::None => {
                self.piece = Piece::Literal(Text {
                    so_far: word.to_owned(),
                    place,
                    ends_with_word: true,
                    has_space: false,
                    needs_quotes: false,
                });
            }
            Piece::Literal(text) => {
                if text.ends_with_word {
                    text.so_far.push(' ');
                    text.has_space = true;
                }
                text.so_far.push_str(word);
                text.place = text.place.to(place);
                text.ends_with_word = true;
            }
            Piece::Placeholder(placeholder) => {
                let whole = placeholder.place.to(place);
                return self.fault(whole, messages::text_beside_placeholder());
            }
            Piece::Faulty => {}
        }
        self.tokens.next();
        true
    }

    fn literal(&mut self, text: &str, place: Place) -> bool {
        if text.starts_with(|c: char| c.is_ascii_digit() || c == '-') {
            if self.is_next_line() {
                return false;
            }
            return self.number(text, place);
        }
        match syn::parse_str::<syn::LitStr>(text) {
            Ok(string) => {
                let value = string.value();
                if value.is_empty() {
                    return self.fault(place, messages::empty_string());
                }
                self.word(&value, place)
            }
            Err(_) => self.fault(place, messages::not_a_string(text)),
        }
    }

    /// A number, as it was written; a dot in it is a dot of the path.
    fn number(&mut self, text: &str, place: Place) -> bool {
        for (index, part) in text.split('.').enumerate() {
            if index > 0 {
                self.dot(place);
            }
            if !part.is_empty() {
                self.word(part, place);
                // One token, however many words.
                self.tokens.give_back(1);
            }
        }
        self.tokens.next();
        true
    }

    fn punct(&mut self, c: char, place: Place) -> bool {
        match c {
            ';' | ',' => return false,
            '=' if self.tokens.is_fat_arrow() => return false,
            '.' => {
                self.tokens.next();
                self.dot(place);
                return true;
            }
            '<' => return self.placeholder(place),
            '-' if self.tokens.is_thin_arrow() => {
                self.tokens.next();
                let arrow = place.to(self.tokens.here());
                self.fault(arrow, messages::reply_without_payload());
                self.tokens.until_semicolon();
                return true;
            }
            '*' => {
                self.fault(place, messages::star());
                while self.tokens.eat('*').is_some() {}
                return true;
            }
            '>' => return self.greater_than(place),
            '#' if self.tokens.group_at(1, Delimiter::Bracket).is_some() => {
                if self.is_next_line() {
                    return false;
                }
                self.tokens.next();
                let attribute = place.to(self.tokens.here());
                self.fault(attribute, messages::attribute_inside());
                // Those that follow are of the same line, and all of them are to be moved.
                while self.tokens.is_punct('#')
                    && self.tokens.group_at(1, Delimiter::Bracket).is_some()
                {
                    self.tokens.next();
                    self.tokens.next();
                }
                return true;
            }
            ':' if matches!(self.piece, Piece::None) && self.tokens.word_at(1).is_some() => {
                self.tokens.next();
                let name = self.tokens.word_at(0).map(ToString::to_string);
                let place = place.to(self.tokens.here());
                return self.fault(
                    place,
                    messages::colon_placeholder(&name.unwrap_or_default()),
                );
            }
            '#' if self.is_next_line() => return false,
            _ => {}
        }
        let needs_quotes = !matches!(c, '-' | '$');
        match &mut self.piece {
            Piece::None => {
                self.piece = Piece::Literal(Text {
                    so_far: c.to_string(),
                    place,
                    ends_with_word: false,
                    has_space: false,
                    needs_quotes,
                });
            }
            Piece::Literal(text) => {
                text.so_far.push(c);
                text.place = text.place.to(place);
                text.ends_with_word = false;
                text.needs_quotes |= needs_quotes;
            }
            Piece::Placeholder(placeholder) => {
                let whole = placeholder.place.to(place);
                return self.fault(whole, messages::text_beside_placeholder());
            }
            Piece::Faulty => {}
        }
        self.tokens.next();
        true
    }

    /// A `>` that closes nothing.
    fn greater_than(&mut self, place: Place) -> bool {
        match &self.piece {
            Piece::Literal(text) if text.ends_with_word => {
                let whole = text.place.to(place);
                let message = messages::unopened_placeholder(&text.so_far);
                self.fault(whole, message)
            }
            Piece::Placeholder(_) => self.fault(place, messages::second_closing()),
            _ => self.fault(place, messages::greater_than()),
        }
    }

    fn placeholder(&mut self, place: Place) -> bool {
        if self.is_next_line() {
            return false;
        }
        let parsed = Placeholder::parse(self.tokens, self.errors);
        self.sound &= parsed.is_some();
        let beside = match std::mem::replace(&mut self.piece, Piece::Faulty) {
            Piece::None => {
                self.piece = parsed.map_or(Piece::Faulty, Piece::Placeholder);
                return true;
            }
            Piece::Faulty => return true,
            Piece::Literal(text) => text.place,
            Piece::Placeholder(placeholder) => placeholder.place,
        };
        self.sound = false;
        if parsed.is_some() {
            let whole = beside.to(place).to(self.tokens.last());
            self.errors.add(whole, messages::text_beside_placeholder());
        }
        true
    }

    /// A dot: the segment before it is complete.
    fn dot(&mut self, place: Place) {
        match std::mem::replace(&mut self.piece, Piece::None) {
            Piece::None => {
                self.errors.add(place, messages::empty_segment());
                self.sound = false;
                // One report is enough for a row of dots.
                while self.tokens.is_punct('.') {
                    self.tokens.next();
                }
            }
            piece => self.complete(piece),
        }
        self.last_dot = Some(place);
    }

    /// The end of the path, wherever it is.
    fn end(&mut self) {
        match std::mem::replace(&mut self.piece, Piece::None) {
            Piece::None => {
                // A row of dots at the end has been reported.
                if self.sound {
                    match self.last_dot {
                        Some(dot) => self.errors.add(dot, messages::trailing_dot()),
                        None => {
                            let message = if self.tokens.is_group(Delimiter::Brace) {
                                messages::group_without_path()
                            } else {
                                messages::missing_path()
                            };
                            self.errors.add(self.tokens.start(), message);
                        }
                    }
                }
                self.sound = false;
            }
            piece => self.complete(piece),
        }
    }

    fn complete(&mut self, piece: Piece) {
        match piece {
            Piece::Literal(text) => match text.check() {
                Ok(literal) => self.segments.push(Segment::Literal(literal)),
                Err((place, message)) => {
                    self.errors.add(place, message);
                    self.sound = false;
                }
            },
            Piece::Placeholder(placeholder) => {
                self.segments.push(Segment::Placeholder(placeholder));
            }
            Piece::None | Piece::Faulty => {}
        }
    }
}

impl Text {
    fn check(self) -> Result<Literal, (Place, String)> {
        let Self {
            so_far: text,
            place,
            ..
        } = self;
        if self.needs_quotes && !self.has_space {
            let payload = text.split_once([':', '=']).map(|(_, payload)| payload);
            let message = match payload {
                Some(payload) if payload.starts_with(char::is_alphabetic) => {
                    messages::needs_quotes_or_arrow(&text, payload)
                }
                _ => messages::needs_quotes(&text),
            };
            return Err((place, message));
        }
        match topics_core::Segment::new(&text) {
            Ok(_) => Ok(Literal { text, place }),
            Err(error) => Err((place, messages::not_a_segment(&error))),
        }
    }
}
