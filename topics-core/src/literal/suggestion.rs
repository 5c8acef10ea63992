//! The pattern that may have been meant by one that matches nothing.

use crate::message::Message;
use crate::nearest::{Alignment, Found, Move};
use crate::template::Set;

/// Says what a closed placeholder takes, where a pattern has a value that is near none of these: to put a
/// wildcard in its place says nothing about them.
pub(super) const fn tell_strange_value(
    alignment: &Alignment<'_>,
    written: &Found<'_>,
    message: &mut Message,
) {
    let (expected, found) = (alignment.expected(), alignment.found());
    let (moves, count) = alignment.moves();
    let (mut row, mut column) = (0, 0);
    let mut at = 0;
    while at < count {
        if matches!(moves[at], Move::Facing) {
            let position = expected.position(row);
            let is_strange = matches!(position.takes, Set::Values(_))
                && !found.is_one(column)
                && !found.is_tail(column)
                && !position.takes.has(found.bytes(column))
                && matches!(alignment.nearest_in(row, column), b"*");
            if is_strange {
                message.text(": `");
                message.piece(written.bytes(column));
                message.text("` is no `");
                message.piece(position.text);
                return message.text("`");
            }
        }
        (row, column) = moves[at].after(row, column);
        at += 1;
    }
}

/// Writes the nearest template as a pattern, with the user's own segments where it takes them.
///
/// `written` has a segment for each of the pattern that was aligned, as the user wrote it.
pub(super) const fn write(alignment: &Alignment<'_>, written: &Found<'_>, message: &mut Message) {
    let (expected, found) = (alignment.expected(), alignment.found());
    let (moves, count) = alignment.moves();
    let (mut row, mut column) = (0, 0);
    let mut at = 0;
    while at < count {
        let last = moves[at];
        let after_tail = row > 0 && matches!(expected.position(row - 1).takes, Set::Tail);
        if row > 0 && (after_tail || !matches!(last, Move::Surplus)) {
            message.text(".");
        }
        match last {
            Move::Facing if found.is_tail(column) => return message.text(">"),
            Move::Facing => {
                let is_taken =
                    found.is_one(column) || expected.position(row).takes.has(found.bytes(column));
                if is_taken {
                    message.piece(written.bytes(column));
                } else {
                    message.piece(alignment.nearest_in(row, column));
                }
            }
            Move::Missing => message.piece(alignment.anything_in(row)),
            Move::Surplus if after_tail => message.piece(written.bytes(column)),
            Move::Surplus => {}
            Move::Split => message.piece(expected.position(row).text),
            Move::Joined => {
                message.piece(expected.position(row).text);
                message.text(".");
                message.piece(expected.position(row + 1).text);
            }
        }
        (row, column) = last.after(row, column);
        at += 1;
    }
}
