//! What names and values were before, as a lock records it.

use topics::lock::Lock;
use topics::{PlaceholderKind, Template};

/// The template that replaces another.
pub(crate) fn successor<'l>(lock: &'l Lock, template: Template<'_>) -> Option<Template<'l>> {
    let mut names = lock.former_names().iter();
    Some(names.find(|name| name.template() == template)?.now())
}

/// The former texts of a placeholder's values, each behind the text that replaces it.
pub(crate) fn values<'l>(lock: &'l Lock, kind: &PlaceholderKind<'l>) -> Vec<(&'l str, &'l str)> {
    let values = lock.texts_of(kind).and_then(|texts| texts.values());
    values.map_or_else(Vec::new, |values| values.former().collect())
}
