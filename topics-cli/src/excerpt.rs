//! Foreign bytes, made fit for a terminal and for one line.

use std::fmt;

/// The beginning of a text of unknown making. Whatever cannot be seen, or would do something to a
/// terminal, is escaped, and so are the bytes that are not UTF-8.
pub(crate) struct Excerpt<'a>(pub(crate) &'a [u8]);

/// In characters.
const LONGEST: usize = 80;

impl fmt::Display for Excerpt<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut room = LONGEST;
        for chunk in self.0.utf8_chunks() {
            for c in chunk.valid().chars() {
                if room == 0 {
                    return f.write_str("…");
                }
                room -= 1;
                match c {
                    '\'' | '"' => write!(f, "{c}")?,
                    '\u{fffd}' => write!(f, "{}", c.escape_unicode())?,
                    _ => write!(f, "{}", c.escape_debug())?,
                }
            }
            for byte in chunk.invalid() {
                if room == 0 {
                    return f.write_str("…");
                }
                room -= 1;
                write!(f, "\\x{byte:02x}")?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_reaches_the_terminal_that_is_not_seen() {
        let foreign = "\x1b[2J\t a\u{a0}b\u{202e}c\u{feff}\u{fffd}\\ \"é\"".as_bytes();
        assert_eq!(
            Excerpt(foreign).to_string(),
            r#"\u{1b}[2J\t a\u{a0}b\u{202e}c\u{feff}\u{fffd}\\ "é""#
        );
        assert_eq!(Excerpt(b"a\xff\xe2\x82b").to_string(), r"a\xff\xe2\x82b");
    }

    #[test]
    fn long_texts_are_cut() {
        let whole = "é".repeat(LONGEST);
        assert_eq!(Excerpt(whole.as_bytes()).to_string(), whole);
        let more = whole.clone() + "é";
        assert_eq!(Excerpt(more.as_bytes()).to_string(), whole + "…");
        let invalid = Excerpt(&[0xff; 1_000]).to_string();
        assert_eq!(invalid, r"\xff".repeat(LONGEST) + "…");
    }
}
