//! Which topics are more specific than which: what parses first, and what the docs say of it.

use super::checked::{Relations, Shadow};
use crate::hierarchy::Name;

/// Notes for each topic which names of others are more and which are less specific than one of its own.
pub(super) fn find(names: &[Name<'_>], pairs: &[(usize, usize)], relations: &mut [Relations]) {
    let pairs = pairs
        .iter()
        .filter_map(|&(a, b)| Some((names.get(a)?, names.get(b)?)))
        .filter(|(first, second)| {
            first.id.topic != second.id.topic
                && !first.topic.attributes.excludes(&second.topic.attributes)
        });
    for (first, second) in pairs {
        let (general, specific) = if first.template.covers(&second.template) {
            (first.id, second.id)
        } else if second.template.covers(&first.template) {
            (second.id, first.id)
        } else {
            // That is an ambiguity, unless it is settled, which is a question of its own.
            continue;
        };
        let shadow = Shadow { general, specific };
        if let Some(topic) = relations.get_mut(general.topic) {
            topic.more_specific.push(shadow);
        }
        if let Some(topic) = relations.get_mut(specific.topic) {
            topic.less_specific.push(shadow);
        }
    }
}
