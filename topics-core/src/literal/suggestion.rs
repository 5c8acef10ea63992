//! The topic or pattern that may have been meant by one that the hierarchy doesn't have.

use crate::message::Message;
use crate::messages;
use crate::nearest::{Alignment, Move, Side};

/// Suggests the nearest template, with the user's own segments where it takes them. Before that, says what a closed or
/// typed placeholder takes, if what is written is near none of it: to put the placeholder there says nothing about that.
///
/// `written` has a segment for each of those that were aligned, as the user wrote it.
pub(super) const fn tell(
    alignment: &Alignment<'_>,
    written: &Side<'_>,
    is_pattern: bool,
    message: &mut Message,
) {
    let (expected, found) = (alignment.expected, alignment.found);
    let (mut moves, mut meant, mut is_told) = (alignment.moves(), Message::new(), false);
    while let Some((step, row, column)) = moves.next() {
        if matches!(step, Move::Surplus) && !expected.ends_with_tail(row) {
            continue;
        }
        if row > 0 {
            meant.text(".");
        }
        let text = match step {
            Move::Facing if found.ends_with_tail(column + 1) => {
                meant.text(">");
                break;
            }
            Move::Facing if alignment.is_taken(row, column) => Some(written.text(column)),
            Move::Facing => alignment.nearest_in(row, column),
            Move::Surplus => Some(written.text(column)),
            Move::Split => Some(expected.text(row)),
            Move::Joined => {
                meant.texts(&[expected.text(row), "."]);
                Some(expected.text(row + 1))
            }
            Move::Missing => None,
        };
        let position = expected.position(row);
        if text.is_none() && matches!(step, Move::Facing) && !is_told {
            messages::strange_value(written.text(column), position, message);
            is_told = true;
        }
        meant.text(match text {
            Some(text) => text,
            None if is_pattern => position.in_pattern(),
            None => position.text,
        });
    }
    messages::did_you_mean(&meant, message);
}
