//! The message of a refusal while compiling.
//!
//! A `const` panic takes one `&str`, so the message is put together in an array of bytes first.

use crate::bytes::{LONGEST_INTEGER, as_str, part, write, write_number};

/// Text of a bounded length, put together piece by piece.
pub(crate) struct Message {
    bytes: [u8; Self::CAPACITY],
    length: usize,
}

impl Message {
    const CAPACITY: usize = 2048;
    /// A piece that is longer is cut.
    const LONGEST: usize = 256;

    pub(crate) const fn new() -> Self {
        Self {
            bytes: [0; Self::CAPACITY],
            length: 0,
        }
    }

    /// Several texts, one after the other.
    pub(crate) const fn of(texts: &[&str]) -> Self {
        let mut message = Self::new();
        message.texts(texts);
        message
    }

    /// Appends several texts.
    pub(crate) const fn texts(&mut self, texts: &[&str]) {
        let mut index = 0;
        while index < texts.len() {
            self.text(texts[index]);
            index += 1;
        }
    }

    /// Appends a text in backticks to a list.
    pub(crate) const fn listed(&mut self, text: &str) {
        if self.length > 0 {
            self.text(", ");
        }
        self.texts(&["`", text, "`"]);
    }

    /// Appends another message, whatever its length.
    pub(crate) const fn append(&mut self, other: &Self) {
        self.beginning(other.as_str(), Self::CAPACITY);
    }

    /// Appends a text.
    pub(crate) const fn text(&mut self, text: &str) {
        self.beginning(text, Self::LONGEST);
    }

    /// Appends at most so many bytes. What there is no room for is left out, but never a part of a character.
    const fn beginning(&mut self, text: &str, longest: usize) {
        let room = Self::CAPACITY - self.length;
        let limit = if room < longest { room } else { longest };
        let (mut end, is_cut) = (text.len(), text.len() > limit);
        if is_cut {
            end = limit.saturating_sub("…".len());
            while !text.is_char_boundary(end) {
                end -= 1;
            }
        }
        self.length = write(&mut self.bytes, self.length, part(text, 0, end));
        if is_cut && room >= "…".len() {
            self.text("…");
        }
    }

    /// Appends a number in decimal digits.
    pub(crate) const fn number(&mut self, number: usize) {
        let digits = &mut [0; LONGEST_INTEGER];
        self.text(write_number(false, number as u128, digits));
    }

    pub(crate) const fn as_str(&self) -> &str {
        let (message, _) = self.bytes.split_at(self.length);
        as_str(message)
    }

    /// Fails the compilation with the message.
    ///
    /// # Panics
    ///
    /// Always: this is how a `const` is refused.
    #[track_caller]
    pub(crate) const fn fail(&self) -> ! {
        panic!("{}", self.as_str())
    }
}

#[cfg(test)]
mod tests;
