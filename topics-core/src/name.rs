//! The name of a topic.

use alloc::borrow::Cow;

use crate::checked::checked_text;
use crate::error::TextType;
use crate::segment::{Segment, Segments};
use crate::text;

/// The name of a topic: one or more segments joined by dots, without wildcards.
///
/// ```
/// # use topics_core as topics;
/// use topics::TopicName;
///
/// let name = TopicName::new("system.mutator.health")?;
/// assert_eq!(name.segments().nth(1).unwrap(), "mutator");
/// assert!(TopicName::new("system.*.health").is_err()); // that is a pattern
/// # Ok::<(), topics_core::TextError>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TopicName<'a>(Cow<'a, str>);

checked_text!(
    TopicName,
    TextType::Topic,
    text::check_topic,
    "system.log",
    "system.*"
);

impl TopicName<'_> {
    /// The segments, from left to right; at least one.
    #[must_use]
    pub fn segments(&self) -> Segments<'_> {
        Segments::of(self.as_str())
    }
}

/// One segment is a topic of one.
impl<'a> From<Segment<'a>> for TopicName<'a> {
    fn from(segment: Segment<'a>) -> Self {
        Self(segment.into())
    }
}
