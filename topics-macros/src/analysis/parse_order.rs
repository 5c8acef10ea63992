//! In which order names are parsed: each before those that it wins over.

use std::collections::HashSet;

use topics_core::relation::Relation;

use super::overlaps::{Pair, Winners};
use crate::errors::Errors;
use crate::hierarchy::{Name, NameId};
use crate::messages;

/// The names in the order in which they are parsed.
#[derive(Default)]
pub(crate) struct ParseOrder {
    /// Those that win for being `#[first]`, and those that win over them: whatever the order of the others,
    /// these come before.
    pub(crate) first: Vec<NameId>,
    /// Of these the more specific one wins.
    pub(crate) others: Vec<NameId>,
}

/// If some names win over each other in a circle, that is reported at each.
pub(super) fn of(
    names: &[Name<'_>],
    pairs: &[Pair<'_>],
    winners: &Winners<'_>,
    errors: &mut Errors,
) -> ParseOrder {
    let winners = |of| {
        winners
            .get(&of)
            .into_iter()
            .flatten()
            .map(|winner| winner.id)
    };
    let (mut order, mut placed) = (Vec::new(), HashSet::new());
    let mut left: Vec<&Name<'_>> = names.iter().collect();
    loop {
        let before = left.len();
        left.retain(|name| {
            let is_next = winners(name.id).all(|winner| placed.contains(&winner));
            if is_next {
                order.push(name.id);
                placed.insert(name.id);
            }
            !is_next
        });
        if left.len() == before {
            break;
        }
    }
    for name in &left {
        errors.add(name.place, messages::circle(name.template, left.len() - 1));
        order.push(name.id);
    }
    let crossing = pairs
        .iter()
        .filter(|pair| pair.relation == Relation::Crossing);
    let crossing = crossing.filter_map(Pair::winner_and_loser);
    let mut first: HashSet<NameId> = crossing.map(|(winner, _)| winner.id).collect();
    // The losers of a name are behind it, so by now it is known of all of them.
    for name in order.iter().rev() {
        if first.contains(name) {
            first.extend(winners(*name));
        }
    }
    let (first, others) = order.into_iter().partition(|name| first.contains(name));
    ParseOrder { first, others }
}

impl ParseOrder {
    pub(crate) fn all(&self) -> impl Iterator<Item = NameId> {
        self.first.iter().chain(&self.others).copied()
    }
}
