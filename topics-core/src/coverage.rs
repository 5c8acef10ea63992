//! Whether some patterns together match all topics of a template; constants ask it too.

use alloc::vec::Vec;

use crate::bytes::same;
use crate::messages;
use crate::pattern::Pattern;
use crate::template::names::{Each, Names};
use crate::template::shape::Positions;
use crate::template::{Set, Shape, Template};

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
    /// Each pattern is read once for each segment, save that every placeholder whose values the patterns tell apart can
    /// double the work.
    #[must_use]
    pub fn is_covered_by(&self, patterns: &[Pattern<'_>]) -> bool {
        let texts: Vec<&str> = patterns.iter().map(Pattern::as_str).collect();
        Shape::of(*self).is_covered_by(&texts)
    }
}

impl Shape<'_> {
    /// Whether each of its topics is matched by one of some patterns, checked ones.
    #[must_use]
    pub const fn is_covered_by(&self, patterns: &[&str]) -> bool {
        are_covered(self.positions(), None, patterns)
    }
}

/// Fails the compilation unless each topic of a hierarchy is matched by one of some patterns, checked ones.
///
/// # Panics
///
/// If one is not.
#[track_caller]
pub const fn check(hierarchy: &str, lines: &[Names], patterns: &[&str]) {
    let lines = [lines];
    let mut names = Each::of(&lines);
    while let Some(name) = names.next() {
        if !name.shape().is_covered_by(patterns) {
            messages::missed(name.shape(), hierarchy).fail();
        }
    }
}

/// The first segments of some topics, the last of them in front; `None` is one that no pattern names.
struct Start<'p> {
    last: Option<&'p [u8]>,
    before: Option<&'p Self>,
}

/// What follows in a pattern that matches the start so far.
const fn rest<'p>(pattern: &'p str, start: Option<&Start<'_>>) -> Option<Positions<'p>> {
    let Some(Start { last, before }) = start else {
        return Some(Shape::of_pattern(pattern).positions());
    };
    let Some(mut rest) = rest(pattern, *before) else {
        return None;
    };
    let Some(position) = rest.next() else {
        return None;
    };
    match (position.takes, *last) {
        (Set::Any, _) => Some(rest),
        (Set::One(own), Some(segment)) if same(own, segment) => Some(rest),
        // A tail takes all there is, so nothing is asked behind it.
        _ => None,
    }
}

/// Whether all topics that start so and go on as the template does are matched.
const fn are_covered(
    mut template: Positions<'_>,
    start: Option<&Start<'_>>,
    patterns: &[&str],
) -> bool {
    let next = template.next();
    let (mut index, mut goes_on) = (0, false);
    while index < patterns.len() {
        if let Some(mut rest) = rest(patterns[index], start) {
            match (&next, rest.next()) {
                (None, None) => return true,
                (Some(_), Some(position)) if matches!(position.takes, Set::Tail) => return true,
                (Some(_), Some(_)) => goes_on = true,
                _ => {}
            }
        }
        index += 1;
    }
    let Some(position) = next else {
        return false;
    };
    let mut other = Start {
        last: None,
        before: start,
    };
    match position.takes {
        _ if !goes_on => false,
        Set::Tail => is_tail_covered(start, patterns),
        Set::One(literal) => {
            other.last = Some(literal);
            are_covered(template, Some(&other), patterns)
        }
        Set::Values(mut values) => {
            // Values that no pattern names are alike.
            let mut is_any_unnamed = false;
            while let Some(value) = values.next() {
                let named = Start {
                    last: Some(value),
                    before: start,
                };
                if !is_named(value, start, patterns) {
                    is_any_unnamed = true;
                } else if !are_covered(template, Some(&named), patterns) {
                    return false;
                }
            }
            !is_any_unnamed || are_covered(template, Some(&other), patterns)
        }
        Set::Spelled(_) | Set::Any => are_covered(template, Some(&other), patterns),
    }
}

/// Whether a pattern that matches the start goes on with this segment.
const fn is_named(segment: &[u8], start: Option<&Start<'_>>, patterns: &[&str]) -> bool {
    let mut index = 0;
    while index < patterns.len() {
        if let Some(mut rest) = rest(patterns[index], start)
            && let Some(position) = rest.next()
            && let Set::One(own) = position.takes
            && same(own, segment)
        {
            return true;
        }
        index += 1;
    }
    false
}

/// Whether one or more segments that no pattern names are matched, however many.
const fn is_tail_covered(start: Option<&Start<'_>>, patterns: &[&str]) -> bool {
    // Once a pattern takes whatever follows, it takes all greater lengths.
    let mut length = 1;
    loop {
        let (mut index, mut is_longer, mut is_taken) = (0, false, false);
        while index < patterns.len() {
            match taken(rest(patterns[index], start)) {
                (own, true) if own == length => return true,
                (own, _) => {
                    is_taken |= own == length;
                    is_longer |= own > length;
                }
            }
            index += 1;
        }
        if !is_taken || !is_longer {
            return false;
        }
        length += 1;
    }
}

/// How many segments, whatever they are, the rest of a pattern takes at least, and whether it takes more; 0 if it takes
/// only some.
const fn taken(rest: Option<Positions<'_>>) -> (usize, bool) {
    let Some(mut rest) = rest else {
        return (0, false);
    };
    let mut count = 0;
    while let Some(position) = rest.next() {
        count += 1;
        match position.takes {
            Set::Any => {}
            Set::Tail => return (count, true),
            _ => return (0, false),
        }
    }
    (count, false)
}
