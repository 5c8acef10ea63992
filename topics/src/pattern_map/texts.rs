//! The texts of all patterns, one behind the other.

use alloc::string::String;

use topics_core::Pattern;

#[derive(Clone, Debug, Default)]
pub(super) struct Texts {
    all: String,
    /// How many bytes belong to no pattern any more.
    dead: usize,
}

/// Where the text of a pattern is.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Text(u32);

/// Ends each text; no pattern has it.
pub(super) const END: char = '\n';

impl Texts {
    pub(super) fn get(&self, text: Text) -> &str {
        let from = &self.all[text.0 as usize..];
        from.split_once(END).map_or(from, |(text, _)| text)
    }

    pub(super) fn pattern(&self, text: Text) -> Pattern<'_> {
        Pattern::from_checked(self.get(text).into())
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

    /// Whether most bytes belong to no pattern any more, and there are at least so many of them.
    pub(super) fn are_mostly_dead(&self, least: usize) -> bool {
        self.dead > self.all.len() / 2 && self.dead >= least
    }

    /// Room for what is alive.
    pub(super) fn fresh(&self) -> Self {
        Self {
            all: String::with_capacity(self.all.len() - self.dead),
            dead: 0,
        }
    }
}
