//! Whether some patterns together match all topics of a template.

use alloc::vec::Vec;

use crate::pattern::{Pattern, PatternSegment};
use crate::template::{PlaceholderKind, Template, TemplateSegment};

impl Template<'_> {
    /// Whether each topic of this template is matched by one of some patterns.
    ///
    /// Exact, also where several patterns are needed. A closed placeholder counts as its values, a typed one as any
    /// segment.
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
    /// Each pattern is read once, save that every placeholder whose values the patterns tell apart can double the
    /// work.
    #[must_use]
    pub fn is_covered_by(&self, patterns: &[Pattern<'_>]) -> bool {
        let template: Vec<TemplateSegment<'_>> = self.segments().collect();
        let patterns: Vec<Vec<PatternSegment<'_>>> = patterns
            .iter()
            .map(|pattern| pattern.segments().collect())
            .collect();
        let rests: Vec<_> = patterns.iter().map(Vec::as_slice).collect();
        are_covered(&template, &rests)
    }
}

/// Whether all that the rest of a template takes is matched by the rests of some patterns.
fn are_covered(template: &[TemplateSegment<'_>], rests: &[&[PatternSegment<'_>]]) -> bool {
    let Some((first, template)) = template.split_first() else {
        return rests.iter().any(|rest| rest.is_empty());
    };
    // There is a segment left at least.
    if rests
        .iter()
        .any(|rest| matches!(rest, [PatternSegment::Tail]))
    {
        return true;
    }
    if rests.is_empty() {
        return false;
    }
    let with = |segment: Option<&str>| are_covered(template, &behind(rests, segment));
    match first {
        TemplateSegment::Literal(literal) => with(Some(literal)),
        TemplateSegment::Placeholder(placeholder) => match placeholder.kind() {
            PlaceholderKind::Closed(values) => {
                // Values that no pattern names are alike.
                let is_named = |value: &&str| rests.iter().any(|rest| begins_with(rest, value));
                let (named, others): (Vec<&str>, Vec<&str>) = values.all().partition(is_named);
                named.iter().all(|value| with(Some(value))) && (others.is_empty() || with(None))
            }
            PlaceholderKind::Tail => is_tail_covered(rests),
            _ => with(None),
        },
    }
}

/// What follows in those patterns that take a segment; `None` is one that no pattern names.
fn behind<'r, 'p>(
    rests: &[&'r [PatternSegment<'p>]],
    segment: Option<&str>,
) -> Vec<&'r [PatternSegment<'p>]> {
    let rests = rests.iter().filter_map(|rest| match rest {
        [PatternSegment::One, rest @ ..] => Some(rest),
        [PatternSegment::Literal(literal), rest @ ..] if Some(literal.as_str()) == segment => {
            Some(rest)
        }
        _ => None,
    });
    rests.collect()
}

fn begins_with(rest: &[PatternSegment<'_>], segment: &str) -> bool {
    matches!(rest, [PatternSegment::Literal(literal), ..] if literal == segment)
}

/// Whether one or more segments that no pattern names are matched, however many.
fn is_tail_covered(rests: &[&[PatternSegment<'_>]]) -> bool {
    let is_literal = |segment: &PatternSegment<'_>| matches!(segment, PatternSegment::Literal(_));
    let taking: Vec<_> = rests
        .iter()
        .filter(|rest| !rest.iter().any(is_literal))
        .collect();
    // The shortest of those that take whatever follows decides how many lengths need a pattern of their own.
    let endless = taking
        .iter()
        .filter(|rest| rest.last() == Some(&PatternSegment::Tail));
    endless
        .map(|rest| rest.len())
        .min()
        .is_some_and(|shortest| {
            let has = |length| taking.iter().any(|rest| rest.len() == length);
            (1..shortest).all(has)
        })
}
