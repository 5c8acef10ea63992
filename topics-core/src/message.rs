//! The message of a refusal while compiling.
//!
//! A `const` panic takes one `&str`, so the message is put together in an array of bytes first.

use crate::bytes::{LONGEST_INTEGER, part, write, write_number};

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
        let (mut message, mut index) = (Self::new(), 0);
        while index < texts.len() {
            message.text(texts[index]);
            index += 1;
        }
        message
    }

    /// Appends a text, its bytes as they are.
    pub(crate) const fn text(&mut self, text: &str) {
        self.piece(text.as_bytes());
    }

    /// Appends several pieces, each known to be UTF-8.
    pub(crate) const fn pieces(&mut self, pieces: &[&[u8]]) {
        let mut index = 0;
        while index < pieces.len() {
            self.piece(pieces[index]);
            index += 1;
        }
    }

    /// Appends a text in backticks.
    pub(crate) const fn quoted(&mut self, text: &str) {
        self.text("`");
        self.text(text);
        self.text("`");
    }

    /// Appends a text in backticks to a list.
    pub(crate) const fn listed(&mut self, text: &[u8]) {
        if self.length > 0 {
            self.text(", ");
        }
        self.pieces(&[b"`", text, b"`"]);
    }

    /// Appends another message, whatever its length.
    pub(crate) const fn append(&mut self, other: &Self) {
        self.beginning(part(&other.bytes, 0, other.length), Self::CAPACITY);
    }

    /// Appends bytes that are known to be UTF-8.
    pub(crate) const fn piece(&mut self, bytes: &[u8]) {
        self.beginning(bytes, Self::LONGEST);
    }

    /// Appends at most so many bytes. What there is no room for is left out, but never a part of a character.
    const fn beginning(&mut self, bytes: &[u8], longest: usize) {
        let room = Self::CAPACITY - self.length;
        let limit = if room < longest { room } else { longest };
        let (mut end, is_cut) = (bytes.len(), bytes.len() > limit);
        if is_cut {
            end = limit.saturating_sub("…".len());
            while end > 0 && bytes[end] & 0xc0 == 0x80 {
                end -= 1;
            }
        }
        self.length = write(&mut self.bytes, self.length, part(bytes, 0, end));
        if is_cut && room >= "…".len() {
            self.piece("…".as_bytes());
        }
    }

    /// Appends a number in decimal digits.
    pub(crate) const fn number(&mut self, number: usize) {
        let mut room = [0; LONGEST_INTEGER];
        let at = write_number(number as u128, &mut room);
        self.piece(part(&room, at, room.len()));
    }

    pub(crate) const fn as_str(&self) -> &str {
        let (message, _) = self.bytes.split_at(self.length);
        match core::str::from_utf8(message) {
            Ok(message) => message,
            Err(_) => "this text breaks the rules of topics",
        }
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
