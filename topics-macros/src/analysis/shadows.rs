//! Whose topics are read as another line's, which is what the docs say of both.

use std::collections::HashMap;

use super::checked::{Relations, Shadow};
use super::overlaps::Pair;
use super::parse_order::ParseOrder;
use crate::hierarchy::{Name, NameId};

/// Notes for each topic which names of others win over one of its own, and over which names of others one of
/// its own wins.
///
/// The winners of a topic are in the order in which they are parsed: of those that match a name, the first
/// has it.
pub(super) fn find(
    names: &[Name<'_>],
    pairs: &[Pair],
    order: &ParseOrder,
    relations: &mut [Relations],
) {
    let places: HashMap<NameId, usize> = order.all().zip(0..).collect();
    let decided = pairs.iter().filter_map(|pair| {
        let (winner, loser) = pair.winner_and_loser(names)?;
        Some((names.get(winner)?.id, names.get(loser)?.id, pair.relation))
    });
    for (winner, loser, relation) in
        decided.filter(|(winner, loser, _)| winner.topic != loser.topic)
    {
        let shadow = Shadow {
            winner,
            loser,
            is_more_specific: relation != topics_core::relation::Relation::Crossing,
        };
        if let Some(topic) = relations.get_mut(loser.topic) {
            topic.winners.push(shadow);
        }
        if let Some(topic) = relations.get_mut(winner.topic) {
            topic.losers.push(shadow);
        }
    }
    for topic in relations {
        topic
            .winners
            .sort_by_key(|shadow| places.get(&shadow.winner));
    }
}
