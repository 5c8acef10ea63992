//! Two names that match the very same topics.

use std::collections::HashMap;

use super::region::Region;
use crate::errors::Errors;
use crate::hierarchy::{Hierarchy, Name, NameId};
use crate::messages;

pub(super) fn refuse(hierarchy: &mut Hierarchy, errors: &mut Errors) {
    let names = hierarchy.names();
    let mut seen: HashMap<Region<'_>, Vec<&Name<'_>>> = HashMap::new();
    let mut refused = Vec::new();
    for later in &names {
        let same = seen.entry(Region::of(later.segments)).or_default();
        let clash = same
            .iter()
            .find(|first| !first.topic.attributes.excludes(&later.topic.attributes));
        match clash {
            Some(first) => {
                report(first, later, errors);
                refused.push(later.id);
            }
            None => same.push(later),
        }
    }
    drop(seen);
    remove(hierarchy, &refused);
}

fn report(first: &Name<'_>, later: &Name<'_>, errors: &mut Errors) {
    let (template, before) = (later.template, first.template);
    if first.id.topic == later.id.topic {
        let message = messages::was_all_along(template.as_str(), before.as_str());
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

/// Takes these names out of the model; with that of a line, the topic.
fn remove(hierarchy: &mut Hierarchy, refused: &[NameId]) {
    for (topic, of) in hierarchy.topics.iter_mut().enumerate() {
        let mut index = 0;
        of.former.retain(|_| {
            let former = Some(index);
            index += 1;
            !refused.contains(&NameId { topic, former })
        });
    }
    let topics = refused.iter().filter(|name| name.former.is_none());
    let topics: Vec<usize> = topics.map(|name| name.topic).collect();
    super::remove(hierarchy, &topics);
}
