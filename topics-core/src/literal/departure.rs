//! Where a topic departs from the template that may have been meant.

use crate::message::Message;
use crate::messages;
use crate::nearest::{Alignment, Move};
use crate::template::Set;

/// Says which segment it is, the first if there are several.
pub(super) const fn tell(alignment: &Alignment<'_>, template: &[u8], message: &mut Message) {
    let (expected, found) = (alignment.expected, alignment.found);
    let mut moves = alignment.moves();
    while let Some((step, row, column)) = moves.next() {
        let (actual, wanted): ([&[u8]; 2], [&[u8]; 2]) = match step {
            Move::Facing => {
                let (position, segment) = (expected.position(row), found.segment(column));
                if position.takes.has(segment) {
                    continue;
                }
                let found = [segment, b""];
                messages::segment_differs(found, [position.text, b""], template, message);
                return messages::takes_only(position.told, message);
            }
            Move::Missing => {
                let position = expected.position(row).text;
                return messages::segment_is_missing(position, template, message);
            }
            Move::Surplus => {
                if row > 0 && matches!(expected.position(row - 1).takes, Set::Tail) {
                    continue;
                }
                let segment = found.segment(column);
                return messages::segment_is_surplus(segment, template, message);
            }
            Move::Split => (
                [found.segment(column), found.segment(column + 1)],
                [expected.position(row).text, b""],
            ),
            Move::Joined => (
                [found.segment(column), b""],
                [expected.position(row).text, expected.position(row + 1).text],
            ),
        };
        return messages::segment_differs(actual, wanted, template, message);
    }
    messages::nearest_is(template, message);
}
