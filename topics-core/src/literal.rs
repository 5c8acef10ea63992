//! What the literal macros ask while compiling, once they know the templates of a hierarchy.
//!
//! No part of the public API: the macros of `topics` expand to `const` items that call this, and a
//! panic in there is the error that the user sees.

mod departure;
mod suggestion;

use crate::message::Message;
use crate::messages;
use crate::nearest::{Alignment, Expected, Found, nearest};
use crate::template::Template;

/// A literal on a hierarchy.
#[derive(Clone, Copy, Debug)]
pub struct Literal<'a> {
    /// The templates of the hierarchy.
    pub templates: &'a [Template<'a>],
    /// The templates that its topics had before, whose names are still read.
    pub former: &'a [Template<'a>],
    /// The name of the hierarchy, as messages show it.
    pub hierarchy: &'a str,
    /// The text as the user wrote it: with the names of the variables that are captured. It has as many
    /// segments as what it stands for.
    pub written: &'a str,
}

impl Literal<'_> {
    /// Fails the compilation unless the hierarchy has the topic.
    ///
    /// # Panics
    ///
    /// If no template matches the topic.
    #[track_caller]
    pub const fn check_topic(&self, topic: &str) {
        if !self.is_known(topic, false) {
            self.refuse_topic(topic).fail();
        }
    }

    /// Fails the compilation unless the pattern, a checked one, can match some topic of the hierarchy.
    ///
    /// # Panics
    ///
    /// If no template overlaps the pattern.
    #[track_caller]
    pub const fn check_pattern(&self, pattern: &str) {
        if !self.is_known(pattern, true) {
            self.refuse_pattern(pattern).fail();
        }
    }

    /// Whether a template matches a topic, or overlaps a pattern.
    const fn is_known(&self, text: &str, is_pattern: bool) -> bool {
        let (mut templates, mut others) = (self.templates, self.former);
        loop {
            let Some((template, rest)) = templates.split_first() else {
                if others.is_empty() {
                    return false;
                }
                (templates, others) = (others, &[]);
                continue;
            };
            if is_pattern && template.overlaps_text(text) || !is_pattern && template.matches(text) {
                return true;
            }
            templates = rest;
        }
    }

    const fn refuse_topic(&self, topic: &str) -> Message {
        let mut message = messages::no_topic(self.written, self.hierarchy);
        let Some(template) = nearest(self.templates, topic) else {
            messages::no_topic_near(&mut message);
            return message;
        };
        let expected = Expected::of(template.as_str().as_bytes());
        let found = Found::of(topic.as_bytes());
        if let Some(alignment) = Alignment::below(u16::MAX, &expected, &found) {
            departure::tell(&alignment, template.as_str().as_bytes(), &mut message);
        }
        message
    }

    const fn refuse_pattern(&self, pattern: &str) -> Message {
        let mut message = messages::dead_pattern(self.written, self.hierarchy);
        let Some(template) = nearest(self.templates, pattern) else {
            return message;
        };
        let expected = Expected::of(template.as_str().as_bytes());
        let found = Found::of(pattern.as_bytes());
        // What is not looked at cannot be suggested.
        if expected.is_cut || found.is_cut {
            return message;
        }
        let written = Found::of(self.written.as_bytes());
        if let Some(alignment) = Alignment::below(u16::MAX, &expected, &found) {
            suggestion::tell_strange_value(&alignment, &written, &mut message);
            message.text(messages::DID_YOU_MEAN.0);
            suggestion::write(&alignment, &written, &mut message);
            message.text(messages::DID_YOU_MEAN.1);
        }
        message
    }
}

#[cfg(test)]
mod tests;
