//! Which of some texts a text is.

use topics_core::word::load;

/// A few texts of up to 16 bytes, zeros behind them, told apart without a branch that a processor may guess wrong.
#[expect(missing_debug_implementations, reason = "internal")]
pub struct Few<const N: usize>([[u64; 2]; N]);

impl<const N: usize> Few<N> {
    pub const fn new(texts: [&str; N]) -> Self {
        let (mut keys, mut at) = ([[0; 2]; N], 0);
        while at < N {
            assert!(texts[at].len() <= 16, "a text is too long");
            keys[at] = key(texts[at]);
            at += 1;
        }
        Self(keys)
    }

    /// Which text this is; `N` if it is none.
    #[inline]
    pub fn position(&self, text: &str) -> usize {
        let [first, last] = key(text);
        let (mut found, is_long) = (N, u64::from(text.len() > 16));
        for (place, other) in self.0.iter().enumerate() {
            if (first ^ other[0]) | (last ^ other[1]) | is_long == 0 {
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

#[inline]
const fn key(text: &str) -> [u64; 2] {
    [load(text.as_bytes(), 0), load(text.as_bytes(), 8)]
}

#[cfg(test)]
mod tests;
