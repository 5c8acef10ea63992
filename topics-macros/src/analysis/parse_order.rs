//! In which order names are parsed: each before those that it wins over.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

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

/// If some names win over each other in a circle, that is reported at each.
pub(super) fn of(names: &[Name<'_>], pairs: &[Pair], errors: &mut Errors) -> ParseOrder {
    let mut losers: Vec<Vec<usize>> = vec![Vec::new(); names.len()];
    // How many of those that are left win over a name.
    let mut winners = vec![0_usize; names.len()];
    for (winner, loser) in pairs.iter().filter_map(|pair| pair.winner_and_loser(names)) {
        if let (Some(losers), Some(winners)) = (losers.get_mut(winner), winners.get_mut(loser)) {
            losers.push(loser);
            *winners += 1;
        }
    }
    let unbeaten = winners
        .iter()
        .enumerate()
        .filter(|(_, winners)| **winners == 0);
    let mut next: BinaryHeap<Reverse<usize>> = unbeaten.map(|(name, _)| Reverse(name)).collect();
    let mut order = Vec::with_capacity(names.len());
    while let Some(Reverse(name)) = next.pop() {
        order.push(name);
        for loser in losers.get(name).into_iter().flatten() {
            if let Some(winners) = winners.get_mut(*loser) {
                *winners -= 1;
                if *winners == 0 {
                    next.push(Reverse(*loser));
                }
            }
        }
    }
    let circle = winners
        .iter()
        .enumerate()
        .filter(|(_, winners)| **winners > 0);
    let circle: Vec<usize> = circle.map(|(name, _)| name).collect();
    for name in circle.iter().filter_map(|name| names.get(*name)) {
        errors.add(
            name.place,
            messages::circle(name.template, circle.len().saturating_sub(1)),
        );
    }
    order.extend(circle);
    let mut is_first = vec![false; names.len()];
    for pair in pairs
        .iter()
        .filter(|pair| pair.relation == Relation::Crossing)
    {
        if let Some((winner, _)) = pair.winner_and_loser(names)
            && let Some(is_first) = is_first.get_mut(winner)
        {
            *is_first = true;
        }
    }
    // The losers of a name are behind it, so by now it is known of all of them.
    for name in order.iter().rev() {
        let mut losers = losers.get(*name).into_iter().flatten();
        let wins_over_first = losers.any(|loser| is_first.get(*loser) == Some(&true));
        if let Some(is_first) = is_first.get_mut(*name) {
            *is_first |= wins_over_first;
        }
    }
    let mut sorted = ParseOrder::default();
    for name in order {
        let part = match is_first.get(name) {
            Some(true) => &mut sorted.first,
            _ => &mut sorted.others,
        };
        part.extend(names.get(name).map(|name| name.id));
    }
    sorted
}

impl ParseOrder {
    pub(crate) fn all(&self) -> impl Iterator<Item = NameId> {
        self.first.iter().chain(&self.others).copied()
    }
}
