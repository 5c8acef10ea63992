//! A pattern that remembers what it is a pattern of.

use alloc::vec::Vec;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::marker::PhantomData;
use core::ops::Deref;

use topics_core::Pattern;

use crate::__private::bound;
use crate::text_type::serde_as;
use crate::{Hierarchy, ParseError, TopicPattern};

/// A pattern that some topic of a hierarchy can match; made by [`pattern!`](crate::pattern!).
///
/// It dereferences to a [`Pattern`], converts to one by `into`, and parses what is received on it without naming the
/// hierarchy again.
///
/// ```
/// use topics::{PatternOf, pattern};
///
/// topics::topics! {
///     pub enum BusTopic;
///     system.log;
///     system.<worker>.health;
/// }
///
/// static HEALTH: PatternOf<'static, BusTopic<'static>> = pattern!(BusTopic, "system.*.health");
///
/// assert!(HEALTH.matches("system.mutator.health"));
/// match HEALTH.parse("system.mutator.health")? {
///     BusTopic::SystemHealth(SystemHealth { worker }) => assert_eq!(worker, "mutator"),
///     other => panic!("{other}"),
/// }
/// # Ok::<(), topics::ParseError>(())
/// ```
pub struct PatternOf<'a, H>(
    Pattern<'a>,
    /// No hierarchy is held, so whether one could be shared between threads does not matter.
    PhantomData<fn() -> H>,
);

impl<H: Hierarchy> PatternOf<'_, H> {
    /// Parses the name of a topic that was received on this pattern.
    ///
    /// This is the `parse` of the hierarchy. It does not check that the pattern matches.
    ///
    /// # Errors
    ///
    /// If the text is not a topic of the hierarchy. A pattern such as `system.>` may match other names too.
    pub fn parse<'t>(&self, text: &'t str) -> Result<H::Of<'t>, ParseError> {
        H::parse_from(text)
    }
}

impl<'a, H> PatternOf<'a, H> {
    /// Takes a pattern that some topic of the hierarchy can match.
    pub(crate) const fn from_checked(pattern: Pattern<'a>) -> Self {
        Self(pattern, PhantomData)
    }

    /// Returns the pattern alone.
    #[must_use]
    pub const fn as_pattern(&self) -> &Pattern<'a> {
        &self.0
    }

    /// Copies the text of the pattern if it is borrowed.
    #[must_use]
    pub fn into_owned(self) -> PatternOf<'static, H> {
        PatternOf::from_checked(self.0.into_owned())
    }
}

impl<H: Hierarchy> TopicPattern for PatternOf<'_, H> {
    type Topic = H;

    fn to_pattern(&self) -> Pattern<'static> {
        self.0.clone().into_owned()
    }

    fn to_patterns(&self) -> Vec<Pattern<'static>> {
        let mut all = Vec::from([self.to_pattern()]);
        let lines = H::LINES.iter();
        for line in lines.filter_map(|line| bound::within(self, line)) {
            for pattern in bound::to_patterns(&line) {
                if !all.iter().any(|other| other.covers(&pattern)) {
                    all.push(pattern);
                }
            }
        }
        all
    }
}

impl<'a, H> Deref for PatternOf<'a, H> {
    type Target = Pattern<'a>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl<'a, H> AsRef<Pattern<'a>> for PatternOf<'a, H> {
    fn as_ref(&self) -> &Pattern<'a> {
        &self.0
    }
}

impl<H> AsRef<str> for PatternOf<'_, H> {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

topics_core::__equals_text!([<H>] PatternOf<'_, H>: str, &str);

impl<'a, H> From<PatternOf<'a, H>> for Pattern<'a> {
    fn from(pattern: PatternOf<'a, H>) -> Self {
        pattern.0
    }
}

impl<'a, H> From<&'a PatternOf<'_, H>> for Pattern<'a> {
    fn from(pattern: &'a PatternOf<'_, H>) -> Self {
        pattern.0.borrowed()
    }
}

// Written out, since a derive would ask all of this of the hierarchy too.

impl<H> Clone for PatternOf<'_, H> {
    fn clone(&self) -> Self {
        Self::from_checked(self.0.clone())
    }
}

impl<H> PartialEq for PatternOf<'_, H> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<H> Eq for PatternOf<'_, H> {}

impl<H> fmt::Debug for PatternOf<'_, H> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        bound::debug("PatternOf", &self.0, f)
    }
}

impl<H> Hash for PatternOf<'_, H> {
    fn hash<S: Hasher>(&self, state: &mut S) {
        self.0.hash(state);
    }
}

impl<H> fmt::Display for PatternOf<'_, H> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

serde_as! {
    /// The text of a pattern, which some topic of the hierarchy must be able to match.
    [H: Hierarchy] PatternOf<'_, H>: |pattern: Pattern<'static>| {
        let mut templates = H::TEMPLATES.iter().chain(H::FORMER);
        if templates.any(|template| template.overlaps_pattern(&pattern)) {
            return Ok(Self::from_checked(pattern));
        }
        let text = topics_core::Excerpt(&pattern);
        Err(serde::de::Error::custom(format_args!(
            "no topic of the hierarchy can match `{text}`"
        )))
    }
}
