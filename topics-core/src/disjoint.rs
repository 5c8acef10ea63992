//! The fewest patterns that cover some others and do not overlap each other.
//!
//! Patterns of different lengths share nothing, so look at one length at a time, a tail standing for `*` as
//! often as the length asks for. Segments are strings without end, so a finite set of patterns can only match
//! all that `a.*` matches if one of them matches all of it. Let two patterns overlap, say `a.*` and `*.b`: one
//! pattern of the result holds the first, one holds the second, both match `a.b`, and since no two overlap they
//! are the same. So wherever two overlap, both are replaced by the least pattern that covers both, here `*.*`,
//! until no two do. Nothing was chosen on the way: the result of each length is the only least one.
//!
//! What is left to choose is where tails begin. Beyond the longest pattern, all lengths look alike, so there
//! each pattern ends in `*`s, and is one pattern with a tail. Such a tail takes in the shorter lengths too for
//! as long as these have the same pattern, and that makes the fewest.

use alloc::string::String;
use alloc::vec::Vec;

use crate::pattern::Pattern;

/// Returns the fewest patterns that together match every topic which one of the given patterns matches, and that do not
/// overlap each other.
///
/// That is what a JetStream stream wants as its subjects: `system.bus.health` beside `system.*.health` is
/// refused there.
///
/// ```
/// # use topics_core as topics;
/// use topics::{Pattern, disjoint_patterns};
///
/// let patterns = ["system.bus.health", "system.*.health", "system.log"].map(Pattern::from_static);
/// assert_eq!(disjoint_patterns(&patterns), ["system.*.health", "system.log"]);
/// ```
///
/// Exactly this is promised:
///
/// - Every topic that one of the given patterns matches is matched by exactly one of the result.
/// - No set of patterns without overlaps that does so matches fewer topics. Where no two of the given patterns
///   overlap without one covering the other, the result matches nothing else. Where two do, as `a.*` and `*.b`,
///   both are widened to the least pattern that covers both, `*.*`.
/// - No other such set that matches the same topics has as few patterns, and there is only one that has. It is
///   sorted by text.
///
/// `a.>` does not match `a`, so zero or more segments after `a` take both patterns:
///
/// ```
/// # use topics_core as topics;
/// use topics::{Pattern, disjoint_patterns};
///
/// let patterns = ["a", "a.*", "a.*.*", "a.*.*.>"].map(Pattern::from_static);
/// assert_eq!(disjoint_patterns(&patterns), ["a", "a.>"]);
/// ```
///
/// Takes time proportional to the square of the number of patterns, and allocates; ask once and keep the
/// answer.
#[must_use]
pub fn disjoint_patterns<'p>(
    patterns: impl IntoIterator<Item = impl Into<Pattern<'p>>>,
) -> Vec<Pattern<'static>> {
    let patterns: Vec<Pattern<'p>> = patterns.into_iter().map(Into::into).collect();
    let segments = |of: &Pattern<'_>| of.segments().count();
    let longest = patterns.iter().map(segments).max().unwrap_or(0);
    let lengths = 1..=longest + 1;
    let mut lengths: Vec<_> = lengths.map(|length| of_length(length, &patterns)).collect();
    let mut texts = Vec::new();
    // Longer than all patterns, those with tails stand for those of all greater lengths.
    for endless in lengths.pop().unwrap_or_default() {
        texts.push(with_tail(&endless, &mut lengths));
    }
    texts.extend(lengths.iter().flatten().map(|pieces| pieces.join(".")));
    texts.sort_unstable();
    let patterns = texts.into_iter();
    patterns
        .map(|text| Pattern::from_checked(text.into()))
        .collect()
}

/// The least patterns without overlaps for the topics of one length, each as its segments and wildcards.
fn of_length<'p>(length: usize, patterns: &'p [Pattern<'_>]) -> Vec<Vec<&'p str>> {
    let mut apart = Vec::new();
    for pattern in patterns {
        let mut pieces: Vec<&str> = pattern.as_str().split('.').collect();
        let has_tail = pieces.pop_if(|last| *last == ">").is_some();
        if pieces.len() == length && !has_tail || pieces.len() < length && has_tail {
            pieces.resize(length, "*");
            insert(&mut apart, pieces);
        }
    }
    apart
}

/// Adds a pattern to some of the same length that do not overlap, such that they still do not.
fn insert<'p>(apart: &mut Vec<Vec<&'p str>>, mut pieces: Vec<&'p str>) {
    // What was widened may overlap what it did not overlap before.
    while let Some(other) = apart.iter().position(|other| overlap(other, &pieces)) {
        let other = apart.swap_remove(other);
        for (piece, other) in pieces.iter_mut().zip(other) {
            if *piece != other {
                *piece = "*";
            }
        }
    }
    apart.push(pieces);
}

fn overlap(a: &[&str], b: &[&str]) -> bool {
    let mut pairs = a.iter().zip(b);
    pairs.all(|(a, b)| *a == "*" || *b == "*" || a == b)
}

/// The pattern with a tail that holds a pattern of all greater lengths; takes the shorter ones that it holds
/// too out of these.
fn with_tail(endless: &[&str], shorter: &mut [Vec<Vec<&str>>]) -> String {
    let mut stem = endless.split_last().map_or(endless, |(_, stem)| stem);
    while let Some((&"*", before)) = stem.split_last() {
        // Those of as many segments as the stem has.
        let Some(same_length) = shorter.get_mut(before.len()) else {
            break;
        };
        let Some(held) = same_length.iter().position(|pieces| pieces == stem) else {
            break;
        };
        same_length.swap_remove(held);
        stem = before;
    }
    [stem, &[">"]].concat().join(".")
}
