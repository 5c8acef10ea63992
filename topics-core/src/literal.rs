//! What the literal macros ask while compiling, once they know the templates of a hierarchy.
//!
//! No part of the public API: the macros of `topics` expand to `const` items that call this, and a
//! panic in there is the error that the user sees.

mod suggestion;

use crate::bytes::contain;
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
    /// The text as the user wrote it: with the names of the variables that are captured. It has as many
    /// segments as what it stands for.
    pub written: &'a str,
}

impl Literal<'_> {
    /// Fails the compilation unless the hierarchy has the topic, a checked one.
    ///
    /// # Panics
    ///
    /// If no template matches the topic.
    #[track_caller]
    pub const fn check_topic(&self, topic: &str) {
        self.check(topic, false);
    }

    /// Fails the compilation unless the pattern, a checked one, can match some topic of the hierarchy.
    ///
    /// # Panics
    ///
    /// If no template overlaps the pattern.
    #[track_caller]
    pub const fn check_pattern(&self, pattern: &str) {
        self.check(pattern, true);
    }

    #[track_caller]
    const fn check(&self, text: &str, is_pattern: bool) {
        let mut names = Each::of(self.names);
        while let Some(name) = names.next() {
            // A topic is a pattern that matches itself only.
            if name.shape().overlaps(text) {
                return;
            }
        }
        self.refuse(text, is_pattern).fail();
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

    const fn refuse(&self, text: &str, is_pattern: bool) -> Message {
        let mut message = if is_pattern {
            messages::dead_pattern(self.written, self.hierarchy)
        } else {
            messages::no_topic(self.written, self.hierarchy)
        };
        if self.has_slashes_for_dots() {
            messages::slashes(&mut message);
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
            suggestion::tell(&alignment, &written, is_pattern, &mut message);
        }
        message
    }
}

#[cfg(test)]
mod tests;
