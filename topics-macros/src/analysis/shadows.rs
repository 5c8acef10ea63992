//! Whose topics are read as another line's, which is what the docs say of both.

use std::collections::HashMap;

use topics_core::relation::Relation;

use super::checked::{Relations, Shadow};
use super::overlaps::Pair;
use super::parse_order::ParseOrder;
use crate::hierarchy::NameId;

/// Notes for each topic which names of others win over one of its own, and over which names of others one of
/// its own wins.
///
/// The winners of a topic are in the order in which they are parsed: of those that match a name, the first
/// has it.
pub(super) fn find(pairs: &[Pair<'_>], order: &ParseOrder, relations: &mut [Relations]) {
    for pair in pairs {
        let Some((winner, loser)) = pair.winner_and_loser() else {
            continue;
        };
        if winner.id.topic == loser.id.topic {
            continue;
        }
        let shadow = Shadow {
            winner: winner.id,
            loser: loser.id,
            is_more_specific: pair.relation != Relation::Crossing,
        };
        if let Some(topic) = relations.get_mut(loser.id.topic) {
            topic.winners.push(shadow);
        }
        if let Some(topic) = relations.get_mut(winner.id.topic) {
            topic.losers.push(shadow);
        }
    }
    let places: HashMap<NameId, usize> = order.all().zip(0..).collect();
    for topic in relations {
        let winners = &mut topic.winners;
        winners.sort_by_key(|shadow| places.get(&shadow.winner));
    }
}
