//! What a lock says about a type, held against the type while compiling.
//!
//! A macro sees the name of a type and no more; a constant can ask the type.

use crate::bytes;
use crate::error::{TextType, refuse};
use crate::message::Message;
use crate::messages;
use crate::text;

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
    pub texts: &'a [&'a str],
}

impl TypePromise<'_> {
    /// Fails the compilation unless the type, which has these texts if they are known, keeps the promise.
    ///
    /// # Panics
    ///
    /// If a text that was promised is missing.
    #[track_caller]
    pub const fn keep(&self, texts: Option<&[&str]>) {
        let (known, is_known) = match texts {
            Some(texts) => (texts, true),
            None => (&[] as &[&str], false),
        };
        let mut index = 0;
        while index < self.texts.len() {
            if !has(known, self.texts[index]) {
                self.refuse(known, is_known).fail();
            }
            index += 1;
        }
    }

    const fn refuse(&self, known: &[&str], is_known: bool) -> Message {
        let mut missing = Message::new();
        let (mut index, mut told) = (0, 0);
        while index < self.texts.len() {
            if !has(known, self.texts[index]) {
                missing.listed(self.texts[index]);
                told += 1;
            }
            index += 1;
        }
        messages::broken_type_promise(self, &missing, told == 1, is_known)
    }
}

/// Fails the compilation unless the texts of a type are segments.
///
/// # Panics
///
/// If one is not.
#[doc(hidden)]
#[track_caller]
pub const fn check_texts(texts: Option<&[&str]>) {
    let Some(texts) = texts else {
        return;
    };
    let mut index = 0;
    while index < texts.len() {
        if let Err(fault) = text::check_segment(texts[index].as_bytes()) {
            refuse(texts[index], TextType::Segment, fault);
        }
        index += 1;
    }
}

const fn has(texts: &[&str], text: &str) -> bool {
    let mut index = 0;
    while index < texts.len() {
        if bytes::same(texts[index].as_bytes(), text.as_bytes()) {
            return true;
        }
        index += 1;
    }
    false
}
