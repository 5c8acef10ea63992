//! The texts of all patterns, one behind the other.

use alloc::string::String;

#[derive(Clone, Default)]
pub(super) struct Texts {
    all: String,
    /// How many bytes belong to no pattern any more.
    dead: usize,
}

/// Where the text of a pattern is.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Text(u32);

/// Ends each text; no pattern has it.
pub(super) const END: char = '\n';

impl Texts {
    pub(super) fn get(&self, text: Text) -> &str {
        let from = &self.all[text.0 as usize..];
        from.split_once(END).map_or(from, |(text, _)| text)
    }

    /// A text with its end, and whatever comes behind it.
    #[inline]
    pub(super) fn from(&self, text: Text) -> &[u8] {
        &self.all.as_bytes()[text.0 as usize..]
    }

    pub(super) fn is(&self, text: Text, pattern: &str) -> bool {
        let rest = self.from(text).strip_prefix(pattern.as_bytes());
        rest.is_some_and(|rest| rest.first() == Some(&(END as u8)))
    }

    pub(super) fn add(&mut self, text: &str) -> Text {
        let Ok(at) = u32::try_from(self.all.len()) else {
            panic!("a pattern map holds less than 4 GiB of patterns");
        };
        let room = text.len() + END.len_utf8();
        if self.all.capacity() - self.all.len() < room {
            // Doubling would leave half of the room empty, where memory counts most.
            self.all.reserve_exact(room.max(self.all.len() / 4).max(64));
        }
        self.all.push_str(text);
        self.all.push(END);
        Text(at)
    }

    /// Leaves a text behind.
    pub(super) fn forget(&mut self, text: Text) {
        self.dead += self.get(text).len() + END.len_utf8();
    }

    /// How many bytes belong to no pattern any more.
    pub(super) fn dead(&self) -> usize {
        self.dead
    }

    /// Whether that is most of them.
    pub(super) fn are_mostly_dead(&self) -> bool {
        self.dead > self.all.len() / 2
    }

    /// Room for what is alive.
    pub(super) fn fresh(&self) -> Self {
        Self {
            all: String::with_capacity(self.all.len() - self.dead),
            dead: 0,
        }
    }

    /// Gives back what room is not needed.
    pub(super) fn shrink(&mut self) {
        self.all.shrink_to_fit();
    }
}
