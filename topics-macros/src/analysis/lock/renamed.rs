//! Which of the topics that are gone went away together: where a group has another head, each of its lines
//! is gone, and one fault is one error.

use topics_core::lock::{Change, ChangeKind};
use topics_core::{Template, TemplateSegment};

/// Changes that are told as one, in the order of the first of each.
pub(super) fn together<'c, 'a>(changes: &'c [Change<'a>]) -> Vec<Vec<&'c Change<'a>>> {
    let mut groups: Vec<(Option<Head>, Vec<&Change<'_>>)> = Vec::new();
    for change in changes {
        let head = head(change);
        let known = groups
            .iter_mut()
            .find(|(other, _)| head.is_some() && *other == head);
        match known {
            Some((_, group)) => group.push(change),
            None => groups.push((head, vec![change])),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// What the first segments of a topic were, up to the one that differs, and what they seem to be now.
#[derive(PartialEq)]
pub(super) struct Head {
    pub(super) before: String,
    pub(super) after: String,
}

/// The head that was renamed, if the nearest template has another word at one place and is the same after it.
pub(super) fn head(change: &Change<'_>) -> Option<Head> {
    let ChangeKind::Removed { nearest } = change.kind() else {
        return None;
    };
    let (before, after) = (segments(change.before()?.template()), segments((*nearest)?));
    let differs = before
        .iter()
        .zip(&after)
        .position(|(before, after)| before != after)?;
    let (head, rest) = (before.get(..=differs)?, before.get(differs + 1..)?);
    let (new_head, new_rest) = (after.get(..=differs)?, after.get(differs + 1..)?);
    // What follows makes the difference between a head and a line of its own.
    let is_head = !rest.is_empty() && rest == new_rest;
    is_head.then(|| Head {
        before: head.join("."),
        after: new_head.join("."),
    })
}

fn segments(template: Template<'_>) -> Vec<String> {
    template
        .segments()
        .map(|segment| TemplateSegment::to_string(&segment))
        .collect()
}
