//! Whether some patterns together match all topics of a template; constants ask it too.

use alloc::vec::Vec;

use crate::messages;
use crate::pattern::Pattern;
use crate::template::names::{Each, Names};
use crate::template::{Shape, Template};

impl Template<'_> {
    /// Whether each topic of this template is matched by one of some patterns.
    ///
    /// Exact, also where several patterns are needed. A placeholder that is closed or a `bool` counts as its values,
    /// any other as any segment.
    ///
    /// ```
    /// # use topics_core as topics;
    /// use topics::{Pattern, Template};
    ///
    /// let template = Template::new("topology.<id>.mutation.<state: applied | failed>")?;
    /// let patterns = ["topology.*.mutation.applied", "*.*.*.failed"].map(Pattern::from_static);
    /// assert!(template.is_covered_by(&patterns));
    /// assert!(!template.is_covered_by(&patterns[..1]));
    /// # Ok::<(), topics_core::TextError>(())
    /// ```
    ///
    /// If a template has more than 47 segments, this may return `false` although several patterns together cover it.
    ///
    /// Each pattern is read once for each segment. Each placeholder whose values the patterns tell apart can double the
    /// work.
    #[must_use]
    pub fn is_covered_by(&self, patterns: &[Pattern<'_>]) -> bool {
        let patterns = patterns.iter().map(|of| Shape::of_pattern(of.as_str()));
        Shape::of(*self).is_covered_by(&patterns.collect::<Vec<_>>())
    }
}

/// Fails the compilation unless each topic of a hierarchy is matched by one of some patterns.
///
/// # Panics
///
/// If one is not.
#[track_caller]
pub const fn check(hierarchy: &str, lines: &[Names], patterns: &[Shape<'_>]) {
    let mut names = Each::of(lines);
    while let Some(name) = names.next() {
        if !name.shape().is_covered_by(patterns) {
            messages::missed(name.shape(), hierarchy).fail();
        }
    }
}
