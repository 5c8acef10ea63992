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
use crate::hierarchy::{Hierarchy, Topic, names};
use checked::Relations;
pub(crate) use checked::{CheckedHierarchy, CheckedTopic};
use overlaps::Pair;
use parse_order::ParseOrder;
use refused::Refused;

/// How the topics of a declaration, or of an enum of the user's, get along.
pub(crate) fn run(mut hierarchy: Hierarchy, errors: &mut Errors) -> CheckedHierarchy {
    let lock = lock::check(&hierarchy, errors);
    let mut refused = Refused::default();
    earlier::refuse(&mut hierarchy, &mut refused, errors);
    let pairs = refuse_duplicates(&hierarchy, &mut refused, errors);
    clashes::refuse(&hierarchy, &mut refused, errors);
    // What is declared elsewhere may settle an overlap; then the constants compare all templates.
    let knows_all = hierarchy.wrapped.is_empty();
    CheckedHierarchy::new(hierarchy, lock, &refused, |topics| {
        relate(
            topics,
            refused.is_empty().then_some(pairs),
            knows_all,
            errors,
        )
    })
}

/// How the names of one struct of the user's get along: those that it had before with the present one.
pub(crate) fn run_on_struct(hierarchy: Hierarchy, errors: &mut Errors) -> CheckedHierarchy {
    let mut refused = Refused::default();
    let pairs = refuse_duplicates(&hierarchy, &mut refused, errors);
    CheckedHierarchy::new(hierarchy, None, &refused, |topics| {
        relate(topics, refused.is_empty().then_some(pairs), true, errors)
    })
}

fn refuse_duplicates(
    hierarchy: &Hierarchy,
    refused: &mut Refused,
    errors: &mut Errors,
) -> Vec<Pair> {
    let names = names(&hierarchy.topics);
    let pairs = overlaps::pairs(&names);
    duplicates::refuse(&names, &pairs, refused, errors);
    pairs
}

/// Compares names of which no two match the very same topics; `pairs` are theirs, if they are known.
fn relate(
    topics: &[Topic],
    pairs: Option<Vec<Pair>>,
    knows_all: bool,
    errors: &mut Errors,
) -> (Vec<Relations>, ParseOrder) {
    let names = names(topics);
    let pairs = pairs.unwrap_or_else(|| overlaps::pairs(&names));
    if knows_all {
        ambiguity::refuse(&names, &pairs, errors);
    }
    let parse_order = parse_order::of(&names, &pairs, errors);
    let mut relations = vec![Relations::default(); topics.len()];
    shadows::find(&names, &pairs, &parse_order, &mut relations);
    for id in parse_order.all() {
        if let Some(relations) = relations.get_mut(id.topic) {
            relations.parse_order.push(id);
        }
    }
    (relations, parse_order)
}
