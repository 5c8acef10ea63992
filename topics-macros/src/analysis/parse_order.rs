//! In which order names are parsed: each before those that it wins over.

use std::collections::HashSet;

use topics_core::relation::Relation;

use super::overlaps::Pair;
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

/// If some names win over each other in a circle, that is reported at each; `winners` are those of each name.
pub(super) fn of(
    names: &[Name<'_>],
    pairs: &[Pair],
    winners: &[Vec<usize>],
    errors: &mut Errors,
) -> ParseOrder {
    let (mut order, mut placed) = (Vec::new(), HashSet::new());
    let mut left: Vec<(usize, &Vec<usize>)> = winners.iter().enumerate().collect();
    loop {
        let before = left.len();
        left.retain(|(name, winners)| {
            let is_next = winners.iter().all(|winner| placed.contains(winner));
            if is_next {
                order.push(*name);
                placed.insert(*name);
            }
            !is_next
        });
        if left.len() == before {
            break;
        }
    }
    for (circle, _) in &left {
        if let Some(name) = names.get(*circle) {
            errors.add(name.place, messages::circle(name.template, left.len() - 1));
        }
        order.push(*circle);
    }
    let crossing = pairs.iter();
    let crossing = crossing.filter(|pair| pair.relation == Relation::Crossing);
    let crossing = crossing.filter_map(|pair| pair.winner_and_loser(names));
    let mut first: HashSet<usize> = crossing.map(|(winner, _)| winner).collect();
    // The losers of a name are behind it, so by now it is known of all of them.
    for name in order.iter().rev() {
        if first.contains(name) {
            first.extend(winners.get(*name).into_iter().flatten());
        }
    }
    let (first, others): (Vec<usize>, _) = order.iter().partition(|name| first.contains(name));
    let [first, others] = [first, others].map(|part| {
        let names = part.into_iter().filter_map(|name| names.get(name));
        names.map(|name| name.id).collect()
    });
    ParseOrder { first, others }
}

impl ParseOrder {
    pub(crate) fn all(&self) -> impl Iterator<Item = NameId> {
        self.first.iter().chain(&self.others).copied()
    }
}
