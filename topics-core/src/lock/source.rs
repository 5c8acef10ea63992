//! Where a line of a lock is from.

use alloc::string::String;
use core::cmp::Ordering;
use core::hash::{Hash, Hasher};

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

impl PartialEq for Source {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Source {}

impl PartialOrd for Source {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Source {
    fn cmp(&self, _: &Self) -> Ordering {
        Ordering::Equal
    }
}

impl Hash for Source {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}
