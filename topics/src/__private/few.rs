//! Which of some texts a text is.

use topics_core::word::load;

/// A few texts of up to 16 bytes, such as those of a closed placeholder.
///
/// A processor cannot guess which of them comes next, and a wrong guess costs more than to compare all. So all
/// of 4 to 8 bytes take the same steps, whatever they are, and all longer ones do.
pub struct Few<const N: usize> {
    keys: [Key; N],
    /// Whether one of them has more than eight bytes.
    any_is_long: bool,
}

/// What tells a text from all others of up to 16 bytes: its beginning and its end, which may overlap.
#[derive(Clone, Copy)]
struct Key {
    first: u64,
    last: u64,
    length: usize,
}

impl<const N: usize> Few<N> {
    /// # Panics
    ///
    /// If a text is longer than that, which the macros see to.
    pub const fn new(texts: [&str; N]) -> Self {
        let mut keys = [Key::of_short(b""); N];
        let mut any_is_long = false;
        let mut at = 0;
        while at < N {
            let text = texts[at].as_bytes();
            assert!(text.len() <= 16, "a text is too long");
            keys[at] = if text.len() > 8 {
                any_is_long = true;
                Key::of_long(text)
            } else {
                Key::of_short(text)
            };
            at += 1;
        }
        Self { keys, any_is_long }
    }

    /// The place of a text; `N` if it is another one.
    #[inline]
    pub fn position(&self, text: &str) -> usize {
        let text = text.as_bytes();
        let key = match text.len() {
            ..=8 => Key::of_short(text),
            9.. if self.any_is_long => Key::of_long(text),
            _ => return N,
        };
        let mut found = N;
        for (place, other) in self.keys.iter().enumerate() {
            let differ = (key.first ^ other.first)
                | (key.last ^ other.last)
                | (key.length ^ other.length) as u64;
            if differ == 0 {
                found = place;
            }
        }
        found
    }
}

/// The place of a text among texts in order, which may be thousands; their number if it is another one.
#[inline]
pub fn position(texts: &[&str], text: &str) -> usize {
    texts.binary_search(&text).unwrap_or(texts.len())
}

impl Key {
    /// That of a text of up to 8 bytes.
    #[inline]
    const fn of_short(text: &[u8]) -> Self {
        let first = match (text.first_chunk(), text.last_chunk()) {
            (Some(first), Some(last)) => {
                u32::from_le_bytes(*first) as u64 | (u32::from_le_bytes(*last) as u64) << 32
            }
            _ => load(text, 0),
        };
        Self {
            first,
            last: 0,
            length: text.len(),
        }
    }

    /// That of a longer one.
    #[inline]
    const fn of_long(text: &[u8]) -> Self {
        Self {
            first: load(text, 0),
            last: load(text, text.len() - 8),
            length: text.len(),
        }
    }
}

#[cfg(test)]
mod tests;
