//! The rest of a topic: what a tail placeholder holds.

use alloc::borrow::Cow;

use crate::checked::checked_text;
use crate::error::TextType;
use crate::segment::{Segment, Segments};
use crate::text;

/// One or more segments at the end of a topic: the parameter of a tail placeholder, `<rest..>`.
///
/// ```
/// # use topics_core as topics;
/// use topics::Tail;
///
/// let rest = Tail::new("ssh.login.failed")?;
/// assert_eq!(rest.segments().count(), 3);
/// assert!(rest.ends_with(".failed")); // it reads like text
/// assert!(Tail::new("").is_err()); // a tail takes at least one segment
/// # Ok::<(), topics_core::TextError>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tail<'a>(Cow<'a, str>);

checked_text!(
    Tail,
    TextType::Tail,
    text::check_topic,
    "ssh.login",
    "ssh..login"
);

impl Tail<'_> {
    /// The segments, from left to right; at least one.
    #[must_use]
    pub fn segments(&self) -> Segments<'_> {
        Segments::of(self.as_str())
    }
}

/// One segment is a tail of one.
impl<'a> From<Segment<'a>> for Tail<'a> {
    fn from(segment: Segment<'a>) -> Self {
        Self(segment.into())
    }
}
