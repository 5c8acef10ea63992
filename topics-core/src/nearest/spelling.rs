//! How differently two segments are spelled.

use super::words::{MOST_CHARACTERS, Word};
use super::{Cost, OTHER};
use crate::bytes::same;

/// From 0, the same, to [`OTHER`], nothing in common: the edit distance (with swaps of neighbours, the
/// commonest slip) in proportion to the longer one.
pub(super) const fn difference(a: Word<'_>, b: Word<'_>) -> Cost {
    if a.size == b.size && a.first == b.first {
        if same(a.bytes, b.bytes) {
            return 0;
        }
        if are_same_but_for_case(a.bytes, b.bytes) {
            return OTHER / 10;
        }
    }
    let (shorter, longer) = if a.length < b.length {
        (a.length, b.length)
    } else {
        (b.length, a.length)
    };
    // Past half of the characters, two words are simply two words. An edit makes up for one character
    // more, and for one letter that only one side has, so often there is nothing to be worked out.
    if (longer - shorter) * 2 > longer
        || (a.letters & !b.letters).count_ones() as usize * 2 > longer
        || (b.letters & !a.letters).count_ones() as usize * 2 > longer
    {
        return OTHER;
    }
    let edits = edits(a, b);
    if edits * 2 > longer {
        return OTHER;
    }
    // What differs only beyond what is looked at differs all the same.
    let edits = if edits == 0 { 1 } else { edits };
    // Less than the other words' cost, so it fits.
    #[allow(clippy::cast_possible_truncation)]
    let cost = (edits * OTHER as usize / longer) as Cost;
    cost
}

const fn are_same_but_for_case(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let mut at = 0;
    while at < a.len() {
        if !a[at].eq_ignore_ascii_case(&b[at]) {
            return false;
        }
        at += 1;
    }
    true
}

/// Whether the letters and digits of both are the same, whatever separates them. All that is not ASCII
/// counts as a letter.
pub(super) const fn are_same_letters(a: [Word<'_>; 2], b: [Word<'_>; 2]) -> bool {
    if a[0].first != b[0].first {
        return false;
    }
    let mut a = Letters::of(a);
    let mut b = Letters::of(b);
    loop {
        match (a.next(), b.next()) {
            (None, None) => return true,
            (Some(a), Some(b)) if a == b => {}
            _ => return false,
        }
    }
}

struct Letters<'a> {
    parts: [&'a [u8]; 2],
    part: usize,
    at: usize,
}

impl<'a> Letters<'a> {
    const fn of([first, second]: [Word<'a>; 2]) -> Self {
        Self {
            parts: [first.bytes, second.bytes],
            part: 0,
            at: 0,
        }
    }

    const fn next(&mut self) -> Option<u8> {
        while self.part < self.parts.len() {
            let part = self.parts[self.part];
            while self.at < part.len() {
                let byte = part[self.at];
                self.at += 1;
                if byte.is_ascii_alphanumeric() || !byte.is_ascii() {
                    return Some(byte.to_ascii_lowercase());
                }
            }
            self.part += 1;
            self.at = 0;
        }
        None
    }
}

/// The optimal string alignment distance.
pub(super) const fn edits(a: Word<'_>, b: Word<'_>) -> usize {
    const WIDTH: usize = MOST_CHARACTERS + 1;
    let (a, a_length) = (a.characters(), a.length);
    let (b, b_length) = (b.characters(), b.length);
    // The row before the one above, the one above, and the one that is written, in turns.
    let mut rows = [[0; WIDTH]; 3];
    let mut column = 0;
    while column <= b_length {
        rows[0][column] = column;
        column += 1;
    }
    let mut i = 0;
    while i < a_length {
        let (before, above, row) = ((i + 2) % 3, i % 3, (i + 1) % 3);
        rows[row][0] = i + 1;
        let mut j = 0;
        while j < b_length {
            let replaced = if a[i] == b[j] { 0 } else { 1 };
            let mut fewest = rows[above][j] + replaced;
            if rows[above][j + 1] + 1 < fewest {
                fewest = rows[above][j + 1] + 1;
            }
            if rows[row][j] + 1 < fewest {
                fewest = rows[row][j] + 1;
            }
            if i > 0
                && j > 0
                && a[i - 1] == b[j]
                && a[i] == b[j - 1]
                && rows[before][j - 1] + 1 < fewest
            {
                fewest = rows[before][j - 1] + 1;
            }
            rows[row][j + 1] = fewest;
            j += 1;
        }
        i += 1;
    }
    rows[a_length % 3][b_length]
}
