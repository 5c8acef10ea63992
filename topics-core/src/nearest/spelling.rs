//! How differently two segments are spelled, byte by byte.

use super::{Cost, OTHER};
use crate::bytes::same;
use crate::template::ValueTexts;

/// So many bytes of each segment are looked at.
const MOST: usize = 64;

/// From 0, the same, to [`OTHER`], nothing in common: the edit distance (with swaps of neighbours, the
/// commonest slip) in proportion to the longer one.
pub(super) const fn difference(a: &str, b: &str) -> Cost {
    if same(a, b) {
        return 0;
    }
    if are_same_but_for_case(a.as_bytes(), b.as_bytes()) {
        return OTHER / 10;
    }
    let (a, b) = (beginning(a), beginning(b));
    let longer = if a.len() < b.len() { b.len() } else { a.len() };
    // Past half of the bytes, two words are simply two words. An edit makes up for one letter that only one side
    // has, so often there is nothing to be worked out; that counts while compiling.
    let (in_a, in_b) = (letters(a), letters(b));
    if a.len().abs_diff(b.len()) * 2 > longer
        || (in_a & !in_b).count_ones() as usize * 2 > longer
        || (in_b & !in_a).count_ones() as usize * 2 > longer
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

/// The value that a segment differs least from, if one is near, and the difference.
pub(super) const fn nearest_value<'a>(
    mut values: ValueTexts<'a>,
    segment: &str,
) -> (Option<&'a str>, Cost) {
    let (mut nearest, mut least) = (None, OTHER);
    while let Some(value) = values.next() {
        let difference = difference(value, segment);
        if difference < least {
            (nearest, least) = (Some(value), difference);
        }
    }
    (nearest, least)
}

const fn are_same_but_for_case(a: &[u8], b: &[u8]) -> bool {
    let mut at = 0;
    while at < a.len() && at < b.len() && a[at].eq_ignore_ascii_case(&b[at]) {
        at += 1;
    }
    at == a.len() && at == b.len()
}

const fn beginning(word: &str) -> &[u8] {
    match word.as_bytes().split_at_checked(MOST) {
        Some((beginning, _)) => beginning,
        None => word.as_bytes(),
    }
}

/// A set of the bytes, by their lowest bits: those of both cases of a letter are the same.
const fn letters(word: &[u8]) -> u32 {
    let (mut letters, mut at) = (0, 0);
    while at < word.len() {
        letters |= 1 << (word[at] & 31);
        at += 1;
    }
    letters
}

/// Whether the letters and digits of both are the same, whatever separates them. All that is not ASCII
/// counts as a letter.
pub(super) const fn are_same_letters(a: [&str; 2], b: [&str; 2]) -> bool {
    let (mut at_a, mut at_b) = (0, 0);
    loop {
        match (next_letter(a, &mut at_a), next_letter(b, &mut at_b)) {
            (None, None) => return true,
            (Some(a), Some(b)) if a == b => {}
            _ => return false,
        }
    }
}

/// The next letter of two parts, counted as one text.
const fn next_letter([first, second]: [&str; 2], at: &mut usize) -> Option<u8> {
    while *at < first.len() + second.len() {
        let byte = if *at < first.len() {
            first.as_bytes()[*at]
        } else {
            second.as_bytes()[*at - first.len()]
        };
        *at += 1;
        if byte.is_ascii_alphanumeric() || !byte.is_ascii() {
            return Some(byte.to_ascii_lowercase());
        }
    }
    None
}

/// The optimal string alignment distance.
pub(super) const fn edits(a: &[u8], b: &[u8]) -> usize {
    // The row before the one above, the one above, and the one that is written, in turns.
    let mut rows = [[0; MOST + 1]; 3];
    let mut column = 0;
    while column <= b.len() {
        rows[0][column] = column;
        column += 1;
    }
    let mut i = 0;
    while i < a.len() {
        let (before, above, row) = ((i + 2) % 3, i % 3, (i + 1) % 3);
        rows[row][0] = i + 1;
        let mut j = 0;
        while j < b.len() {
            let replaced = rows[above][j] + (a[i] != b[j]) as usize;
            let mut fewest = least(replaced, least(rows[above][j + 1], rows[row][j]) + 1);
            if i > 0 && j > 0 && a[i - 1] == b[j] && a[i] == b[j - 1] {
                fewest = least(fewest, rows[before][j - 1] + 1);
            }
            rows[row][j + 1] = fewest;
            j += 1;
        }
        i += 1;
    }
    rows[a.len() % 3][b.len()]
}

pub(super) const fn least(a: usize, b: usize) -> usize {
    if a < b { a } else { b }
}
