//! Two names that match the same topic, of which neither wins.
//!
//! Such a topic could be read as either, so it is refused, unless the names that win over both match it.
//! If that holds for every pair and every topic they share, and no names win over each other in a circle,
//! then of the names that match a topic one wins over all others.

use std::collections::BTreeMap;

use topics_core::conflict::Conflict;
use topics_core::relation::Relation;
use topics_core::shape::Shape;

use super::former;
use super::overlaps::Pair;
use crate::errors::Errors;
use crate::hierarchy::{Name, Origin, Segment};
use crate::messages;

/// The winners are those of each name.
pub(super) fn refuse(
    names: &[Name<'_>],
    pairs: &[Pair],
    winners: &[Vec<usize>],
    errors: &mut Errors,
) {
    // What is wrong with a name is said once, however many others it has it with.
    let mut partners: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for pair in pairs {
        let (Some(first), Some(second)) = (names.get(pair.first), names.get(pair.second)) else {
            continue;
        };
        if first.id.topic == second.id.topic {
            // Whichever it is taken for, it is the same topic; or it is refused for another reason.
            former::refuse_other_parameters(first, second, errors);
        } else if pair.relation == Relation::Crossing
            && pair.winner_and_loser(names).is_none()
            && topic_of_neither(names, winners, (pair.first, pair.second)).is_some()
        {
            partners.entry(pair.first).or_default().push(pair.second);
            partners.entry(pair.second).or_default().push(pair.first);
        }
    }
    for (name, partners) in partners {
        report(names, winners, name, &partners, errors);
    }
}

/// A topic that both match and no winner does, if there is one.
fn topic_of_neither(
    names: &[Name<'_>],
    winners: &[Vec<usize>],
    (first, second): (usize, usize),
) -> Option<String> {
    let (a, b) = (names.get(first)?, names.get(second)?);
    let others = winners.get(second)?;
    let winners: Vec<Shape<'_>> = winners
        .get(first)?
        .iter()
        .filter(|winner| others.contains(winner))
        .filter_map(|winner| names.get(*winner))
        .filter(|winner| is_there_with(winner, a, b))
        .map(|winner| Shape::of(winner.template))
        .collect();
    let pair = [a, b].map(|name| Shape::of(name.template));
    let winners = &winners;
    Conflict { pair, winners }.topic()
}

/// Whether a name exists wherever two others do.
fn is_there_with(name: &Name<'_>, a: &Name<'_>, b: &Name<'_>) -> bool {
    let of = |name: &Name<'_>| -> Vec<String> {
        let conditions = name.topic.attributes.conditions.iter();
        conditions.map(ToString::to_string).collect()
    };
    let (a, b) = (of(a), of(b));
    let mut needed = of(name).into_iter();
    needed.all(|condition| a.contains(&condition) || b.contains(&condition))
}

fn report(
    names: &[Name<'_>],
    winners: &[Vec<usize>],
    name: usize,
    partners: &[usize],
    errors: &mut Errors,
) -> Option<()> {
    let (own, partner) = (names.get(name)?, *partners.first()?);
    let other = names.get(partner)?;
    let topic = topic_of_neither(names, winners, (name.min(partner), name.max(partner)))?;
    let mut reason = messages::neither_is_more_specific();
    let remedy = match own.topic.origin {
        _ if own.topic.attributes.is_first => {
            reason = messages::both_are_first();
            messages::remove_first()
        }
        Origin::Declared if share_one_topic(own.segments, other.segments) => {
            messages::write_first_or_declare(&topic)
        }
        Origin::Declared => messages::write_first(),
        Origin::Own(_) | Origin::Variant(_) => messages::write_first_in_attribute(),
    };
    let second = partners.get(1).and_then(|second| names.get(*second));
    let second = second.map(|second| second.template);
    // The earlier name comes first, so that it reads the same at both.
    let (first, later) = if name < partner {
        (own, other)
    } else {
        (other, own)
    };
    let message = messages::ambiguous(
        [first.template, later.template],
        &topic,
        (second, partners.len()),
        (reason, remedy),
    );
    errors.add(own.place, message);
    Some(())
}

/// Whether two templates that share a topic share no other.
fn share_one_topic(first: &[Segment], second: &[Segment]) -> bool {
    let mut both = first.iter().zip(second);
    first.len() == second.len()
        && both.all(|(one, other)| one.literal().or(other.literal()).is_some())
}
