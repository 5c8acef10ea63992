//! Two lines that match the very same topics.

use std::collections::HashMap;

use crate::errors::Errors;
use crate::hierarchy::{Hierarchy, Kind, Segment, Topic};
use crate::messages;

pub(super) fn refuse(hierarchy: &mut Hierarchy, errors: &mut Errors) {
    let mut seen: HashMap<Vec<Set>, Vec<&Topic>> = HashMap::new();
    let mut refused = Vec::new();
    for (index, later) in hierarchy.topics.iter().enumerate() {
        let same = seen.entry(sets(later)).or_default();
        let clash = same
            .iter()
            .find(|first| !first.attributes.excludes(&later.attributes));
        let Some(first) = clash else {
            same.push(later);
            continue;
        };
        let (template, before) = (later.template(), first.template());
        if template == before {
            let are_conditional =
                first.attributes.is_conditional() && later.attributes.is_conditional();
            let message = messages::declared_twice(template.as_str(), are_conditional);
            errors.add(later.place, message);
            errors.add(
                first.place,
                messages::first_declared_here(template.as_str()),
            );
        } else {
            let message = messages::same_topics(template.as_str(), before.as_str());
            errors.add(later.place, &message);
            errors.add(first.place, &message);
        }
        refused.push(index);
    }
    drop(seen);
    super::remove(hierarchy, &refused);
}

/// What one position of a template takes; equal if and only if the segments taken are the same.
#[derive(PartialEq, Eq, Hash)]
enum Set {
    Values(Vec<String>),
    Any,
    Tail,
}

fn sets(topic: &Topic) -> Vec<Set> {
    let sets = topic.segments.iter().map(|segment| match segment {
        Segment::Literal(text) => Set::Values(vec![text.clone()]),
        Segment::Parameter(parameter) => match &parameter.kind {
            Kind::Plain | Kind::Typed(_) => Set::Any,
            Kind::Tail => Set::Tail,
            Kind::Closed(closed) => {
                let mut values: Vec<String> = closed
                    .values
                    .iter()
                    .map(|value| value.text.clone())
                    .collect();
                values.sort();
                Set::Values(values)
            }
        },
    });
    sets.collect()
}
