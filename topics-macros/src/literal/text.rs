//! The text of a literal: its braces, and the rules that hold for it.

use proc_macro2::Ident;
use syn::LitStr;
use topics_core::{Pattern, Segment, TopicName};

use super::Kind;
use crate::braces;
use crate::errors::Errors;
use crate::messages;
use crate::syntax::{foreign, variable};

/// A text that keeps the rules, a capture being any one segment.
pub(super) struct Text {
    /// What is checked: `*` where a variable is captured, and each brace once.
    pub(super) shape: String,
    /// The text before, between and after the captures: one more than there are captures.
    pub(super) around: Vec<String>,
    /// The variables, as identifiers of the place where the literal stands, as those of `format!` are.
    pub(super) captures: Vec<Ident>,
}

impl Text {
    pub(super) fn read(kind: Kind, literal: &LitStr, errors: &mut Errors) -> Option<Self> {
        let written = literal.value();
        let mut report = |fault: String| errors.add(literal, fault);
        let (around, names) = braces::read(&written).map_err(&mut report).ok()?;
        let captures = names.into_iter().filter_map(|name| {
            let variable = capture(kind, name, literal);
            variable.map_err(&mut report).ok()
        });
        let captures = captures.collect();
        let text = Self {
            shape: around.join("*"),
            around,
            captures,
        };
        // What is wrong with the rest of a text cannot be told before its captures are right.
        match text.fault(kind, &written) {
            _ if !errors.is_empty() => None,
            Some(fault) => errors.fail(literal, fault),
            None => Some(text),
        }
    }

    fn fault(&self, kind: Kind, written: &str) -> Option<String> {
        if let Some((name, before)) = self.capture_beside_text() {
            return Some(if before.ends_with('$') {
                messages::foreign_in_pattern(format!("${{{name}}}"), format!("{{{name}}}"))
            } else {
                messages::capture_beside_text(name)
            });
        }
        let (what, error) = match kind {
            Kind::Segment => ("a segment", Segment::new(&self.shape).err()),
            Kind::Topic => ("a topic", TopicName::new(&self.shape).err()),
            Kind::Pattern => ("a pattern", Pattern::new(&self.shape).err()),
        };
        if let Some(error) = error {
            return Some(messages::bad_literal(what, written, &error));
        }
        // As a segment, `+` is taken at its word.
        (kind == Kind::Pattern).then(|| self.foreign()).flatten()
    }

    /// The first segment that means something in the patterns of other tools.
    fn foreign(&self) -> Option<String> {
        let mut parts = self.shape.split(['.', '/']);
        let (part, placeholder) = parts.find_map(|part| Some((part, foreign(part)?)))?;
        let wildcard = if placeholder.ends_with("..>") {
            ">"
        } else {
            "*"
        };
        Some(messages::foreign_in_pattern(part, wildcard))
    }

    /// The first capture that isn't a whole segment, and the text before it.
    fn capture_beside_text(&self) -> Option<(&Ident, &str)> {
        let (before, after) = (self.around.iter(), self.around.iter().skip(1));
        let last = self.captures.len().saturating_sub(1);
        let mut captures = self.captures.iter().zip(before.zip(after)).enumerate();
        captures.find_map(|(index, (name, (before, after)))| {
            let begins = before.ends_with('.') || index == 0 && before.is_empty();
            let ends = after.starts_with('.') || index == last && after.is_empty();
            (!begins || !ends).then_some((name, before.as_str()))
        })
    }
}

/// The variable that a capture names, or what is wrong with it.
fn capture(kind: Kind, name: &str, literal: &LitStr) -> Result<Ident, String> {
    if kind != Kind::Pattern {
        return Err(messages::no_capture(name));
    }
    let plain = name.strip_prefix("r#").unwrap_or(name);
    variable(plain, literal.span()).ok_or_else(|| messages::not_a_variable(name))
}
