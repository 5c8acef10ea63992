//! Patterns, typed or not.

use alloc::vec::Vec;

use topics_core::Pattern;

use crate::TopicPattern;

/// Any pattern: a [`Pattern`], a [`PatternOf`](crate::PatternOf), or the pattern of a line.
///
/// [`Root::pattern`](crate::Root::pattern) takes it. Do not implement it directly; a type that implements
/// [`TopicPattern`] has it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a pattern",
    label = "expected the pattern of a line or of a hierarchy, or a `Pattern`",
    note = "`SystemHealth::pattern()` is the pattern of a line, `pattern!(BusTopic, \"system.>\")` one of a hierarchy",
    note = "to get a pattern from text, call `Pattern::new(text)?`",
    note = "methods that set text in a pattern return a `Result`: add `?`"
)]
pub trait AnyPattern {
    /// The pattern as text.
    #[doc(hidden)]
    fn current(&self) -> Pattern<'_>;

    /// The pattern, followed by those of former names.
    #[doc(hidden)]
    fn all(&self) -> Vec<Pattern<'_>> {
        Vec::from([self.current()])
    }
}

#[diagnostic::do_not_recommend]
impl<P: TopicPattern> AnyPattern for P {
    fn current(&self) -> Pattern<'_> {
        self.to_pattern()
    }

    fn all(&self) -> Vec<Pattern<'_>> {
        self.to_patterns()
    }
}

impl AnyPattern for Pattern<'_> {
    fn current(&self) -> Pattern<'_> {
        self.borrowed()
    }
}
