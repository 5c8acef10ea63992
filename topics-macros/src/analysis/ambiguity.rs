//! Two names that match the same topic, of which neither wins.
//!
//! Such a topic could be read as either, so it is refused, unless the names that win over both match it.
//! If that holds for every pair and every topic they share, and no names win over each other in a circle,
//! then of the names that match a topic one wins over all others.

use std::collections::HashMap;

use topics_core::conflict::Conflict;
use topics_core::relation::Relation;
use topics_core::shape::Shape;

use super::former;
use super::overlaps::{Pair, Winners};
use crate::errors::Errors;
use crate::hierarchy::{Name, NameId, Origin, Segment};
use crate::messages;

pub(super) fn refuse(
    names: &[Name<'_>],
    pairs: &[Pair<'_>],
    winners: &Winners<'_>,
    errors: &mut Errors,
) {
    // What is wrong with a name is said once, however many others it has it with.
    let mut ambiguous: HashMap<NameId, Vec<(&Pair<'_>, String)>> = HashMap::new();
    for pair in pairs {
        if pair.first.id.topic == pair.second.id.topic {
            // Whichever it is taken for, it is the same topic; or it is refused for another reason.
            former::refuse_other_parameters(pair.first, pair.second, errors);
        } else if pair.relation == Relation::Crossing
            && pair.winner_and_loser().is_none()
            && let Some(topic) = topic_of_neither(pair, winners)
        {
            for name in [pair.first, pair.second] {
                let pairs = ambiguous.entry(name.id).or_default();
                pairs.push((pair, topic.clone()));
            }
        }
    }
    for name in names {
        if let Some([(pair, topic), more @ ..]) = ambiguous.get(&name.id).map(Vec::as_slice) {
            report(name, pair, topic, more.len(), errors);
        }
    }
}

/// A topic that both match and no winner does, if there is one.
fn topic_of_neither(
    Pair { first, second, .. }: &Pair<'_>,
    winners: &Winners<'_>,
) -> Option<String> {
    let of = |name: &Name<'_>| winners.get(&name.id).map_or(&[][..], Vec::as_slice);
    let mut both = of(first).to_vec();
    both.retain(|winner| {
        of(second).iter().any(|other| other.id == winner.id) && is_there_with(winner, first, second)
    });
    let winners: Vec<Shape<'_>> = both
        .iter()
        .map(|winner| Shape::of(winner.template))
        .collect();
    let pair = [first, second].map(|name| Shape::of(name.template));
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

/// The name may be ambiguous with others too.
fn report(name: &Name<'_>, pair: &Pair<'_>, topic: &str, others: usize, errors: &mut Errors) {
    let Pair { first, second, .. } = pair;
    let mut reason = messages::neither_is_more_specific();
    let remedy = match name.topic.origin {
        _ if name.topic.attributes.is_first => {
            reason = messages::both_are_first();
            messages::remove_first()
        }
        Origin::Declared if share_one_topic(first.segments, second.segments) => {
            messages::write_first_or_declare(topic)
        }
        Origin::Declared => messages::write_first(),
        Origin::Own(_) | Origin::Variant(_) => messages::write_first_in_attribute(),
    };
    // The earlier name comes first, so that it reads the same at both.
    let both = [first.template, second.template];
    errors.add(
        name.place,
        messages::ambiguous(both, topic, others, &reason, &remedy),
    );
}

/// Whether two templates that share a topic share no other.
fn share_one_topic(first: &[Segment], second: &[Segment]) -> bool {
    let mut both = first.iter().zip(second);
    first.len() == second.len()
        && both.all(|(one, other)| one.literal().or(other.literal()).is_some())
}
