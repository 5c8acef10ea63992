//! One difference between two locks.

use core::fmt;

use super::{FormerName, LockEntry, LockType};
use crate::messages;
use crate::template::{Placeholder, Template, Texts};

/// One difference between two locks; made by [`Lock::changes_to`](super::Lock::changes_to).
///
/// Its `Display` is a sentence about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change<'a> {
    pub(super) old: Option<&'a LockEntry>,
    pub(super) new: Option<&'a LockEntry>,
    pub(super) line: Option<usize>,
    pub(super) kind: ChangeKind<'a>,
}

/// How a change affects programs that were written for the old lock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Effect {
    /// Nothing differs on the wire: a placeholder renamed, `uuid::Uuid` for `Uuid`.
    Rewords,
    /// The wire may carry something new, and all that was there is still there.
    Adds,
    /// Subscribers are broken: a topic that they wait for never comes, or can't be read.
    Breaks,
}

/// What has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ChangeKind<'a> {
    /// The hierarchy has another name.
    HierarchyRenamed {
        /// The old name.
        from: &'a str,
        /// The new name.
        to: &'a str,
    },
    /// The template is new.
    Added,
    /// The template is gone; breaks.
    Removed {
        /// What it may have become: the nearest of the new templates, rather than of those that were
        /// there already.
        nearest: Option<Template<'a>>,
    },
    /// A placeholder has another name.
    PlaceholderRenamed {
        /// The old name.
        from: &'a str,
        /// The new name.
        to: &'a str,
    },
    /// A placeholder is of another kind, or of another type; breaks.
    ShapeChanged {
        /// The placeholder as it was.
        from: Placeholder<'a>,
        /// The placeholder as it is.
        to: Placeholder<'a>,
    },
    /// A closed placeholder, or a type, has one more value, or reads one by one more text.
    ValueAdded {
        /// The placeholder's new name, or the name of the type.
        of: &'a str,
        /// The text.
        value: &'a str,
    },
    /// A closed placeholder, or a type, no longer takes a text; breaks.
    ValueRemoved {
        /// The placeholder's new name, or the name of the type.
        of: &'a str,
        /// The text.
        value: &'a str,
    },
    /// A value is written as another text, and still read as it was.
    ValueRenamed {
        /// The placeholder's new name, or the name of the type.
        of: &'a str,
        /// The text that was written.
        from: &'a str,
        /// The text that is written.
        to: &'a str,
    },
    /// A closed placeholder takes the same values, listed in another order.
    ValuesReordered {
        /// The placeholder's new name.
        placeholder: &'a str,
    },
    /// The line has another payload type, or its payload was added or removed. It breaks if there was a payload before.
    PayloadChanged {
        /// The old type.
        from: Option<&'a str>,
        /// The new type.
        to: Option<&'a str>,
    },
    /// The line has another reply type, or its reply was added or removed. It breaks if there was a reply before.
    ReplyChanged {
        /// The old type.
        from: Option<&'a str>,
        /// The new type.
        to: Option<&'a str>,
    },
    /// The line is read first, and was not.
    FirstAdded,
    /// The line is no longer read first; breaks if another line of both locks is now, with which it shares topics.
    FirstRemoved {
        /// That other line.
        now: Option<Template<'a>>,
    },
    /// A type is written with more or less of its path.
    TypeRespelled {
        /// As it was written.
        from: &'a str,
        /// As it is written now.
        to: &'a str,
    },
    /// The texts of a type are known, and were not.
    TextsAdded {
        /// The type.
        of: &'a LockType,
    },
    /// The texts of a type are no longer known, though placeholders are of the type; breaks.
    TextsRemoved {
        /// The type as it was.
        of: &'a LockType,
    },
    /// The texts of a type are no longer recorded, since no placeholder has the type or its name tells them. The
    /// changes of the placeholders say what that means for subscribers.
    TypeRemoved {
        /// The type as it was.
        of: &'a LockType,
    },
    /// The texts of a type, which are not listed both before and after, are described in other words; breaks unless
    /// they are the same.
    TextsChanged {
        /// The name of the type.
        of: &'a str,
        /// The texts it had.
        from: Texts<'a>,
        /// The texts it has.
        to: Texts<'a>,
    },
    /// A template is recorded as a former name.
    FormerNameAdded {
        /// The former name.
        name: &'a FormerName,
    },
    /// A template is no longer recorded as a former name.
    FormerNameRemoved {
        /// The former name.
        name: &'a FormerName,
    },
}

impl<'a> Change<'a> {
    /// What has changed.
    #[must_use]
    pub fn kind(&self) -> &ChangeKind<'a> {
        &self.kind
    }

    /// How it affects programs that were written for the old lock.
    #[must_use]
    pub fn effect(&self) -> Effect {
        self.kind.effect()
    }

    /// Whether it breaks subscribers that rely on the old lock.
    #[must_use]
    pub fn is_breaking(&self) -> bool {
        self.effect() == Effect::Breaks
    }

    /// The entry of the old lock; `None` if it is new, or if the change is not one of an entry.
    #[must_use]
    pub fn before(&self) -> Option<&'a LockEntry> {
        self.old
    }

    /// The entry of the new lock; `None` if it is gone, or if the change is not one of an entry.
    #[must_use]
    pub fn after(&self) -> Option<&'a LockEntry> {
        self.new
    }

    /// The line of the old entry, or of the old type, counted from one, if the old lock was read from text.
    #[must_use]
    pub fn line(&self) -> Option<usize> {
        self.line
    }
}

impl ChangeKind<'_> {
    /// How such a change affects programs that were written for the old lock.
    #[must_use]
    pub fn effect(&self) -> Effect {
        match self {
            Self::Added
            | Self::ValueAdded { .. }
            | Self::ValueRenamed { .. }
            | Self::PayloadChanged { from: None, .. }
            | Self::ReplyChanged { from: None, .. }
            | Self::FirstAdded
            | Self::FirstRemoved { now: None }
            | Self::TextsAdded { .. }
            | Self::FormerNameAdded { .. } => Effect::Adds,
            Self::HierarchyRenamed { .. }
            | Self::PlaceholderRenamed { .. }
            | Self::ValuesReordered { .. }
            | Self::TypeRespelled { .. }
            | Self::TypeRemoved { .. }
            | Self::FormerNameRemoved { .. } => Effect::Rewords,
            Self::TextsChanged { from, to, .. } if to.keep(*from) => Effect::Rewords,
            _ => Effect::Breaks,
        }
    }
}

impl fmt::Display for Change<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        messages::lock_change(self, f)
    }
}
