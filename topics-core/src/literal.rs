//! What the literal macros ask while compiling, once they know the templates of a hierarchy.
//!
//! No part of the public API: the macros of `topics` expand to `const` items that call this, and a
//! panic in there is the error that the user sees.

mod suggestion;

use crate::bytes::{contain, follows};
use crate::message::Message;
use crate::messages;
use crate::nearest::{Alignment, Search, Side};
use crate::template::Shape;
use crate::template::names::{Each, Names};

/// A literal on a hierarchy.
#[derive(Clone, Copy, Debug)]
pub struct Literal<'a> {
    /// The names of its topics, with what their types tell.
    pub names: &'a [Names],
    /// The name of the hierarchy, as messages show it.
    pub hierarchy: &'a str,
    /// Whether it is a pattern, rather than a topic.
    pub is_pattern: bool,
    /// The text as the user wrote it: with the names of the variables that are captured. It has as many
    /// segments as what it stands for.
    pub written: &'a str,
}

impl Literal<'_> {
    /// Fails the compilation unless the hierarchy has the topic, or can match the pattern. The text has been checked.
    ///
    /// # Panics
    ///
    /// If no template overlaps it.
    #[track_caller]
    pub const fn check(&self, text: &str) {
        let mut names = Each::of(self.names);
        while let Some(name) = names.next() {
            // A topic is a pattern that matches itself only.
            if name.shape().overlaps(text) {
                return;
            }
        }
        self.refuse(text).fail();
    }

    /// The template that may have been meant, with what its types tell. It is searched for without that: a template is near even if
    /// its types refuse what is written.
    const fn nearest(&self, text: &str) -> Option<Shape<'static>> {
        let (mut search, mut nearest) = (Search::of(text), None);
        let mut names = Each::of(self.names);
        while let Some(name) = names.next() {
            if !name.is_former && search.comes_nearer(Shape::of(name.template)) {
                nearest = Some(name.shape());
            }
        }
        nearest
    }

    /// Whether the text is written as another tool's is, with slashes, which no template has.
    const fn has_slashes_for_dots(&self) -> bool {
        let mut names = Each::of(self.names);
        while let Some(name) = names.next() {
            if contain(name.template.as_str(), b'/') {
                return false;
            }
        }
        contain(self.written, b'/')
    }

    /// Whether a template begins with these segments and goes on.
    const fn is_beginning(&self, text: &str) -> bool {
        let mut names = Each::of(self.names);
        while let Some(name) = names.next() {
            let template = name.template.as_str();
            let goes_on = follows(template, 0, text) && follows(template, text.len(), ".");
            if goes_on && !name.is_former {
                return true;
            }
        }
        false
    }

    const fn refuse(&self, text: &str) -> Message {
        let mut message = if self.is_pattern {
            messages::dead_pattern(self.written, self.hierarchy)
        } else {
            messages::no_topic(self.written, self.hierarchy)
        };
        if self.has_slashes_for_dots() {
            messages::slashes(&mut message);
            return message;
        }
        if self.is_pattern && self.is_beginning(text) {
            messages::did_you_mean(&Message::of(&[self.written, ".>"]), &mut message);
            return message;
        }
        let Some(template) = self.nearest(text) else {
            return message;
        };
        let (expected, found) = (Side::of(template), Side::of(Shape::of_pattern(text)));
        let written = Side::of(Shape::of_pattern(self.written));
        // What is not looked at cannot be suggested.
        if !expected.is_cut
            && !found.is_cut
            && let Some(alignment) = Alignment::below(u16::MAX, &expected, &found)
        {
            suggestion::tell(&alignment, &written, self.is_pattern, &mut message);
        }
        message
    }
}

#[cfg(test)]
mod tests;
