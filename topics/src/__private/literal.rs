//! What the literal macros expand to.

use alloc::borrow::Cow;

use topics_core::coverage;
use topics_core::literal::Literal;
use topics_core::shape::Shape;
use topics_core::{Pattern, TextError, TopicName};

use super::HierarchyOf;
use crate::{Hierarchy, PatternOf};

/// Fails the compilation unless the hierarchy has the topic, or some topic that the pattern matches. The text has been checked.
#[track_caller]
pub const fn check_literal<H: Hierarchy>(
    _: HierarchyOf<H>,
    is_pattern: bool,
    hierarchy: &str,
    text: &str,
    written: &str,
) {
    let literal = Literal {
        names: H::LINES,
        hierarchy,
        is_pattern,
        written,
    };
    literal.check(text);
}

/// Fails the compilation unless the patterns together match every topic of the hierarchy.
#[track_caller]
pub const fn check_covering<H: Hierarchy, const N: usize>(
    hierarchy: &str,
    patterns: [PatternOf<'_, H>; N],
) {
    let (mut shapes, mut index) = ([Shape::of_pattern(""); N], 0);
    while index < N {
        shapes[index] = Shape::of_pattern(patterns[index].as_pattern().as_str());
        index += 1;
    }
    coverage::check(hierarchy, H::LINES, &shapes);
    // A constant drops nothing.
    core::mem::forget(patterns);
}

pub const fn checked_topic(text: &'static str) -> TopicName<'static> {
    TopicName::from_checked(Cow::Borrowed(text))
}

pub const fn checked_pattern(text: &'static str) -> Pattern<'static> {
    Pattern::from_checked(Cow::Borrowed(text))
}

pub const fn pattern_of<H>(_: HierarchyOf<H>, pattern: Pattern<'static>) -> PatternOf<'static, H> {
    PatternOf::from_checked(pattern)
}

pub fn captured_pattern_of<H>(
    hierarchy: HierarchyOf<H>,
    pattern: Result<Pattern<'static>, TextError>,
) -> Result<PatternOf<'static, H>, TextError> {
    pattern.map(|pattern| pattern_of(hierarchy, pattern))
}
