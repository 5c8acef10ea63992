//! What a lock says about a type, held against the type while compiling.
//!
//! A macro sees the name of a type and no more; a constant can ask the type.

use crate::message::Message;
use crate::messages;
use crate::template::{Texts, ValueTexts};

/// A line about a type, as generated code has it.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct TypePromise<'a> {
    /// The path of the lock, as the declaration names it.
    pub lock: &'a str,
    /// The number of the line.
    pub line: usize,
    /// The type.
    pub of: &'a str,
    /// What is recorded.
    pub texts: Texts<'a>,
}

impl TypePromise<'_> {
    /// Fails the compilation unless the type, which has these texts, keeps the promise.
    ///
    /// # Panics
    ///
    /// If it does not.
    #[track_caller]
    pub const fn keep(&self, texts: Texts<'_>) {
        if !texts.keep(self.texts) {
            self.refuse(texts).fail();
        }
    }

    const fn refuse(&self, texts: Texts<'_>) -> Message {
        let mut missing = Message::new();
        if texts.are_listed() && self.texts.are_listed() {
            let mut promised = ValueTexts::of(self.texts.as_str());
            while let Some(text) = promised.next() {
                if !texts.takes(text) {
                    missing.listed(text);
                }
            }
        } else {
            missing.listed(self.texts.as_str());
        }
        messages::broken_type_promise(self, &missing, texts)
    }
}

#[cfg(test)]
mod tests;
