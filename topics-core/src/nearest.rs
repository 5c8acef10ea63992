//! Which template somebody may have meant.

mod spelling;

use alloc::vec;
use alloc::vec::Vec;

use crate::template::{PlaceholderKind, Template, TemplateSegment};
use spelling::{are_same_letters, difference};

/// The cost of a segment that one side has and the other has not.
const MISSING: usize = 60;
/// The cost of a segment that has nothing in common with its counterpart: more than that of one which
/// is missing, so that half a topic is told from another topic.
const OTHER: usize = 66;
/// The cost of a value that a placeholder takes only by coincidence: a literal that is equal is a
/// better sign than a placeholder that takes anything.
const TAKEN: usize = 4;
/// The cost of one more segment beside a placeholder: an id with a dot in it.
const DOTTED: usize = 20;
/// The cost of a dot where there should be another separator, or the other way round.
const SEPARATED: usize = 8;

/// The template nearest to a text that no template matches, or `None` if none is near enough to be a
/// help.
///
/// Segments are aligned so that the fewest are missing and those that face each other differ in the
/// fewest characters. A placeholder faces any segment at almost no cost, and takes more than one at a
/// low cost, since an id with a dot in it is the commonest slip; so are `.` and `_` taken for each
/// other, and the wrong case. A template is near when some literal of it is recognisable and at least
/// half of the longer side is accounted for, where all that a tail takes counts as one segment. Of
/// equally near ones the first is taken.
///
/// Takes time proportional to the sum, over the templates, of the product of both lengths; meant for
/// messages, not for hot paths. Of a very long text only the beginning is looked at.
///
/// ```
/// use topics_core::{Template, nearest};
///
/// let templates = [
///     Template::new("decky.<id>.mutate_request")?,
///     Template::new("system.<worker>.health")?,
///     Template::new("system.log")?,
/// ];
/// assert_eq!(nearest(&templates, "system.mutator.heath"), Some(templates[1]));
/// assert_eq!(nearest(&templates, "decky.web.01.mutate_request"), Some(templates[0]));
/// assert_eq!(nearest(&templates, "decky.web-01.mutate.request"), Some(templates[0]));
/// assert_eq!(nearest(&templates, "nothing-like.it"), None);
/// # Ok::<(), topics_core::TextError>(())
/// ```
#[must_use]
pub fn nearest<'t>(templates: &[Template<'t>], text: &str) -> Option<Template<'t>> {
    let segments: Vec<&str> = text.split('.').take(MOST_SEGMENTS).collect();
    let mut best = None;
    for template in templates {
        let expected: Vec<TemplateSegment<'_>> = template.segments().collect();
        if !is_recognisable(&expected, &segments) {
            continue;
        }
        let cost = distance(&expected, &segments);
        // A tail takes anything, so a text does not come nearer to it by being longer.
        let surplus = match expected.last() {
            Some(last) if is_tail(last) => segments.len().saturating_sub(expected.len()),
            _ => 0,
        };
        // An id has a few dots in it at most; what is many times as long as a template is another thing.
        if surplus == 0 && segments.len() > 2 * expected.len() + 2 {
            continue;
        }
        let worst = MISSING * expected.len().max(segments.len() - surplus);
        let near = cost.saturating_sub(TAKEN * surplus) * 2 <= worst;
        if near && best.is_none_or(|(lowest, _)| cost < lowest) {
            best = Some((cost, *template));
        }
    }
    best.map(|(_, template)| template)
}

/// Foreign text may be of any length; what is looked at is not.
const MOST_SEGMENTS: usize = 64;

/// Whether some literal of the template can be told in the text; true also of a template that has none.
fn is_recognisable(expected: &[TemplateSegment<'_>], segments: &[&str]) -> bool {
    let mut literals = expected.iter().filter_map(literal).peekable();
    if literals.peek().is_none() {
        return true;
    }
    literals.any(|literal| {
        let is_near = |found: &&str| difference(literal, found, OTHER) < OTHER;
        let mut neighbours = segments.windows(2);
        segments.iter().any(is_near)
            || neighbours.any(|pair| are_same_letters([literal, ""], [pair[0], pair[1]]))
    })
}

/// The lowest cost of aligning the template with the segments: Needleman and Wunsch's algorithm, with
/// one more step for two segments that should be one, and one for one that should be two.
fn distance(expected: &[TemplateSegment<'_>], segments: &[&str]) -> usize {
    let mut rows = vec![
        (0..=segments.len())
            .map(|count| count * MISSING)
            .collect::<Vec<_>>(),
    ];
    for (index, segment) in expected.iter().enumerate() {
        let row = row(&expected[..index], segment, segments, &rows);
        rows.push(row);
    }
    rows[expected.len()][segments.len()]
}

/// The costs of aligning the template up to and including `segment` with each beginning of the text.
fn row(
    before: &[TemplateSegment<'_>],
    segment: &TemplateSegment<'_>,
    segments: &[&str],
    rows: &[Vec<usize>],
) -> Vec<usize> {
    let above = &rows[before.len()];
    let surplus = match segment {
        segment if is_tail(segment) => TAKEN,
        TemplateSegment::Placeholder(_) => DOTTED,
        TemplateSegment::Literal(_) => MISSING,
    };
    let mut row = vec![above[0] + MISSING];
    for (column, found) in segments.iter().enumerate() {
        let mut cost = (above[column] + facing(segment, found))
            .min(above[column + 1] + MISSING)
            .min(row[column] + surplus);
        if let Some(literal) = literal(segment) {
            if column > 0 && are_same_letters([literal, ""], [segments[column - 1], found]) {
                cost = cost.min(above[column - 1] + SEPARATED);
            }
            if let Some(earlier) = before.last().and_then(self::literal)
                && are_same_letters([earlier, literal], [found, ""])
            {
                cost = cost.min(rows[before.len() - 1][column] + SEPARATED);
            }
        }
        row.push(cost);
    }
    row
}

fn facing(expected: &TemplateSegment<'_>, found: &str) -> usize {
    match expected {
        TemplateSegment::Literal(text) => difference(text, found, OTHER),
        TemplateSegment::Placeholder(placeholder) => match placeholder.kind() {
            PlaceholderKind::Closed(values) => values
                .clone()
                .map(|value| difference(value, found, OTHER))
                .min()
                .unwrap_or(OTHER),
            _ => TAKEN,
        },
    }
}

fn literal<'t>(segment: &TemplateSegment<'t>) -> Option<&'t str> {
    match segment {
        TemplateSegment::Literal(text) => Some(text),
        TemplateSegment::Placeholder(_) => None,
    }
}

fn is_tail(segment: &TemplateSegment<'_>) -> bool {
    matches!(segment, TemplateSegment::Placeholder(placeholder) if *placeholder.kind() == PlaceholderKind::Tail)
}
