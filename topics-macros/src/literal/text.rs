//! The text of a literal: its braces, and the rules that hold for it.

mod braces;

use proc_macro2::Ident;
use syn::LitStr;
use topics_core::{Pattern, Segment, TextError, TopicName};

use super::Kind;
use crate::errors::Errors;
use crate::messages;
use crate::place::Place;
pub(crate) use braces::LoneBrace;
use braces::Piece;

/// A text that keeps the rules, a capture being any one segment.
pub(super) struct Text {
    /// What is checked: `*` where a variable is captured, and each brace once.
    pub(super) shape: String,
    /// What the user wrote.
    pub(super) written: String,
    /// The text before, between and after the captures: one more than there are captures.
    pub(super) around: Vec<String>,
    /// The variables, as identifiers of the place where the literal stands, as those of `format!` are.
    pub(super) captures: Vec<Ident>,
}

impl Text {
    pub(super) fn read(kind: Kind, literal: &LitStr, errors: &mut Errors) -> Option<Self> {
        let written = literal.value();
        let place = Place::at(literal.span());
        let pieces = match braces::read(&written) {
            Ok(pieces) => pieces,
            Err(fault) => {
                errors.add(place, messages::lone_brace(fault));
                return None;
            }
        };
        let mut text = Self {
            shape: String::new(),
            around: vec![String::new()],
            captures: Vec::new(),
            written: written.clone(),
        };
        let mut is_right = true;
        for piece in &pieces {
            match piece {
                Piece::Text(piece) => {
                    text.shape.push_str(piece);
                    if let Some(last) = text.around.last_mut() {
                        last.push_str(piece);
                    }
                }
                Piece::Capture(name) => match capture(kind, name, literal) {
                    Ok(variable) => {
                        text.shape.push('*');
                        text.around.push(String::new());
                        text.captures.push(variable);
                    }
                    Err(message) => {
                        errors.add(place, message);
                        is_right = false;
                    }
                },
            }
        }
        // What is wrong with the rest of a text cannot be told before its braces are right.
        if !is_right {
            return None;
        }
        if let Some(name) = text.capture_beside_text() {
            errors.add(place, messages::capture_beside_text(&name));
            return None;
        }
        if let Err(error) = text.check(kind) {
            errors.add(place, messages::bad_literal(kind, &text.written, &error));
            return None;
        }
        Some(text)
    }

    /// The first capture that isn't a whole segment.
    fn capture_beside_text(&self) -> Option<String> {
        let mut captures = self.captures.iter().enumerate();
        let beside = captures.find(|(index, _)| {
            let before = self.around.get(*index).map_or("", String::as_str);
            let after = self.around.get(index + 1).map_or("", String::as_str);
            let is_first = *index == 0 && before.is_empty();
            let is_last = index + 1 == self.captures.len() && after.is_empty();
            !(is_first || before.ends_with('.')) || !(is_last || after.starts_with('.'))
        });
        beside.map(|(_, name)| name.to_string())
    }

    fn check(&self, kind: Kind) -> Result<(), TextError> {
        let text = self.shape.as_str();
        match kind {
            Kind::Segment => Segment::new(text).map(|_| ()),
            Kind::Topic => TopicName::new(text).map(|_| ()),
            Kind::Pattern => Pattern::new(text).map(|_| ()),
        }
    }
}

/// The variable that a capture names, or what is wrong with it.
fn capture(kind: Kind, name: &str, literal: &LitStr) -> Result<Ident, String> {
    if kind != Kind::Pattern {
        return Err(messages::no_capture(kind, name));
    }
    let plain = name.strip_prefix("r#").unwrap_or(name);
    if plain.is_empty() {
        return Err(messages::capture_without_name());
    }
    if matches!(plain, "self" | "Self" | "super" | "crate" | "_") {
        return Err(messages::capture_of_keyword(plain));
    }
    if name.chars().all(|c| c.is_ascii_digit()) {
        return Err(messages::capture_by_position(name));
    }
    if let Some((variable, _)) = name.split_once(':') {
        return Err(messages::capture_with_format(name, variable));
    }
    let parse = |source: &str| syn::parse_str::<Ident>(source);
    match parse(plain).or_else(|_| parse(&format!("r#{plain}"))) {
        Ok(mut variable) => {
            variable.set_span(literal.span());
            Ok(variable)
        }
        Err(_) => Err(messages::capture_of_expression(name)),
    }
}
