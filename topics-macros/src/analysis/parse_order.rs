//! In which order names are parsed.

use crate::hierarchy::{Name, NameId, Segment, Takes};

/// The names, the more specific before the less specific.
pub(super) fn of(names: &[Name<'_>]) -> Vec<NameId> {
    let mut names: Vec<&Name<'_>> = names.iter().collect();
    names.sort_by_cached_key(|name| ranks(name.segments));
    names.into_iter().map(|name| name.id).collect()
}

/// How many segments each position takes, as far as one can be compared with another.
///
/// A more specific template takes a subset at every position, and fewer at the first position where
/// the two differ; so in the order of these lists it comes first.
fn ranks(segments: &[Segment]) -> Vec<usize> {
    let ranks = segments.iter().map(|segment| match segment.takes() {
        Takes::One(_) => 1,
        Takes::OneOf(values) => values.len(),
        Takes::Any => usize::MAX - 1,
        Takes::Tail => usize::MAX,
    });
    ranks.collect()
}
