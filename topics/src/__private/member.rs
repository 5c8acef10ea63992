//! What an enum may wrap: the struct of a line, or the enum of another hierarchy.

use core::fmt;

use topics_core::Template;
use topics_core::names::Names;

use super::{Ends, Line, Parts, Refusal, Refusals, Split};

/// Its names, and how it is found among the topics of an enum that wraps it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither a topic nor a hierarchy",
    label = "expected the struct of a line, or the enum of a hierarchy",
    note = "a struct of your own is a topic if it derives `Topic`, an enum is a hierarchy if it derives `Topics`"
)]
pub trait Member: Parts + fmt::Display + Sized {
    /// One line, or all those of the hierarchy.
    const LINES: &'static [Names];

    /// The present templates of these lines.
    const PRESENT: &'static [Template<'static>];

    /// Room for the ends of the segments of its longest name.
    type Room: Ends;

    /// The same type, borrowing from another text.
    type As<'a>: Member;

    /// The same type, borrowing nothing.
    type Owned: Into<Self::As<'static>>;

    /// The same topic, free of what it borrows.
    fn own(topic: Self::As<'_>) -> Self::Owned;

    /// Reads a topic, whichever hierarchy it is asked for, and remembers what was refused.
    fn find<'a>(split: &Split<'a, '_>, refusals: &mut Refusals) -> Option<Self::As<'a>>;
}

#[diagnostic::do_not_recommend]
impl<T: Line> Member for T {
    const LINES: &'static [Names] = &[names::<T>()];

    const PRESENT: &'static [Template<'static>] = &[T::DESCRIPTION.present.template];

    type Room = T::Ends;

    type As<'a> = <T as Line>::As<'a>;

    type Owned = <T as Line>::As<'static>;

    fn own(topic: Self::As<'_>) -> Self::Owned {
        <T as Line>::own(topic)
    }

    #[inline]
    fn find<'a>(split: &Split<'a, '_>, refusals: &mut Refusals) -> Option<Self::As<'a>> {
        refusals.any_name(split, T::DESCRIPTION, |from| {
            let topic = T::read(from)?;
            match T::owner(split.text) {
                Some(owner) if !T::DESCRIPTION.has(owner) => Err(Refusal::OfAnotherLine(owner)),
                _ => Ok(topic),
            }
        })
    }
}

/// The names of a line.
pub const fn names<T: Line>() -> Names {
    T::DESCRIPTION.names()
}
