//! Two templates that match the same topic, neither more specific than the other.
//!
//! Such a topic could be read as either, so it is refused, unless a declared template settles it: one
//! that is more specific than both. If that holds for every pair and every topic they share, then of
//! the templates that match a topic one is always the most specific: were two of them minimal, they
//! would share the topic, and a third would be below both.

use super::region::Region;
use super::{former, overlaps};
use crate::errors::Errors;
use crate::hierarchy::{Kind, Name, Segment};
use crate::messages;
use crate::source_text::source_text;

pub(super) fn refuse(names: &[Name<'_>], pairs: &[(usize, usize)], errors: &mut Errors) {
    let neighbours = overlaps::neighbours(names.len(), pairs);
    for (a, b) in pairs {
        let (Some(first), Some(second)) = (names.get(*a), names.get(*b)) else {
            continue;
        };
        if first.id.topic == second.id.topic {
            // Whichever it is taken for, it is the same topic; or it is refused for another reason.
            former::refuse_other_parameters(first, second, errors);
            continue;
        }
        if is_ordered(first, second) || first.topic.attributes.excludes(&second.topic.attributes) {
            continue;
        }
        let between = neighbours
            .get(*a)
            .into_iter()
            .flatten()
            .filter(|c| neighbours.get(*b).is_some_and(|theirs| theirs.contains(c)))
            .filter_map(|c| names.get(*c))
            .filter(|settler| settles(settler, first, second));
        if let Some(topic) = unsettled(first, second, between) {
            let message = messages::ambiguous(
                first.template.as_str(),
                second.template.as_str(),
                &topic,
                shared_template(first, second),
            );
            errors.add(first.place, &message);
            errors.also(second.place, &message);
        }
    }
}

/// Whether one of them is more specific than the other.
fn is_ordered(first: &Name<'_>, second: &Name<'_>) -> bool {
    let (first, second) = (first.template, second.template);
    first.covers(&second) || second.covers(&first)
}

/// Whether a template is more specific than both, and there wherever both are.
fn settles(settler: &Name<'_>, first: &Name<'_>, second: &Name<'_>) -> bool {
    let template = settler.template;
    first.template.covers(&template)
        && second.template.covers(&template)
        && refuses_no_more(settler, first, second)
        && settler.topic.attributes.conditions.iter().all(|condition| {
            let condition = condition.to_string();
            let mut given = first
                .topic
                .attributes
                .conditions
                .iter()
                .chain(&second.topic.attributes.conditions);
            given.any(|given| given.to_string() == condition)
        })
}

/// Whether a settler's types refuse nothing that both templates take.
///
/// A type counts as any segment, but what it refuses is not read as the settler: it would be left to the
/// two that fight over it. So a type settles only where one of them has it too.
fn refuses_no_more(settler: &Name<'_>, first: &Name<'_>, second: &Name<'_>) -> bool {
    settler.segments.iter().enumerate().all(|(index, segment)| {
        type_of(segment).is_none_or(|of| {
            [first, second].iter().any(|name| {
                let theirs = name.segments.get(index).and_then(type_of);
                theirs.is_some_and(|theirs| theirs == of)
            })
        })
    })
}

/// The type of a typed placeholder, as it is written.
fn type_of(segment: &Segment) -> Option<String> {
    match segment {
        Segment::Parameter(parameter) => match &parameter.kind {
            Kind::Typed(of) => Some(source_text(of)),
            _ => None,
        },
        Segment::Literal(_) => None,
    }
}

/// A topic that both match and no settler does, if there is one.
fn unsettled<'h>(
    first: &Name<'_>,
    second: &Name<'_>,
    settlers: impl Iterator<Item = &'h Name<'h>>,
) -> Option<String> {
    let shared = Region::of(first.segments).intersection(&Region::of(second.segments))?;
    let settlers: Vec<Region<'_>> = settlers
        .map(|settler| Region::of(settler.segments))
        .collect();
    // What is left of a region after each settler may be many regions, but one that all leave is enough;
    // so they are looked at one by one, depth first.
    let mut left = vec![(shared.clone(), 0)];
    for _ in 0..MOST_STEPS {
        let (region, settled) = left.pop()?;
        match settlers.get(settled) {
            None => return Some(region.example()),
            Some(settler) => {
                let rest = region.difference(settler);
                left.extend(rest.into_iter().map(|region| (region, settled + 1)));
            }
        }
    }
    // Nobody could tell by reading either.
    Some(shared.example())
}

/// How long to look for a topic that is not settled, before it is taken for granted that there is one. An
/// editor expands at every keystroke.
const MOST_STEPS: usize = 20_000;

/// The template that would settle every topic that two templates share.
fn shared_template(first: &Name<'_>, second: &Name<'_>) -> String {
    let length = first.segments.len().max(second.segments.len());
    let mut names: Vec<String> = Vec::new();
    let mut fresh = |name: String| {
        let mut name = name;
        while names.contains(&name) {
            name.push('2');
        }
        names.push(name.clone());
        name
    };
    let segments = (0..length).map(|index| {
        match (at(first.segments, index), at(second.segments, index)) {
            (Some(Segment::Literal(text)), _) | (_, Some(Segment::Literal(text))) => text.clone(),
            (Some(Segment::Parameter(a)), Some(Segment::Parameter(b))) => {
                let name = fresh(syn::ext::IdentExt::unraw(&a.field).to_string());
                match (&a.kind, &b.kind) {
                    (Kind::Closed(a), Kind::Closed(b)) => {
                        let shared = a.values.iter().map(|value| value.text.as_str());
                        let shared = shared.filter(|text| b.values.iter().any(|b| b.text == *text));
                        one_of(&name, &shared.collect::<Vec<_>>())
                    }
                    (Kind::Closed(closed), _) | (_, Kind::Closed(closed)) => {
                        one_of(&name, &closed.texts())
                    }
                    (Kind::Tail, Kind::Tail) => format!("<{name}..>"),
                    _ => format!("<{name}>"),
                }
            }
            // One of the two always has a segment here, and a tail of the other takes it.
            _ => String::new(),
        }
    });
    segments.collect::<Vec<_>>().join(".")
}

/// The segment at an index, which a tail goes on for.
fn at(segments: &[Segment], index: usize) -> Option<&Segment> {
    segments.get(index).or(segments.last())
}

fn one_of(name: &str, values: &[&str]) -> String {
    match values {
        [value] => (*value).to_owned(),
        values => format!("<{name}: {}>", values.join(" | ")),
    }
}
