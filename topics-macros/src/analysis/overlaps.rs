//! Which names share a topic, and what each is to the other.
//!
//! Few of the names in a declaration begin with the same literal, and of those few share all others, so most pairs
//! are told apart at a glance. What is left is compared by the engine in `topics-core`.

use std::collections::HashMap;

use topics_core::relation::Relation;
use topics_core::shape::Shape;

use crate::hierarchy::{Name, NameId, Segment};

/// Two names that share a topic and may exist at once, the earlier one first.
pub(super) struct Pair<'n> {
    pub(super) first: &'n Name<'n>,
    pub(super) second: &'n Name<'n>,
    /// What the first is to the second.
    pub(super) relation: Relation,
}

/// All such pairs, in the order of the second ones.
pub(super) fn pairs<'n>(names: &'n [Name<'n>]) -> Vec<Pair<'n>> {
    let mut pairs = Vec::new();
    // The earlier names by their first literal; by none, if they begin with a placeholder.
    let mut by_first: HashMap<Option<&str>, Vec<usize>> = HashMap::new();
    for (index, second) in names.iter().enumerate() {
        let literal = second.segments.first().and_then(Segment::literal);
        let literal = literal.map(|literal| &*literal.text);
        let mut earlier: Vec<usize> = match literal {
            Some(_) => {
                let alike = [None, literal].into_iter();
                alike
                    .filter_map(|first| by_first.get(&first))
                    .flatten()
                    .copied()
                    .collect()
            }
            None => (0..index).collect(),
        };
        by_first.entry(literal).or_default().push(index);
        earlier.sort_unstable();
        let earlier = earlier.into_iter().filter_map(|first| names.get(first));
        pairs.extend(earlier.filter_map(|first| {
            if differ(first.segments, second.segments) {
                return None;
            }
            let relation = Relation::of(Shape::of(first.template), Shape::of(second.template));
            let meet =
                relation.overlaps() && !first.topic.attributes.excludes(&second.topic.attributes);
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

/// Which names win over a name.
pub(super) type Winners<'n> = HashMap<NameId, Vec<&'n Name<'n>>>;

pub(super) fn winners<'n>(pairs: &[Pair<'n>]) -> Winners<'n> {
    let mut winners = Winners::new();
    for (winner, loser) in pairs.iter().filter_map(Pair::winner_and_loser) {
        winners.entry(loser.id).or_default().push(winner);
    }
    winners
}

impl<'n> Pair<'n> {
    /// The winner before the loser, if one wins over the other.
    pub(super) fn winner_and_loser(&self) -> Option<(&'n Name<'n>, &'n Name<'n>)> {
        let (first, second) = (self.first, self.second);
        let rank = |name: &Name<'_>| name.topic.attributes.is_first.into();
        let first_wins = self.relation.first_wins(rank(first), rank(second))?;
        Some(if first_wins {
            (first, second)
        } else {
            (second, first)
        })
    }
}
