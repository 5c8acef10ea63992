//! Which topics are more specific than which: what parses first, and what the docs say of it.

use crate::hierarchy::{Hierarchy, Name, NameId};

/// A name that matches all topics of another one, and more.
pub(super) struct Shadow {
    general: NameId,
    specific: NameId,
}

pub(super) fn find(names: &[Name<'_>], pairs: &[(usize, usize)]) -> Vec<Shadow> {
    let pairs = pairs
        .iter()
        .filter_map(|&(a, b)| Some((names.get(a)?, names.get(b)?)))
        .filter(|(first, second)| {
            first.id.topic != second.id.topic
                && !first.topic.attributes.excludes(&second.topic.attributes)
        });
    let shadows = pairs.filter_map(|(first, second)| {
        let (general, specific) = if first.template.covers(&second.template) {
            (first.id, second.id)
        } else if second.template.covers(&first.template) {
            (second.id, first.id)
        } else {
            // That is an ambiguity, unless it is settled, which is a question of its own.
            return None;
        };
        Some(Shadow { general, specific })
    });
    shadows.collect()
}

/// Notes in the model, for each topic, which names of others are more and which are less specific.
pub(super) fn note(hierarchy: &mut Hierarchy, shadows: Vec<Shadow>) {
    for Shadow { general, specific } in shadows {
        // The docs of a topic are about its present name.
        if general.former.is_none()
            && let Some(topic) = hierarchy.topics.get_mut(general.topic)
        {
            topic.more_specific.push(specific);
        }
        if specific.former.is_none()
            && let Some(topic) = hierarchy.topics.get_mut(specific.topic)
        {
            topic.less_specific.push(general);
        }
    }
}
