//! Two names that match the very same topics.

use std::collections::HashMap;

use super::refused::Refused;
use super::region::Region;
use crate::errors::Errors;
use crate::hierarchy::{Hierarchy, Name, names};
use crate::messages;

pub(super) fn refuse(hierarchy: &Hierarchy, refused: &mut Refused, errors: &mut Errors) {
    let names = names(&hierarchy.topics);
    let mut seen: HashMap<Region<'_>, Vec<&Name<'_>>> = HashMap::new();
    for later in &names {
        let same = seen.entry(Region::of(later.segments)).or_default();
        let clash = same
            .iter()
            .find(|first| !first.topic.attributes.excludes(&later.topic.attributes));
        match clash {
            Some(first) => {
                report(first, later, errors);
                refused.add_name(later.id);
            }
            None => same.push(later),
        }
    }
}

fn report(first: &Name<'_>, later: &Name<'_>, errors: &mut Errors) {
    let (template, before) = (later.template, first.template);
    if first.id.topic == later.id.topic {
        let message = if template == before {
            messages::was_twice(template)
        } else {
            messages::was_the_same(template, before)
        };
        errors.add(later.place, message);
    } else if template == before {
        let are_conditional =
            first.topic.attributes.is_conditional() && later.topic.attributes.is_conditional();
        let message = match later.id.former {
            None => messages::declared_twice(template.as_str(), are_conditional),
            Some(_) => messages::was_another(template.as_str()),
        };
        errors.add(later.place, message);
        errors.also(
            first.place,
            messages::first_declared_here(template.as_str()),
        );
    } else {
        let message = messages::same_topics(template.as_str(), before.as_str());
        errors.add(later.place, &message);
        errors.also(first.place, &message);
    }
}
