//! The struct of a line, as generated code describes it.

use core::fmt;

use topics_core::Template;
use topics_core::shape::Types;

use super::{Parts, Refusal, Split};

/// What is generated for each struct of a topic, and all that is; the public traits follow from it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no topic; if it is a struct, derive `Topic` for it",
    label = "not known to be a topic",
    note = "a topic is a struct that derives `Topic` or that `topics!` declares",
    note = "to wrap the topics of another hierarchy, give each a variant of its own"
)]
pub trait Line: Parts + fmt::Display {
    const TEMPLATE: Template<'static>;

    /// The templates that it had before.
    const FORMER: &'static [Template<'static>] = &[];

    /// What the types of its placeholders tell of their texts.
    const TYPES: Types<'static> = &[];

    /// Whether it is read first where neither it nor another line is more specific.
    const IS_FIRST: bool = false;

    /// The indices of its names, the most specific first: 0 is the template, 1 the first former one.
    const ORDER: &'static [usize] = &[0];

    /// Room for the ends of the segments of its longest name.
    type Ends: Ends;

    /// The same struct, borrowing from another text.
    type Of<'a>: Line;

    /// The same struct, borrowing nothing.
    type Owned: Line;

    /// Reads the topic by one of its names; `is_known` says that the name matches but for the parameters.
    fn read<'a>(
        split: &Split<'a, '_>,
        name: usize,
        is_known: bool,
    ) -> Result<Self::Of<'a>, Refusal>;

    /// The same topic, free of what it borrows.
    fn own(topic: Self::Of<'_>) -> Self::Owned;
}

/// An array of ends, whose length is that of a template.
pub trait Ends {
    const ZERO: Self;

    fn as_mut_slice(&mut self) -> &mut [usize];
}

impl<const N: usize> Ends for [usize; N] {
    const ZERO: Self = [0; N];

    fn as_mut_slice(&mut self) -> &mut [usize] {
        self
    }
}
