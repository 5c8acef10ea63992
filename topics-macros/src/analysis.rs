//! How the topics of a hierarchy get along with each other: one file for each question.
//!
//! Every analysis reads the model and reports what it finds. A topic that cannot stand beside an
//! earlier one is taken out of the model, so that what is generated compiles and the only errors are
//! those that were reported.

mod ambiguity;
mod clashes;
mod duplicates;
mod former;
mod lock;
mod overlaps;
mod region;
mod shadows;
#[cfg(test)]
mod tests;

use crate::errors::Errors;
use crate::hierarchy::Hierarchy;

pub(crate) fn run(hierarchy: &mut Hierarchy, errors: &mut Errors) {
    lock::check(hierarchy, errors);
    duplicates::refuse(hierarchy, errors);
    clashes::refuse(hierarchy, errors);
    compare_distinct(hierarchy, errors);
}

/// How the names of one struct of the user's get along: those that it had before with the present one.
pub(crate) fn run_on_struct(hierarchy: &mut Hierarchy, errors: &mut Errors) {
    duplicates::refuse(hierarchy, errors);
    compare_distinct(hierarchy, errors);
}

/// Compares names of which no two match the very same topics.
fn compare_distinct(hierarchy: &mut Hierarchy, errors: &mut Errors) {
    let names = hierarchy.names();
    let pairs = overlaps::pairs(&names);
    // What is declared elsewhere may settle an overlap; then the constants compare all templates.
    if hierarchy.wrapped.is_empty() {
        ambiguity::refuse(&names, &pairs, errors);
    }
    let shadows = shadows::find(&names, &pairs);
    shadows::note(hierarchy, shadows);
}

/// Takes the topics at these indices out of the model.
fn remove(hierarchy: &mut Hierarchy, refused: &[usize]) {
    hierarchy.is_whole &= refused.is_empty();
    let mut index = 0;
    hierarchy.topics.retain(|_| {
        index += 1;
        !refused.contains(&(index - 1))
    });
}
