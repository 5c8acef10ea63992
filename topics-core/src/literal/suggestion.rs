//! The pattern that may have been meant by one that matches nothing.

use crate::message::Message;
use crate::messages;
use crate::nearest::{Alignment, Found, Move};
use crate::template::Set;

/// Says what a closed or typed placeholder takes, where a pattern has a value that is near none of these: to put a
/// wildcard in its place says nothing about them.
pub(super) const fn tell_strange_value(
    alignment: &Alignment<'_>,
    written: &Found<'_>,
    message: &mut Message,
) {
    let (expected, found) = (alignment.expected, alignment.found);
    let mut moves = alignment.moves();
    while let Some((step, row, column)) = moves.next() {
        if matches!(step, Move::Facing)
            && !matches!(expected.position(row).takes, Set::One(_))
            && !found.is_one(column)
            && !found.is_tail(column)
            && !expected.position(row).takes.has(found.segment(column))
            && matches!(alignment.nearest_in(row, column), b"*")
        {
            let position = expected.position(row);
            messages::strange_value(written.segment(column), position.text, message);
            return messages::takes_only(position.told, message);
        }
    }
}

/// Writes the nearest template as a pattern, with the user's own segments where it takes them.
///
/// `written` has a segment for each of the pattern that was aligned, as the user wrote it.
pub(super) const fn write(alignment: &Alignment<'_>, written: &Found<'_>, message: &mut Message) {
    let (expected, found) = (alignment.expected, alignment.found);
    let mut moves = alignment.moves();
    while let Some((step, row, column)) = moves.next() {
        let after_tail = row > 0 && matches!(expected.position(row - 1).takes, Set::Tail);
        if matches!(step, Move::Surplus) && !after_tail {
            continue;
        }
        if row > 0 {
            message.text(".");
        }
        match step {
            Move::Facing if found.is_tail(column) => return message.text(">"),
            Move::Facing => {
                let is_taken =
                    found.is_one(column) || expected.position(row).takes.has(found.segment(column));
                message.piece(if is_taken {
                    written.segment(column)
                } else {
                    alignment.nearest_in(row, column)
                });
            }
            Move::Missing => message.piece(alignment.anything_in(row)),
            Move::Surplus => message.piece(written.segment(column)),
            Move::Split => message.piece(expected.position(row).text),
            Move::Joined => {
                let two = [expected.position(row).text, expected.position(row + 1).text];
                message.pieces(&[two[0], b".", two[1]]);
            }
        }
    }
}
