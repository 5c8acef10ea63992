//! How differently two segments are spelled.

use alloc::vec;
use alloc::vec::Vec;

/// Foreign text may be of any length; what is looked at is not.
const MOST_CHARACTERS: usize = 64;

/// From 0, the same, to `other`, nothing in common: the edit distance (with swaps of neighbours, the
/// commonest slip) in proportion to the longer one.
pub(super) fn difference(a: &str, b: &str, other: usize) -> usize {
    if a == b {
        return 0;
    }
    if a.eq_ignore_ascii_case(b) {
        return other / 10;
    }
    let a: Vec<char> = a.chars().take(MOST_CHARACTERS).collect();
    let b: Vec<char> = b.chars().take(MOST_CHARACTERS).collect();
    let longer = a.len().max(b.len());
    // Past half of the characters, two words are simply two words.
    if a.len().abs_diff(b.len()) * 2 > longer {
        return other;
    }
    let edits = edits(&a, &b);
    if edits * 2 > longer {
        return other;
    }
    // What differs only beyond what is looked at differs all the same.
    edits.max(1) * other / longer
}

/// Whether the letters and digits of both are the same, whatever separates them.
pub(super) fn are_same_letters(a: [&str; 2], b: [&str; 2]) -> bool {
    fn letters<'t>(parts: &'t [&str; 2]) -> impl Iterator<Item = char> + 't {
        let all = parts.iter().flat_map(|part| part.chars());
        all.filter(|c| c.is_alphanumeric())
            .map(|c| c.to_ascii_lowercase())
    }
    letters(&a).eq(letters(&b))
}

/// The optimal string alignment distance.
fn edits(a: &[char], b: &[char]) -> usize {
    let width = b.len() + 1;
    let mut table: Vec<usize> = vec![0; (a.len() + 1) * width];
    for (column, cell) in table.iter_mut().take(width).enumerate() {
        *cell = column;
    }
    for (i, x) in a.iter().enumerate() {
        let row = (i + 1) * width;
        table[row] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let replaced = table[row - width + j] + usize::from(x != y);
            let mut fewest = replaced
                .min(table[row - width + j + 1] + 1)
                .min(table[row + j] + 1);
            if i > 0 && j > 0 && a[i - 1] == *y && *x == b[j - 1] {
                fewest = fewest.min(table[row - 2 * width + j - 1] + 1);
            }
            table[row + j + 1] = fewest;
        }
    }
    table[(a.len() + 1) * width - 1]
}
