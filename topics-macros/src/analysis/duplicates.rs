//! Two names that match the very same topics.

use std::collections::HashSet;

use topics_core::relation::Relation;

use super::overlaps::Pair;
use super::refused::Refused;
use crate::errors::Errors;
use crate::hierarchy::Name;
use crate::messages;

/// Refuses the later one of each two.
pub(super) fn refuse(pairs: &[Pair<'_>], refused: &mut Refused, errors: &mut Errors) {
    let mut shown = HashSet::new();
    for Pair {
        first,
        second: later,
        relation,
    } in pairs
    {
        let is_known = refused.has_name(first.id) || refused.has_name(later.id);
        if *relation != Relation::Same || is_known {
            continue;
        }
        refused.add_name(later.id);
        errors.add(later.place, message(first, later));
        if first.template == later.template
            && first.id.topic != later.id.topic
            && shown.insert(first.id)
        {
            let here = messages::first_declared_here(first.template.as_str());
            errors.also(first.place, here);
        }
    }
}

fn message(first: &Name<'_>, later: &Name<'_>) -> String {
    let (template, before) = (later.template.as_str(), first.template.as_str());
    if first.id.topic == later.id.topic {
        messages::was_twice()
    } else if template != before {
        messages::same_topics(template, before)
    } else if later.id.is_former() {
        messages::was_another(template)
    } else {
        let are_conditional =
            first.topic.attributes.is_conditional() && later.topic.attributes.is_conditional();
        messages::declared_twice(template, are_conditional)
    }
}
