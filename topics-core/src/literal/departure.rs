//! Where a topic departs from the template that may have been meant.

use crate::message::Message;
use crate::nearest::{Alignment, Move};
use crate::template::{Set, Template};

/// Says which segment it is, the first if there are several.
pub(super) const fn tell(alignment: &Alignment<'_>, template: Template<'_>, message: &mut Message) {
    let (expected, found) = (alignment.expected(), alignment.found());
    let (moves, count) = alignment.moves();
    let (mut row, mut column) = (0, 0);
    let mut at = 0;
    while at < count {
        match moves[at] {
            Move::Facing => {
                let (position, segment) = (expected.position(row), found.bytes(column));
                if !position.takes.has(segment) {
                    return differs([segment, b""], [position.text, b""], template, message);
                }
            }
            Move::Missing => {
                message.text("it lacks the `");
                message.piece(expected.position(row).text);
                message.text("` of `");
                message.text(template.as_str());
                return message.text("`");
            }
            Move::Surplus => {
                if row == 0 || !matches!(expected.position(row - 1).takes, Set::Tail) {
                    message.text("`");
                    message.piece(found.bytes(column));
                    message.text("` is one segment more than `");
                    message.text(template.as_str());
                    return message.text("` has");
                }
            }
            Move::Split => {
                let two = [found.bytes(column), found.bytes(column + 1)];
                return differs(two, [expected.position(row).text, b""], template, message);
            }
            Move::Joined => {
                let two = [expected.position(row).text, expected.position(row + 1).text];
                return differs([found.bytes(column), b""], two, template, message);
            }
        }
        (row, column) = moves[at].after(row, column);
        at += 1;
    }
    // Only where the two differ beyond what is looked at.
    message.text("the nearest is `");
    message.text(template.as_str());
    message.text("`");
}

const fn differs(
    found: [&[u8]; 2],
    expected: [&[u8]; 2],
    template: Template<'_>,
    message: &mut Message,
) {
    message.text("`");
    segments(found, message);
    message.text("` where `");
    message.text(template.as_str());
    message.text("` has `");
    segments(expected, message);
    message.text("`");
}

/// One segment, or two.
const fn segments([first, second]: [&[u8]; 2], message: &mut Message) {
    message.piece(first);
    if !second.is_empty() {
        message.text(".");
        message.piece(second);
    }
}
