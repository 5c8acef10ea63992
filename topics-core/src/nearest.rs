//! Which template somebody may have meant.

use alloc::vec;
use alloc::vec::Vec;

use crate::template::{PlaceholderKind, Template, TemplateSegment};

/// The cost of a segment that one side has and the other has not.
const MISSING: usize = 60;
/// The cost of a segment that has nothing in common with its counterpart.
const OTHER: usize = 60;
/// The cost of a value that a placeholder takes only by coincidence: a literal that is equal is a
/// better sign than a placeholder that takes anything.
const TAKEN: usize = 4;

/// The template nearest to a text that no template matches, or `None` if none is near enough to be a
/// help.
///
/// Segments are aligned so that the fewest are missing and those that face each other differ in the
/// fewest characters; a placeholder faces any segment at almost no cost. A template is near when at
/// least half of the longer side is accounted for, where all that a tail takes counts as one segment.
/// Of equally near ones the first is taken.
///
/// Takes time proportional to the sum, over the templates, of the product of both lengths; meant for
/// messages, not for hot paths. Of a very long text only the beginning is looked at.
///
/// ```
/// use topics_core::{Template, nearest};
///
/// let templates = [
///     Template::new("system.<worker>.health")?,
///     Template::new("system.log")?,
/// ];
/// assert_eq!(nearest(&templates, "system.mutator.heath"), Some(templates[0]));
/// assert_eq!(nearest(&templates, "nothing-like.it"), None);
/// # Ok::<(), topics_core::TextError>(())
/// ```
#[must_use]
pub fn nearest<'t>(templates: &[Template<'t>], text: &str) -> Option<Template<'t>> {
    let segments: Vec<&str> = text.split('.').take(MOST_SEGMENTS).collect();
    let mut best = None;
    for template in templates {
        let cost = distance(template, &segments);
        let length = template.segments().count();
        // A tail takes anything, so a text does not come nearer to it by being longer.
        let surplus = match template.segments().last() {
            Some(last) if is_tail(&last) => segments.len().saturating_sub(length),
            _ => 0,
        };
        let worst = MISSING * length.max(segments.len() - surplus);
        let near = cost.saturating_sub(TAKEN * surplus) * 2 <= worst;
        if near && best.is_none_or(|(lowest, _)| cost < lowest) {
            best = Some((cost, *template));
        }
    }
    best.map(|(_, template)| template)
}

/// Foreign text may be of any length; what is looked at is not.
const MOST_SEGMENTS: usize = 64;
const MOST_CHARACTERS: usize = 64;

/// The lowest cost of aligning the template with the segments (Needleman and Wunsch's algorithm, two
/// rows at a time).
fn distance(template: &Template<'_>, segments: &[&str]) -> usize {
    let mut above: Vec<usize> = (0..=segments.len()).map(|count| count * MISSING).collect();
    for expected in template.segments() {
        let is_tail = is_tail(&expected);
        let mut row = vec![above.first().copied().unwrap_or(0) + MISSING];
        for (column, segment) in segments.iter().enumerate() {
            let at =
                |row: &[usize], index: usize| row.get(index).copied().unwrap_or(usize::MAX / 2);
            let facing = at(&above, column) + difference(&expected, segment);
            let skipped = at(&above, column + 1) + MISSING;
            let extra = at(&row, column) + if is_tail { TAKEN } else { MISSING };
            row.push(facing.min(skipped).min(extra));
        }
        above = row;
    }
    above.last().copied().unwrap_or(usize::MAX)
}

fn is_tail(segment: &TemplateSegment<'_>) -> bool {
    matches!(segment, TemplateSegment::Placeholder(placeholder) if *placeholder.kind() == PlaceholderKind::Tail)
}

fn difference(expected: &TemplateSegment<'_>, found: &str) -> usize {
    match expected {
        TemplateSegment::Literal(text) => spelling(text, found),
        TemplateSegment::Placeholder(placeholder) => match placeholder.kind() {
            PlaceholderKind::Closed(values) => values
                .clone()
                .map(|value| spelling(value, found))
                .min()
                .unwrap_or(OTHER),
            _ => TAKEN,
        },
    }
}

/// How differently two segments are spelled, from 0 to [`OTHER`]: the edit distance (with swaps of
/// neighbours, the commonest slip) in proportion to the longer one.
fn spelling(a: &str, b: &str) -> usize {
    let a: Vec<char> = a.chars().take(MOST_CHARACTERS).collect();
    let b: Vec<char> = b.chars().take(MOST_CHARACTERS).collect();
    let longer = a.len().max(b.len());
    if longer == 0 {
        return 0;
    }
    let edits = edits(&a, &b);
    // Past half of the characters, two words are simply two words.
    if edits * 2 > longer {
        return OTHER;
    }
    edits * OTHER / longer
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
