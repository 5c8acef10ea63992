//! The struct of a line, as generated code describes it.

use core::fmt;

use topics_core::Template;
use topics_core::names::Names;
use topics_core::shape::Types;

use super::{Parts, Refusal, Source};

/// What is generated for each struct of a topic, and all that is; the public traits follow from it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a topic; if it is a struct, derive `Topic` for it",
    label = "not known to be a topic",
    note = "a topic is a struct that derives `Topic` or that `topics!` declares"
)]
pub trait Line: Parts + fmt::Display + Sized {
    const DESCRIPTION: &'static Description;

    /// Room for the ends of the segments of its longest name.
    type Ends: Ends;

    /// The name by which its hierarchy reads a topic that it can read too, if another line may win over it.
    fn owner(_: &str) -> Option<Template<'static>> {
        None
    }

    /// The same struct, borrowing from another text; with `'static`, borrowing nothing.
    type As<'a>: Line;

    /// The placeholders; lines that have the same ones have the same type here.
    type Placeholders;

    /// Reads the parameters of a topic whose name has been recognised.
    fn read<'a>(from: &Source<'a, '_>) -> Result<Self::As<'a>, Refusal>;

    /// The same topic, free of what it borrows.
    fn own(topic: Self::As<'_>) -> Self::As<'static>;
}

/// What is known of a line.
#[expect(missing_debug_implementations, reason = "internal")]
pub struct Description {
    /// That of the type.
    pub name: &'static str,
    pub present: Name,
    pub former: &'static [Name],
    pub former_templates: &'static [Template<'static>],
    /// The indices of its names, the most specific first: 0 is the present one, 1 the first former one.
    pub order: &'static [usize],
    /// What the types of its placeholders tell of their texts.
    pub types: Types<'static>,
    /// Whether it is read first where neither it nor another line is more specific.
    pub is_first: bool,
}

impl Description {
    pub const fn new(name: &'static str, present: Name) -> Self {
        Self {
            name,
            present,
            former: &[],
            former_templates: &[],
            order: &[0],
            types: &[],
            is_first: false,
        }
    }

    /// What the line says of itself among others.
    pub const fn names(&self) -> Names {
        Names {
            template: self.present.template,
            former: self.former_templates,
            types: self.types,
            rank: self.is_first as u32,
            variant: 0,
        }
    }

    /// The name at an index.
    #[inline]
    pub fn name(&self, index: usize) -> &Name {
        let former = index.checked_sub(1).and_then(|at| self.former.get(at));
        former.unwrap_or(&self.present)
    }

    pub(super) fn has(&self, template: Template<'_>) -> bool {
        self.present.template == template || self.former_templates.contains(&template)
    }
}

/// One of the names of a line.
#[expect(missing_debug_implementations, reason = "internal")]
pub struct Name {
    pub template: Template<'static>,
    /// The text before each placeholder, in the order of this name, and behind the last one.
    pub pieces: &'static [&'static str],
    /// The index of the segment of each placeholder, in the order of the line.
    pub places: &'static [usize],
    pub has_tail: bool,
}

/// An array of ends, whose length is that of a template.
pub trait Ends: AsMut<[usize]> {
    const ZERO: Self;
}

impl<const N: usize> Ends for [usize; N] {
    const ZERO: Self = [0; N];
}
