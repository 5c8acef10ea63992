//! Which topics are more specific than which: what parses first, and what the docs say of it.

use crate::hierarchy::{Hierarchy, Name, Shadow};

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

/// Notes in the model, for each topic, which names of others are more and which are less specific than
/// one of its own.
pub(super) fn note(hierarchy: &mut Hierarchy, shadows: Vec<Shadow>) {
    for shadow in shadows {
        if let Some(topic) = hierarchy.topics.get_mut(shadow.general.topic) {
            topic.more_specific.push(shadow);
        }
        if let Some(topic) = hierarchy.topics.get_mut(shadow.specific.topic) {
            topic.less_specific.push(shadow);
        }
    }
}
