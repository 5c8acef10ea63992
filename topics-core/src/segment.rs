//! One segment: the text between two dots.

use alloc::borrow::Cow;

use crate::checked::checked_text;
use crate::error::TextType;
use crate::text;

/// The text between two dots: one or more characters, none of them `.`, `*`, `>`, whitespace, a
/// control character or U+FFFD.
///
/// What NATS calls a token and MQTT a level. A value of this type has been checked, and nothing but
/// the check makes one, so a topic put together from segments is a topic.
///
/// ```
/// # use topics_core as topics;
/// use topics::Segment;
///
/// let id = Segment::new("t-17")?;
/// assert_eq!(id, "t-17");
/// assert!(Segment::new("t.17").is_err()); // would land elsewhere in the tree
/// assert!(Segment::new("a\r\nPUB x 0").is_err()); // would be a second protocol command
///
/// // It reads like text.
/// assert!(id.starts_with("t-"));
/// let is_main = match &*id {
///     "main" => true,
///     _ => false,
/// };
/// # assert!(!is_main);
/// # Ok::<(), topics_core::TextError>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Segment<'a>(Cow<'a, str>);

checked_text!(
    Segment,
    TextType::Segment,
    text::check_segment,
    "web-01",
    "web.01"
);

/// The segments of a topic or a tail, from left to right.
///
/// Made by [`TopicName::segments`](crate::TopicName::segments) and
/// [`Tail::segments`](crate::Tail::segments).
#[derive(Clone, Debug)]
pub struct Segments<'a>(core::str::Split<'a, char>);

impl<'a> Segments<'a> {
    /// The segments of a text that has been checked.
    pub(crate) fn of(checked: &'a str) -> Self {
        Self(checked.split('.'))
    }
}

impl<'a> Iterator for Segments<'a> {
    type Item = Segment<'a>;

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|text| Segment(Cow::Borrowed(text)))
    }
}

impl DoubleEndedIterator for Segments<'_> {
    fn next_back(&mut self) -> Option<Self::Item> {
        self.0.next_back().map(|text| Segment(Cow::Borrowed(text)))
    }
}

impl core::iter::FusedIterator for Segments<'_> {}
