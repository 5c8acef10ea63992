//! What one subscribes to.

mod algebra;
mod frame;

use alloc::borrow::Cow;

use self::frame::Frame;
use crate::checked::{as_str, checked_text};
use crate::error::TextType;
use crate::name::TopicName;
use crate::segment::Segment;
use crate::text;

/// What one subscribes to: segments, `*` for exactly one segment, and `>` at the end for one or more.
///
/// ```
/// # use topics_core as topics;
/// use topics::Pattern;
///
/// let health = Pattern::new("system.*.health")?;
/// assert!(health.matches("system.mutator.health"));
///
/// let system = Pattern::new("system.>")?;
/// assert!(system.covers(&health));
/// assert!(!system.matches("system")); // `>` takes at least one segment
/// # Ok::<(), topics_core::TextError>(())
/// ```
///
/// A pattern holds its text, and remembers where its wildcards are.
///
/// The wildcards are those of NATS ([subject-based messaging][nats]); MQTT writes them `+` and `#`,
/// and there `a/#` matches `a` as well.
///
/// [nats]: https://docs.nats.io/nats-concepts/subjects#wildcards
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pattern<'a>(Cow<'a, str>, Frame);

checked_text!(
    Pattern,
    TextType::Pattern,
    text::check_pattern,
    "system.*.health",
    "system.w*.health",
    1: Frame::of
);

impl Pattern<'_> {
    /// Whether the pattern matches a topic.
    ///
    /// Exact for every text: no pattern matches a text that is not a topic (`a..b`, `a.*`, `a b`).
    /// Linear in the length of the text, without allocation. The literal text before the first wildcard
    /// and after the last one is compared as one piece each, so most topics that do not match cost next
    /// to nothing. What is between is compared segment by segment. If the pattern is a `const` or `static`, the compiler
    /// knows its literal text, and compares it in fewer steps.
    ///
    /// ```
    /// # use topics_core as topics;
    /// use topics::Pattern;
    ///
    /// const FAILED: Pattern<'static> = Pattern::from_static("topology.*.mutation.failed");
    /// assert!(FAILED.matches("topology.t-17.mutation.failed"));
    /// assert!(!FAILED.matches("topology.t.17.mutation.failed"));
    /// assert!(!FAILED.matches("topology..mutation.failed"));
    /// ```
    #[must_use]
    #[inline(always)]
    #[expect(
        clippy::inline_always,
        reason = "of a pattern that the compiler knows, little is left"
    )]
    pub const fn matches(&self, topic: &str) -> bool {
        let Self(text, frame) = self;
        frame.matches(as_str(text).as_bytes(), topic.as_bytes())
    }

    /// Whether this pattern matches every topic that the other matches.
    ///
    /// Linear in the length of the texts, without allocation.
    ///
    /// ```
    /// # use topics_core as topics;
    /// use topics::Pattern;
    ///
    /// let [tail, one] = [Pattern::from_static("a.>"), Pattern::from_static("a.*")];
    /// assert!(tail.covers(&one));
    /// assert!(!one.covers(&tail));
    /// ```
    #[must_use]
    pub const fn covers(&self, other: &Pattern<'_>) -> bool {
        algebra::relation(self.as_str(), other.as_str()).covers()
    }

    /// Whether some topic is matched by both patterns.
    ///
    /// Linear in the length of the texts, without allocation.
    ///
    /// ```
    /// # use topics_core as topics;
    /// use topics::Pattern;
    ///
    /// let [left, right] = [Pattern::from_static("a.*.c"), Pattern::from_static("a.b.>")];
    /// assert!(left.overlaps(&right)); // both match `a.b.c`
    /// ```
    #[must_use]
    pub const fn overlaps(&self, other: &Pattern<'_>) -> bool {
        algebra::relation(self.as_str(), other.as_str()).overlaps()
    }

    /// The pattern that matches exactly the topics that both match, or `None` if there are none.
    ///
    /// Linear in the length of the texts; allocates the result.
    ///
    /// ```
    /// # use topics_core as topics;
    /// use topics::Pattern;
    ///
    /// let [left, right] = [Pattern::from_static("a.*.c"), Pattern::from_static("a.b.>")];
    /// assert_eq!(left.intersection(&right).unwrap(), "a.b.c");
    /// assert_eq!(left.intersection(&Pattern::from_static("x.>")), None);
    /// ```
    #[must_use]
    pub fn intersection(&self, other: &Pattern<'_>) -> Option<Pattern<'static>> {
        algebra::intersection(self.as_str(), other.as_str())
            .map(|text| Pattern::from_checked(Cow::Owned(text)))
    }

    /// The segments and wildcards, from left to right.
    ///
    /// ```
    /// # use topics_core as topics;
    /// use topics::{Pattern, PatternSegment};
    ///
    /// let pattern = Pattern::new("a.*.>")?;
    /// let kinds: Vec<_> = pattern.segments().collect();
    /// assert!(matches!(
    ///     kinds[..],
    ///     [PatternSegment::Literal(_), PatternSegment::One, PatternSegment::Tail]
    /// ));
    /// # Ok::<(), topics_core::TextError>(())
    /// ```
    #[must_use]
    pub fn segments(&self) -> PatternSegments<'_> {
        PatternSegments(self.as_str().split('.'))
    }

    /// Whether the pattern has no wildcard, and so matches one topic only.
    #[must_use]
    pub fn is_literal(&self) -> bool {
        !self.as_str().contains(['*', '>'])
    }
}

/// A topic is a pattern that matches itself only.
impl<'a> From<TopicName<'a>> for Pattern<'a> {
    fn from(name: TopicName<'a>) -> Self {
        Self::from_checked(name.into())
    }
}

/// One piece of a [`Pattern`].
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum PatternSegment<'a> {
    /// This segment and no other.
    Literal(Segment<'a>),
    /// `*`: exactly one segment.
    One,
    /// `>`: one or more segments.
    Tail,
}

/// The pieces of a [`Pattern`], from left to right; made by [`Pattern::segments`].
#[derive(Clone, Debug)]
pub struct PatternSegments<'a>(core::str::Split<'a, char>);

impl<'a> Iterator for PatternSegments<'a> {
    type Item = PatternSegment<'a>;

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|text| match text {
            "*" => PatternSegment::One,
            ">" => PatternSegment::Tail,
            text => PatternSegment::Literal(Segment::from_checked(Cow::Borrowed(text))),
        })
    }
}

impl core::iter::FusedIterator for PatternSegments<'_> {}
