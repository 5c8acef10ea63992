//! What changed about the texts of types.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use crate::lock::{Change, ChangeKind, Lock, LockType};

/// Adds the changes, in the order of the types' names.
pub(super) fn compare<'a>(old: &'a Lock, new: &'a Lock, changes: &mut Vec<Change<'a>>) {
    let names = old.types().iter().chain(new.types()).map(LockType::name);
    let names: BTreeSet<&str> = names.collect();
    let in_use = new.named_types();
    for name in names {
        let line = old.line_of_type(name);
        let mut tell = |kind| {
            changes.push(Change {
                line,
                ..Change::of(None, None, kind)
            });
        };
        match (old.type_named(name), new.type_named(name)) {
            (Some(before), Some(after)) => {
                for text in before.texts_beyond(after) {
                    tell(ChangeKind::TextRemoved { of: name, text });
                }
                for text in after.texts_beyond(before) {
                    tell(ChangeKind::TextAdded { of: name, text });
                }
            }
            (Some(of), None) if in_use.binary_search(&name).is_ok() => {
                tell(ChangeKind::TextsRemoved { of });
            }
            (Some(of), None) => tell(ChangeKind::TypeRemoved { of }),
            (None, Some(of)) => tell(ChangeKind::TextsAdded { of }),
            (None, None) => {}
        }
    }
}
