//! How the topics of a hierarchy get along with each other: one file for each question.
//!
//! Every analysis reads the model and reports what it finds. What comes out is a [`CheckedHierarchy`]:
//! a topic that cannot stand beside an earlier one is not in it, so that what is generated compiles and
//! the only errors are those that were reported.

mod ambiguity;
mod checked;
mod clashes;
mod duplicates;
mod earlier;
mod former;
mod lock;
mod overlaps;
mod parse_order;
mod refused;
mod shadows;
mod surroundings;
#[cfg(test)]
mod tests;

use crate::errors::Errors;
use crate::hierarchy::{Hierarchy, Name, names};
use checked::Relations;
pub(crate) use checked::{CheckedHierarchy, CheckedTopic};
use overlaps::Pair;
use parse_order::ParseOrder;
use refused::Refused;

/// How the topics of a declaration or of an enum of the user's get along, or the names of one struct.
pub(crate) fn run(mut hierarchy: Hierarchy, errors: &mut Errors) -> CheckedHierarchy {
    let lock = lock::check(&hierarchy, errors);
    let mut refused = Refused::default();
    earlier::refuse(&mut hierarchy, &mut refused, errors);
    let all = names(&hierarchy.topics);
    let pairs = overlaps::pairs(&all);
    duplicates::refuse(&pairs, &mut refused, errors);
    clashes::refuse(&hierarchy, &mut refused, errors);
    let (parse_order, relations) = if refused.is_empty() {
        relate(&hierarchy, &all, &pairs, errors)
    } else {
        hierarchy.topics = refused.take_out_of(std::mem::take(&mut hierarchy.topics));
        let left = names(&hierarchy.topics);
        relate(&hierarchy, &left, &overlaps::pairs(&left), errors)
    };
    CheckedHierarchy::new(hierarchy, lock, relations, parse_order, errors.is_empty())
}

/// What the names are to each other, none of which has been refused.
fn relate(
    hierarchy: &Hierarchy,
    names: &[Name<'_>],
    pairs: &[Pair<'_>],
    errors: &mut Errors,
) -> (ParseOrder, Vec<Relations>) {
    let winners = overlaps::winners(pairs);
    // What is declared elsewhere may settle an overlap; then the constants compare all templates.
    if hierarchy.wrapped.is_empty() {
        ambiguity::refuse(names, pairs, &winners, errors);
    }
    let parse_order = parse_order::of(names, pairs, &winners, errors);
    let mut relations = vec![Relations::default(); hierarchy.topics.len()];
    shadows::find(pairs, &parse_order, &mut relations);
    for id in parse_order.all() {
        if let Some(relations) = relations.get_mut(id.topic) {
            relations.parse_order.push(id);
        }
    }
    (parse_order, relations)
}
