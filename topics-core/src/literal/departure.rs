//! Where a topic departs from the template that may have been meant.

use crate::message::Message;
use crate::messages;
use crate::nearest::{Alignment, Move};

/// Says which segment it is, the first if there are several.
pub(super) const fn tell(alignment: &Alignment<'_>, template: &[u8], message: &mut Message) {
    let (expected, found) = (alignment.expected, alignment.found);
    let mut moves = alignment.moves();
    while let Some((step, row, column)) = moves.next() {
        let (actual, wanted): ([&[u8]; 2], [&[u8]; 2]) = match step {
            Move::Facing => {
                let (position, segment) = (expected.position(row), found.text(column));
                if position.takes.has(segment) {
                    continue;
                }
                let found = [segment, b""];
                messages::segment_differs(found, [position.text, b""], template, message);
                return messages::takes_only(position.told, message);
            }
            Move::Missing => {
                let position = expected.text(row);
                return messages::segment_is_missing(position, template, message);
            }
            Move::Surplus => {
                if expected.ends_with_tail(row) {
                    continue;
                }
                let segment = found.text(column);
                return messages::segment_is_surplus(segment, template, message);
            }
            Move::Split => (
                [found.text(column), found.text(column + 1)],
                [expected.text(row), b""],
            ),
            Move::Joined => (
                [found.text(column), b""],
                [expected.text(row), expected.text(row + 1)],
            ),
        };
        return messages::segment_differs(actual, wanted, template, message);
    }
    messages::nearest_is(template, message);
}
