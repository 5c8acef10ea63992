//! A message put together while compiling: a `const` panic takes one `&str`.

const CAPACITY: usize = 1024;

/// What is longer than this is left out: a message must not be cut inside of a character.
const LONGEST_PART: usize = 256;

pub(super) struct Message {
    bytes: [u8; CAPACITY],
    length: usize,
}

impl Message {
    pub(super) const fn new() -> Self {
        Self {
            bytes: [0; CAPACITY],
            length: 0,
        }
    }

    pub(super) const fn text(self, text: &str) -> Self {
        self.bytes(text.as_bytes())
    }

    /// A text in backticks.
    pub(super) const fn quoted(self, text: &str) -> Self {
        let text = if text.len() > LONGEST_PART {
            "…"
        } else {
            text
        };
        self.text("`").text(text).text("`")
    }

    /// Bytes that are whole characters.
    pub(super) const fn bytes(mut self, bytes: &[u8]) -> Self {
        if bytes.len() > CAPACITY - self.length {
            return self;
        }
        let mut at = 0;
        while at < bytes.len() {
            self.bytes[self.length] = bytes[at];
            self.length += 1;
            at += 1;
        }
        self
    }

    pub(super) const fn as_str(&self) -> &str {
        let (message, _) = self.bytes.split_at(self.length);
        match core::str::from_utf8(message) {
            Ok(message) => message,
            Err(_) => "these templates are in conflict",
        }
    }

    /// Fails the compilation.
    #[track_caller]
    pub(super) const fn refuse(self) -> ! {
        panic!("{}", self.as_str())
    }
}
