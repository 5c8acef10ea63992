//! Why a lock cannot be read.

use alloc::boxed::Box;
use core::fmt;

use crate::error::TextError;
use crate::messages;

/// A line that cannot be read as a part of a lock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockError {
    line: usize,
    text: Box<str>,
    kind: LockErrorKind,
}

/// What is wrong with a line of a lock.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum LockErrorKind {
    /// The first line is not `topics-lock`, a version and a name.
    Header,
    /// The name of the hierarchy is not one word.
    Name,
    /// The header is that of a version that this crate does not know.
    Version(u32),
    /// A second header: two locks in one file.
    SecondHeader,
    /// A mark that version control leaves in a file that could not be merged.
    Conflict,
    /// Neither a template nor a template with a payload.
    Template(TextError),
    /// Nothing follows `=>`.
    Payload,
    /// Nothing follows `->`.
    Reply,
    /// A malformed line about a type.
    Type,
    /// A malformed line about a former name.
    FormerName,
    /// The same entry, type or former name as in an earlier line.
    Duplicate {
        /// The earlier line, counted from one.
        first: usize,
    },
}

impl LockError {
    #[cold]
    pub(super) fn new(line: usize, text: &str, kind: LockErrorKind) -> Self {
        Self {
            line,
            text: text.into(),
            kind,
        }
    }

    /// The number of the line, counted from one.
    #[must_use]
    pub fn line(&self) -> usize {
        self.line
    }

    /// The line.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What is wrong with it.
    #[must_use]
    pub fn kind(&self) -> &LockErrorKind {
        &self.kind
    }
}

impl fmt::Display for LockError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        messages::lock_error(self, f)
    }
}

impl core::error::Error for LockError {}
