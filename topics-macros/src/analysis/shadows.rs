//! Which topics are more specific than which: what parses first, and what the docs say of it.

use crate::hierarchy::Hierarchy;

/// Notes in the model, for each topic, which others are more and which are less specific.
pub(super) fn note(hierarchy: &mut Hierarchy, pairs: &[(usize, usize)]) {
    for &(a, b) in pairs {
        let (Some(first), Some(second)) = (hierarchy.topics.get(a), hierarchy.topics.get(b)) else {
            continue;
        };
        if first.attributes.excludes(&second.attributes) {
            continue;
        }
        let (general, specific) = if first.template().covers(&second.template()) {
            (a, b)
        } else if second.template().covers(&first.template()) {
            (b, a)
        } else {
            // That is an ambiguity, unless it is settled, which is a question of its own.
            continue;
        };
        if let Some(topic) = hierarchy.topics.get_mut(general) {
            topic.more_specific.push(specific);
        }
        if let Some(topic) = hierarchy.topics.get_mut(specific) {
            topic.less_specific.push(general);
        }
    }
}
