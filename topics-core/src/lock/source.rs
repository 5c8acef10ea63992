//! Where a line of a lock is from.

use alloc::string::String;

use crate::checked::always_equal;

/// Where a line was read from, and the comments before it.
///
/// It is no part of what the line says, so any two are equal.
#[derive(Clone, Debug, Default)]
pub(super) struct Source {
    /// Counted from one; zero if the line was not read.
    pub(super) line: usize,
    /// Each ends with a line feed.
    pub(super) comments: String,
}

impl Source {
    pub(super) fn line(&self) -> Option<usize> {
        (self.line > 0).then_some(self.line)
    }
}

always_equal!(Source);
