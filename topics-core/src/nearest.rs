//! Which template somebody may have meant.
//!
//! All of it is `const`: a refused literal is told what is near while compiling, and a refused topic
//! while running, by the same search. So there are arrays of a fixed size where one would expect
//! vectors, and what is beyond them is not looked at.

mod alignment;
mod sides;
mod spelling;

use crate::template::{Shape, Template};
pub(crate) use alignment::{Alignment, Move};
pub(crate) use sides::Side;
use spelling::{are_same_letters, difference, least};

/// How far two texts are from each other; small, since there is a table of them on the stack.
pub(crate) type Cost = u16;

/// The cost of a segment that one side has and the other has not.
const MISSING: Cost = 60;
/// The cost of a segment that has nothing in common with its counterpart: more than that of one which
/// is missing, so that half a topic is told from another topic.
const OTHER: Cost = 66;
/// The cost of a value that a placeholder takes only by coincidence: a literal that is equal is a
/// better sign than a placeholder that takes anything. So it is of a `*` where a literal stands.
const TAKEN: Cost = 4;
/// The cost of one more segment beside a placeholder: an id with a dot in it. A little more than half of
/// a missing one, so that a text comes no nearer by being longer.
const DOTTED: Cost = 32;
/// The cost of a dot where there should be another separator, or the other way round.
const SEPARATED: Cost = 8;

/// Returns the template nearest to a text that no template matches, or `None` if none is near enough to help.
///
/// Segments are aligned so that the fewest are missing and those that face each other differ in the
/// fewest characters. A placeholder faces any segment at almost no cost, and takes more than one at a
/// low cost, since an id with a dot in it is the most common mistake. A `.` in place of a `_`, the reverse, and the wrong
/// case cost little too. The text may be a pattern as well: its `*` faces anything, and its `>`
/// takes all that is left. A template is near if some literal of it is recognizable and at least
/// half of the longer side is accounted for, where all that a tail takes counts as one segment. If several
/// are equally near, the first is returned.
///
/// Takes time proportional to the sum, over the templates, of the product of both lengths; meant for
/// messages, not for hot paths. Of a very long text or template only the beginning is looked at.
///
/// ```
/// # use topics_core as topics;
/// use topics::{Template, nearest};
///
/// let templates = [
///     Template::new("decky.<id>.mutate_request")?,
///     Template::new("system.<worker>.health")?,
///     Template::new("system.log")?,
/// ];
/// assert_eq!(nearest(&templates, "system.mutator.heath"), Some(templates[1]));
/// assert_eq!(nearest(&templates, "decky.web.01.mutate_request"), Some(templates[0]));
/// assert_eq!(nearest(&templates, "decky.web-01.mutate.request"), Some(templates[0]));
/// assert_eq!(nearest(&templates, "system.*.helth"), Some(templates[1]));
/// assert_eq!(nearest(&templates, "nothing-like.it"), None);
/// # Ok::<(), topics_core::TextError>(())
/// ```
#[must_use]
pub const fn nearest<'t>(templates: &[Template<'t>], text: &str) -> Option<Template<'t>> {
    let (mut search, mut nearest, mut index) = (Search::of(text), None, 0);
    while index < templates.len() {
        if search.comes_nearer(Shape::of(templates[index])) {
            nearest = Some(templates[index]);
        }
        index += 1;
    }
    nearest
}

/// A search for the template nearest to a text.
pub(crate) struct Search<'a> {
    found: Side<'a>,
    /// The cost of the nearest one so far.
    lowest: Cost,
}

impl<'a> Search<'a> {
    pub(crate) const fn of(text: &'a str) -> Self {
        Self {
            found: Side::of(Shape::of_pattern(text)),
            lowest: Cost::MAX,
        }
    }

    /// Whether a template is near, and nearer than all before.
    pub(crate) const fn comes_nearer(&mut self, template: Shape<'_>) -> bool {
        let (expected, found) = (Side::of(template), &self.found);
        let near = most(&expected, found) + 1;
        let limit = if near < self.lowest {
            near
        } else {
            self.lowest
        };
        match Alignment::below(limit, &expected, found) {
            Some(alignment) if is_recognisable(&expected, found) => {
                self.lowest = alignment.cost();
                true
            }
            _ => false,
        }
    }
}

/// The highest cost at which at least half of the longer side is accounted for.
const fn most(expected: &Side<'_>, found: &Side<'_>) -> Cost {
    // A tail takes anything, so a text does not come nearer to it by being longer; and a template does
    // not come nearer to a `>` either.
    let (mut ours, mut theirs) = (expected.count, found.count);
    if expected.ends_with_tail(expected.count) {
        theirs = least(theirs, expected.count);
    }
    if found.ends_with_tail(found.count) {
        ours = least(ours, found.count);
    }
    let (longer, surplus) = (ours + theirs - least(ours, theirs), found.count - theirs);
    // Both are at most the number of segments that are looked at, so it fits.
    #[allow(clippy::cast_possible_truncation)]
    let (longer, surplus) = (longer as Cost, surplus as Cost);
    MISSING * longer / 2 + TAKEN * surplus
}

/// Whether some literal of the template can be told in the text; true also of a template that has none.
const fn is_recognisable(expected: &Side<'_>, found: &Side<'_>) -> bool {
    let mut has_literal = false;
    let mut row = 0;
    while row < expected.count {
        if let Some(literal) = expected.literal(row) {
            has_literal = true;
            let mut column = 0;
            while column < found.count {
                let segment = found.text(column);
                if difference(literal, segment) < OTHER
                    || column > 0
                        && are_same_letters([literal, ""], [found.text(column - 1), segment])
                {
                    return true;
                }
                column += 1;
            }
        }
        row += 1;
    }
    !has_literal
}

#[cfg(test)]
mod tests;
