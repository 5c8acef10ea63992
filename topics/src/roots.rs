//! Many roots, told apart by some of their segments.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use topics_core::{Pattern, PatternSegment, Segment, TextError, TopicName, join};

use crate::text_type::{from_text, serde_as};
use crate::{AnyPattern, ParseTopic, RootError};

/// All roots of one shape, such as `prod.*`, for programs that read the topics of many tenants.
///
/// It is a pattern without `>`, so that it is clear where the root of a name ends. You can read topics under it but not
/// send them; to answer, use the [root](Under::root) of the topic that was read.
///
/// ```
/// use topics::Roots;
///
/// topics::topics! {
///     pub enum BusTopic;
///     order.<id: u64>.paid;
/// }
///
/// let tenants = Roots::new("prod.*")?;
/// assert_eq!(tenants.pattern(&OrderPaid::pattern()), "prod.*.order.*.paid");
///
/// let paid = tenants.parse::<BusTopic>("prod.acme.order.7.paid")?;
/// assert_eq!(paid.topic, BusTopic::OrderPaid(OrderPaid::new(7)));
/// assert_eq!(paid.root, "prod.acme");
/// assert_eq!(paid.segments, ["acme"]); // what the `*` stood for
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Roots(Pattern<'static>);

/// A topic that was read under [`Roots`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Under<'t, T> {
    /// The topic.
    pub topic: T,
    /// The root of the name. `Root::from(root)` makes a [`Root`](crate::Root) of it, to answer under the same root.
    pub root: TopicName<'t>,
    /// The segments that the wildcards matched, from left to right.
    pub segments: Vec<Segment<'t>>,
}

impl Roots {
    /// Checks the text: segments and `*`, joined by dots.
    ///
    /// # Errors
    ///
    /// If the text is not a pattern, or if it ends in `>`.
    ///
    /// ```
    /// use topics::Roots;
    ///
    /// assert!(Roots::new("*.*").is_ok());
    /// assert_eq!(
    ///     Roots::new("prod.>").unwrap_err().to_string(),
    ///     "`prod.>` is not a root: `>` at byte 5",
    /// );
    /// ```
    pub fn new<'t>(text: impl Into<Cow<'t, str>>) -> Result<Self, TextError> {
        Ok(Self(join::roots(text.into())?.into_owned()))
    }

    /// Returns the pattern that all roots match.
    #[must_use]
    pub const fn as_pattern(&self) -> &Pattern<'static> {
        &self.0
    }

    /// Returns a pattern under all roots; see [`Root::pattern`](crate::Root::pattern).
    #[must_use]
    pub fn pattern(&self, pattern: &impl AnyPattern) -> Pattern<'static> {
        join::behind_roots(&self.0, &pattern.current())
    }

    /// Returns a pattern under all roots, followed by the same pattern for each former name of its topics; see
    /// [`Root::patterns`](crate::Root::patterns).
    #[must_use]
    pub fn patterns(&self, pattern: &impl AnyPattern) -> Vec<Pattern<'static>> {
        let patterns = pattern.all().into_iter();
        let patterns = patterns.map(|pattern| join::behind_roots(&self.0, &pattern));
        patterns.collect()
    }

    /// Splits a name into its root and the rest. Returns `None` if the name is not under one of the roots.
    ///
    /// The rest is not checked.
    ///
    /// ```
    /// use topics::Roots;
    ///
    /// let roots = Roots::new("*.eu")?;
    /// assert_eq!(roots.strip("acme.eu.system.log"), Some(("acme.eu", "system.log")));
    /// assert_eq!(roots.strip("acme.us.system.log"), None);
    /// # Ok::<(), topics::TextError>(())
    /// ```
    #[must_use]
    pub fn strip<'t>(&self, name: &'t str) -> Option<(&'t str, &'t str)> {
        let last = self.0.segments().count() - 1;
        let (at, _) = name.match_indices('.').nth(last)?;
        let (root, rest) = (name.get(..at)?, name.get(at + 1..)?);
        (self.0.matches(root) && !rest.is_empty()).then_some((root, rest))
    }

    /// Parses the name of a topic under one of the roots, as the enum of a hierarchy or as the struct of one line.
    ///
    /// # Errors
    ///
    /// If the name is outside the roots, or if the rest of it is not a topic of that type.
    pub fn parse<'t, T: ParseTopic>(
        &self,
        name: &'t str,
    ) -> Result<Under<'t, T::Of<'t>>, RootError> {
        let refuse = |error| RootError::new(name, Some(self.0.clone()), error);
        let (root, rest) = self.strip(name).ok_or_else(|| refuse(None))?;
        let topic = T::parse_from(rest).map_err(|error| refuse(Some(error)))?;
        let segments = self.0.segments().zip(root.split('.'));
        let segments = segments.filter_map(|(segment, text)| match segment {
            PatternSegment::Literal(_) => None,
            _ => Some(Segment::from_checked(Cow::Borrowed(text))),
        });
        Ok(Under {
            topic,
            root: TopicName::from_checked(Cow::Borrowed(root)),
            segments: segments.collect(),
        })
    }
}

from_text!(Roots: &str, String);

impl fmt::Display for Roots {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

serde_as! {
    /// The text of the roots.
    [] Roots: |text: String| Self::new(text).map_err(serde::de::Error::custom)
}
