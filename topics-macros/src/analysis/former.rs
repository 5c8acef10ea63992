//! Names of one line that match the same topic.
//!
//! They mean the same line, so none of them has to be the more specific one. But the topic must have the
//! same parameters by either name: `a.<rest..>` that was `a.b.<rest..>` could not tell what `a.b.c` is.

use topics_core::conflict::Conflict;
use topics_core::shape::Shape;

use crate::errors::Errors;
use crate::hierarchy::{Name, Segment, place_of};
use crate::messages;

/// Refuses the later one of two names of one line by which the same topic has other parameters.
pub(super) fn refuse_other_parameters(first: &Name<'_>, later: &Name<'_>, errors: &mut Errors) {
    let pair = [first, later].map(|name| Shape::of(name.template));
    if !have_same_parameters(first.segments, later.segments)
        && let Some(shared) = (Conflict { pair, winners: &[] }).topic()
    {
        let message = messages::was_with_other_parameters(
            later.template.as_str(),
            first.template.as_str(),
            shared,
        );
        errors.add(later.place, message);
    }
}

/// Whether every topic of two templates with the same placeholders has the same parameters by both.
fn have_same_parameters(first: &[Segment], second: &[Segment]) -> bool {
    let literal = |of: &[Segment], at: usize| Some(of.get(at)?.literal()?.text.clone());
    let mut places = first.iter().enumerate();
    places.all(|(ours, segment)| {
        let Some(placeholder) = segment.placeholder() else {
            return true;
        };
        // Elsewhere, it is the same segment if the other template allows but one text, here and there.
        place_of(&placeholder.name, second).is_some_and(|theirs| {
            let (one, other) = (literal(first, theirs), literal(second, ours));
            ours == theirs || one.is_some() && one == other
        })
    })
}
