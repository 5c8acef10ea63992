//! The pattern that may have been meant by one that matches nothing.

use crate::message::Message;
use crate::messages;
use crate::nearest::{Alignment, Move, Side};
use crate::template::Set;

/// Says what a closed or typed placeholder takes, where a pattern has a value that is near none of these: to put a
/// wildcard in its place says nothing about them.
pub(super) const fn tell_strange_value(
    alignment: &Alignment<'_>,
    written: &Side<'_>,
    message: &mut Message,
) {
    let (expected, found) = (alignment.expected, alignment.found);
    let mut moves = alignment.moves();
    while let Some((step, row, column)) = moves.next() {
        if matches!(step, Move::Facing)
            && !matches!(expected.position(row).takes, Set::One(_))
            && let Set::One(segment) = found.position(column).takes
            && !expected.position(row).takes.has(segment)
            && matches!(alignment.nearest_in(row, column), b"*")
        {
            let position = expected.position(row);
            messages::strange_value(written.text(column), position.text, message);
            return messages::takes_only(position.told, message);
        }
    }
}

/// Writes the nearest template as a pattern, with the user's own segments where it takes them.
///
/// `written` has a segment for each of the pattern that was aligned, as the user wrote it.
pub(super) const fn write(alignment: &Alignment<'_>, written: &Side<'_>, message: &mut Message) {
    let (expected, found) = (alignment.expected, alignment.found);
    let mut moves = alignment.moves();
    while let Some((step, row, column)) = moves.next() {
        let after_tail = expected.ends_with_tail(row);
        if matches!(step, Move::Surplus) && !after_tail {
            continue;
        }
        if row > 0 {
            message.text(".");
        }
        match step {
            Move::Facing if found.ends_with_tail(column + 1) => return message.text(">"),
            Move::Facing => {
                let is_taken = match found.position(column).takes {
                    Set::One(segment) => expected.position(row).takes.has(segment),
                    _ => true,
                };
                message.piece(if is_taken {
                    written.text(column)
                } else {
                    alignment.nearest_in(row, column)
                });
            }
            Move::Missing => message.piece(expected.position(row).takes.in_pattern()),
            Move::Surplus => message.piece(written.text(column)),
            Move::Split => message.piece(expected.text(row)),
            Move::Joined => {
                let two = [expected.text(row), expected.text(row + 1)];
                message.pieces(&[two[0], b".", two[1]]);
            }
        }
    }
}
