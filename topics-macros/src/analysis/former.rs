//! Names of one line that match the same topic.
//!
//! They mean the same line, so none of them has to be the more specific one. But the topic must have the
//! same parameters by either name: `a.<rest..>` that was `a.b.<rest..>` could not tell what `a.b.c` is.

use syn::ext::IdentExt as _;
use topics_core::conflict::Conflict;
use topics_core::shape::Shape;

use crate::errors::Errors;
use crate::hierarchy::{Name, Segment, parameters};
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
    parameters(first).all(|(ours, parameter)| {
        let name = parameter.field.unraw();
        let same = parameters(second).find(|(_, other)| other.field.unraw() == name);
        let Some((theirs, _)) = same else {
            return false;
        };
        // Elsewhere, it is the same segment if the other template allows but one text, here and there.
        ours == theirs
            || match (first.get(theirs), second.get(ours)) {
                (Some(Segment::Literal(one)), Some(Segment::Literal(other))) => one == other,
                _ => false,
            }
    })
}
