//! A name on the stack, on its way to a formatter.

use core::fmt;

/// A name that is not too long.
///
/// A formatter is called through a table, and a string behind it grows with each call. So a name is put
/// together here, and handed over at once: `to_string` then allocates once and not three times, and what
/// writes to a terminal or a file is called once.
pub(super) struct ShortName {
    bytes: [u8; Self::LONGEST],
    length: usize,
}

impl ShortName {
    /// Most names are not half as long.
    const LONGEST: usize = 128;

    pub(super) const fn new() -> Self {
        Self {
            bytes: [0; Self::LONGEST],
            length: 0,
        }
    }

    /// The name as text.
    pub(super) fn as_str(&self) -> Option<&str> {
        let name = self.bytes.get(..self.length)?;
        core::str::from_utf8(name).ok()
    }
}

/// Fails where the name is too long.
impl fmt::Write for ShortName {
    #[inline]
    fn write_str(&mut self, part: &str) -> fmt::Result {
        let end = self.length + part.len();
        let Some(place) = self.bytes.get_mut(self.length..end) else {
            return Err(fmt::Error);
        };
        place.copy_from_slice(part.as_bytes());
        self.length = end;
        Ok(())
    }
}
