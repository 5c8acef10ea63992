//! What slices of bytes lack in a `const fn`: parts of them, writing, equality, and the pieces between dots.

/// The bytes from one place to another.
pub(crate) const fn part(bytes: &[u8], from: usize, to: usize) -> &[u8] {
    let (before, _) = bytes.split_at(to);
    let (_, part) = before.split_at(from);
    part
}

/// Writes a text to a place, if there is room for it, and returns where it ends.
pub(crate) const fn write(bytes: &mut [u8], at: usize, text: &[u8]) -> usize {
    let end = at + text.len();
    if end <= bytes.len() {
        let (written, _) = bytes.split_at_mut(end);
        let (_, room) = written.split_at_mut(at);
        room.copy_from_slice(text);
    }
    end
}

/// As many digits and signs as an integer has.
pub(crate) const LONGEST_INTEGER: usize = 40;

/// Writes a number in decimal digits to the end of `room`, and returns where it begins.
pub(crate) const fn write_number(mut number: u128, room: &mut [u8; LONGEST_INTEGER]) -> usize {
    let mut at = room.len();
    loop {
        let [digit, ..] = (number % 10).to_le_bytes();
        number /= 10;
        at -= 1;
        room[at] = b'0' + digit;
        if number == 0 {
            return at;
        }
    }
}

/// Whether two texts are the same.
pub(crate) const fn same(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len() && follows(a, 0, b)
}

/// Whether these bytes stand at this place.
pub(crate) const fn follows(bytes: &[u8], at: usize, expected: &[u8]) -> bool {
    if bytes.len() - at < expected.len() {
        return false;
    }
    let mut offset = 0;
    while offset < expected.len() {
        if bytes[at + offset] != expected[offset] {
            return false;
        }
        offset += 1;
    }
    true
}

/// Whether these bytes contain this one.
pub(crate) const fn contain(bytes: &[u8], byte: u8) -> bool {
    let mut at = 0;
    while at < bytes.len() && bytes[at] != byte {
        at += 1;
    }
    at < bytes.len()
}

/// The pieces of a text between its dots, from left to right; at least one.
#[derive(Clone, Copy)]
pub(crate) struct Pieces<'a> {
    bytes: &'a [u8],
    /// Where the next piece begins; past the end when there is none.
    at: usize,
}

impl<'a> Pieces<'a> {
    pub(crate) const fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// Where the next piece begins, if there is one.
    pub(crate) const fn start(&self) -> Option<usize> {
        if self.at > self.bytes.len() {
            return None;
        }
        Some(self.at)
    }

    pub(crate) const fn next(&mut self) -> Option<&'a [u8]> {
        if self.at > self.bytes.len() {
            return None;
        }
        let start = self.at;
        let mut end = start;
        while end < self.bytes.len() && self.bytes[end] != b'.' {
            end += 1;
        }
        self.at = end + 1;
        Some(part(self.bytes, start, end))
    }
}
