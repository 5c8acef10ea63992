//! What texts lack in a `const fn`: parts of them, writing, and equality.

/// The text from one place to another, each of them between two characters.
pub(crate) const fn part(text: &str, from: usize, to: usize) -> &str {
    let (before, _) = text.split_at(to);
    let (_, part) = before.split_at(from);
    part
}

/// Writes a text to a place, if there is room for it, and returns where it ends.
pub(crate) const fn write(bytes: &mut [u8], at: usize, text: &str) -> usize {
    let end = at + text.len();
    if end <= bytes.len() {
        let (written, _) = bytes.split_at_mut(end);
        let (_, room) = written.split_at_mut(at);
        room.copy_from_slice(text.as_bytes());
    }
    end
}

/// The text that these bytes are; they were written as whole texts, so they are always one.
pub(crate) const fn as_str(bytes: &[u8]) -> &str {
    match core::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(_) => "",
    }
}

/// As many digits and signs as an integer has.
pub(crate) const LONGEST_INTEGER: usize = 40;

/// Writes a number in decimal digits.
pub(crate) const fn write_number(
    is_negative: bool,
    mut number: u128,
    room: &mut [u8; LONGEST_INTEGER],
) -> &str {
    let mut at = room.len();
    loop {
        let [digit, ..] = (number % 10).to_le_bytes();
        number /= 10;
        at -= 1;
        room[at] = b'0' + digit;
        if number == 0 {
            break;
        }
    }
    if is_negative {
        at -= 1;
        room[at] = b'-';
    }
    let (_, written) = room.split_at(at);
    as_str(written)
}

/// Whether two texts are the same.
pub(crate) const fn same(a: &str, b: &str) -> bool {
    a.len() == b.len() && follows(a, 0, b)
}

/// Whether this text stands at this place.
pub(crate) const fn follows(text: &str, at: usize, expected: &str) -> bool {
    let (bytes, expected, mut offset) = (text.as_bytes(), expected.as_bytes(), 0);
    if bytes.len() - at < expected.len() {
        return false;
    }
    while offset < expected.len() {
        if bytes[at + offset] != expected[offset] {
            return false;
        }
        offset += 1;
    }
    true
}

/// Whether a text contains this byte.
pub(crate) const fn contain(text: &str, byte: u8) -> bool {
    let mut at = 0;
    while at < text.len() && text.as_bytes()[at] != byte {
        at += 1;
    }
    at < text.len()
}
