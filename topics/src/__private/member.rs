//! What an enum may wrap: the struct of a line, or the enum of another hierarchy.

use topics_core::names::Names;

use super::{Ends, Line, Refusals, Split};
use crate::ParseTopic;

/// Its names, and how it is found among the topics of an enum that wraps it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither a topic nor a hierarchy",
    label = "expected the struct of a line, or the enum of a hierarchy",
    note = "a struct of your own is a topic if it derives `Topic`, an enum is a hierarchy if it derives `Topics`"
)]
pub trait Member: ParseTopic {
    /// One line, or all those of the hierarchy.
    const LINES: &'static [Names];

    /// Room for the ends of the segments of its longest name.
    type Room: Ends;

    /// The same type, borrowing nothing.
    type Owned;

    /// The same topic, free of what it borrows.
    fn own(topic: Self::Of<'_>) -> Self::Owned;

    /// Reads a topic, whichever hierarchy it is asked for, and remembers what was refused.
    fn find<'a>(split: &Split<'a, '_>, refusals: &mut Refusals) -> Option<Self::Of<'a>>;
}

#[diagnostic::do_not_recommend]
impl<T: Line> Member for T {
    const LINES: &'static [Names] = &[names::<T>()];

    type Room = T::Ends;

    type Owned = T::Owned;

    fn own(topic: Self::Of<'_>) -> Self::Owned {
        <T as Line>::own(topic)
    }

    fn find<'a>(split: &Split<'a, '_>, refusals: &mut Refusals) -> Option<Self::Of<'a>> {
        let mut names = T::DESCRIPTION.order.iter();
        names.find_map(|index| {
            let name = T::DESCRIPTION.name(*index);
            refusals.take(name.template, split.line::<T>(*index))
        })
    }
}

/// The names of a line.
pub const fn names<T: Line>() -> Names {
    T::DESCRIPTION.names()
}
