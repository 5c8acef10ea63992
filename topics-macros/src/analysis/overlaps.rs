//! Which names share a topic, and what each is to the other.
//!
//! Few of the names in a declaration begin with the same literal, and of those few share all others, so most pairs
//! are told apart at a glance. What is left is compared by the engine in `topics-core`.

use std::collections::HashMap;

use topics_core::relation::Relation;
use topics_core::shape::Shape;

use crate::hierarchy::{Name, Segment};

/// Two names that share a topic and may exist at once, by index, the lower one first.
#[derive(Clone, Copy)]
pub(super) struct Pair {
    pub(super) first: usize,
    pub(super) second: usize,
    /// What the first is to the second.
    pub(super) relation: Relation,
}

/// All such pairs, in the order of the second ones.
pub(super) fn pairs(names: &[Name<'_>]) -> Vec<Pair> {
    let mut pairs = Vec::new();
    // The earlier names by their first literal; those that begin with a placeholder, and all of them.
    let mut by_first: HashMap<&str, Vec<usize>> = HashMap::new();
    let (mut open, mut all) = (Vec::new(), Vec::new());
    for (second, name) in names.iter().enumerate() {
        let mut earlier = match name.segments.first() {
            Some(Segment::Literal(first)) => {
                let alike = by_first.entry(&first.text).or_default();
                let both = [&alike[..], &open].concat();
                alike.push(second);
                both
            }
            _ => {
                open.push(second);
                all.clone()
            }
        };
        all.push(second);
        earlier.sort_unstable();
        pairs.extend(earlier.into_iter().filter_map(|first| {
            let other = names.get(first)?;
            if differ(other.segments, name.segments) {
                return None;
            }
            let relation = Relation::of(Shape::of(other.template), Shape::of(name.template));
            let meet =
                relation.overlaps() && !other.topic.attributes.excludes(&name.topic.attributes);
            meet.then_some(Pair {
                first,
                second,
                relation,
            })
        }));
    }
    pairs
}

/// Whether two names have different literals at one place, and so no topic in common.
fn differ(one: &[Segment], other: &[Segment]) -> bool {
    let mut both = one.iter().zip(other);
    both.any(|(one, other)| {
        let both = one.literal().zip(other.literal());
        both.is_some_and(|(one, other)| one.text != other.text)
    })
}

/// Which names win over each name.
pub(super) fn winners(names: &[Name<'_>], pairs: &[Pair]) -> Vec<Vec<usize>> {
    let mut winners = vec![Vec::new(); names.len()];
    for (winner, loser) in pairs.iter().filter_map(|pair| pair.winner_and_loser(names)) {
        winners
            .get_mut(loser)
            .into_iter()
            .for_each(|winners| winners.push(winner));
    }
    winners
}

impl Pair {
    /// The names by index, the winner before the loser, if one wins over the other.
    pub(super) fn winner_and_loser(self, names: &[Name<'_>]) -> Option<(usize, usize)> {
        let rank = |name: usize| Some(names.get(name)?.topic.attributes.is_first.into());
        let first_wins = self
            .relation
            .first_wins(rank(self.first)?, rank(self.second)?)?;
        Some(if first_wins {
            (self.first, self.second)
        } else {
            (self.second, self.first)
        })
    }
}
