//! The number of messages that a subscription has lost.

use std::cmp::Ordering;
use std::fmt;

/// The number of messages that were dropped because their subscriber was too slow.
///
/// It compares with a number; an unknown count is neither more nor less than any:
///
/// ```
/// use topics_bus::Lost;
///
/// assert!(Lost::Exactly(3) > 0);
/// assert!(Lost::Exactly(0) == 0);
/// assert!(!(Lost::Unknown > 0) && !(Lost::Unknown == 0));
/// assert_eq!(Lost::Unknown.to_string(), "an unknown number");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lost {
    /// This many.
    Exactly(u64),
    /// The transport does not know.
    Unknown,
}

impl Lost {
    /// The number, if it is known.
    #[must_use]
    pub const fn known(self) -> Option<u64> {
        match self {
            Self::Exactly(count) => Some(count),
            Self::Unknown => None,
        }
    }
}

impl PartialEq<u64> for Lost {
    fn eq(&self, other: &u64) -> bool {
        self.known() == Some(*other)
    }
}

impl PartialOrd<u64> for Lost {
    fn partial_cmp(&self, other: &u64) -> Option<Ordering> {
        self.known()?.partial_cmp(other)
    }
}

impl fmt::Display for Lost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exactly(count) => count.fmt(f),
            Self::Unknown => f.write_str("an unknown number"),
        }
    }
}
