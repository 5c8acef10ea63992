//! What stands before all topics of a deployment.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use topics_core::{Pattern, TextError, TopicName, join};

use crate::__private::{self, Parts, Visit};
use crate::text_type::{from_text, serde_as};
use crate::{AnyPattern, ParseTopic, RootError, Topic};

/// A topic name that stands before all topics of a hierarchy, such as `prod.acme`, set when the program runs.
///
/// The hierarchy is declared without it, so names stay short and one program serves every deployment. Add the root
/// where names leave the program, and take it off where they come in:
///
/// ```
/// use topics::Root;
///
/// topics::topics! {
///     pub enum BusTopic;
///     order.<id: u64>.paid;
///     decky.<id>.state;
/// }
///
/// let root = Root::new("prod.acme")?;
///
/// assert_eq!(root.name(&OrderPaid::new(7)), "prod.acme.order.7.paid");
/// assert_eq!(root.pattern(&DeckyState::pattern()), "prod.acme.decky.*.state");
///
/// let topic = root.parse::<BusTopic>("prod.acme.order.7.paid")?;
/// assert_eq!(topic, BusTopic::OrderPaid(OrderPaid::new(7)));
///
/// let error = root.parse::<BusTopic>("prod.umbrella.order.7.paid").unwrap_err();
/// assert!(error.is_outside());
/// assert_eq!(
///     error.to_string(),
///     "`prod.umbrella.order.7.paid` is outside the root `prod.acme`",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// `Root::default()` is no root: names and patterns stay as they are. [`Roots`](crate::Roots) reads the topics of many
/// roots. The [guide](crate::guide::root) says when to use them.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Root(Option<TopicName<'static>>);

impl Root {
    /// Checks the text of a root: one or more segments.
    ///
    /// # Errors
    ///
    /// If the text is not a topic. The empty text is not; no root is [`Root::default()`](Root::default).
    ///
    /// ```
    /// use topics::Root;
    ///
    /// assert!(Root::new("prod.acme").is_ok());
    /// assert_eq!(
    ///     Root::new("prod.*").unwrap_err().to_string(),
    ///     "`prod.*` is not a root: wildcard at byte 5",
    /// );
    /// ```
    pub fn new<'t>(text: impl Into<Cow<'t, str>>) -> Result<Self, TextError> {
        Ok(Self(Some(join::root(text.into())?.into_owned())))
    }

    /// No root.
    #[must_use]
    pub const fn none() -> Self {
        Self(None)
    }

    /// Returns the root as a name, if there is one.
    #[must_use]
    pub const fn as_name(&self) -> Option<&TopicName<'static>> {
        self.0.as_ref()
    }

    /// Returns the name of a topic under the root.
    ///
    /// Allocates once, exactly as much as the name needs.
    #[must_use]
    pub fn name(&self, topic: &impl Topic) -> TopicName<'static> {
        __private::name(&Under { root: self, topic })
    }

    /// Appends the name of a topic under the root to a string; see [`Topic::write_to`].
    ///
    /// ```
    /// use topics::Root;
    ///
    /// topics::topics! {
    ///     system.log;
    /// }
    ///
    /// let mut subject = String::new();
    /// Root::new("prod.acme")?.write_to(&SystemLog::new(), &mut subject);
    /// assert_eq!(subject, "prod.acme.system.log");
    /// # Ok::<(), topics::TextError>(())
    /// ```
    pub fn write_to(&self, topic: &impl Topic, out: &mut String) {
        __private::write_to(&Under { root: self, topic }, out);
    }

    /// Returns the former names of a topic under the root; see [`Topic::former_names`].
    #[must_use]
    pub fn former_names(&self, topic: &impl Topic) -> Vec<TopicName<'static>> {
        let names = topic.former_names().into_iter();
        names.map(|name| self.join(&name)).collect()
    }

    /// Returns a pattern under the root: the pattern of a line, of a hierarchy, or any other.
    ///
    /// ```
    /// use topics::{Pattern, Root, pattern};
    ///
    /// topics::topics! {
    ///     pub enum BusTopic;
    ///     decky.<id>.state;
    ///     decky.<id>.traffic;
    /// }
    ///
    /// let root = Root::new("prod.acme")?;
    /// assert_eq!(root.pattern(&DeckyState::pattern().id("web-01")?), "prod.acme.decky.web-01.state");
    /// assert_eq!(root.pattern(&pattern!(BusTopic, "decky.>")), "prod.acme.decky.>");
    /// assert_eq!(root.pattern(&Pattern::new("*.web-01.>")?), "prod.acme.*.web-01.>");
    ///
    /// assert!(root.pattern(&DeckyState::pattern()).matches("prod.acme.decky.web-01.state"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn pattern(&self, pattern: &impl AnyPattern) -> Pattern<'static> {
        self.join_pattern(pattern.current())
    }

    /// Returns a pattern under the root, followed by the same pattern for each former name of its topics; see
    /// [`TopicPattern::to_patterns`](crate::TopicPattern::to_patterns).
    ///
    /// ```
    /// use topics::Root;
    ///
    /// topics::topics! {
    ///     #[was("worker.<id>.health")]
    ///     system.<id>.health;
    /// }
    ///
    /// let patterns = Root::new("prod")?.patterns(&SystemHealth::pattern());
    /// assert_eq!(patterns, ["prod.system.*.health", "prod.worker.*.health"]);
    /// # Ok::<(), topics::TextError>(())
    /// ```
    #[must_use]
    pub fn patterns(&self, pattern: &impl AnyPattern) -> Vec<Pattern<'static>> {
        let patterns = pattern.all().into_iter();
        patterns.map(|pattern| self.join_pattern(pattern)).collect()
    }

    /// Returns the part of a name after the root, or `None` if the name is not under the root.
    ///
    /// The rest is not checked. Pass it to a [`Pattern`] or a `PatternMap` without the root, or to the generated
    /// `parse`.
    ///
    /// ```
    /// use topics::Root;
    ///
    /// let root = Root::new("prod.acme")?;
    /// assert_eq!(root.strip("prod.acme.system.log"), Some("system.log"));
    /// assert_eq!(root.strip("prod.acmeister.system.log"), None);
    /// assert_eq!(root.strip("prod.acme"), None);
    /// assert_eq!(Root::none().strip("system.log"), Some("system.log"));
    /// # Ok::<(), topics::TextError>(())
    /// ```
    #[must_use]
    pub fn strip<'t>(&self, name: &'t str) -> Option<&'t str> {
        let Some(root) = &self.0 else {
            return Some(name);
        };
        let rest = name.strip_prefix(root.as_str())?.strip_prefix('.')?;
        (!rest.is_empty()).then_some(rest)
    }

    /// Takes the root off a pattern of whole names. Returns `None` if the pattern matches nothing under the root. See
    /// [`Pattern::strip_prefix`].
    ///
    /// ```
    /// use topics::{Pattern, Root};
    ///
    /// let root = Root::new("prod.acme")?;
    /// assert_eq!(root.strip_pattern(&Pattern::new("*.*.system.>")?).unwrap(), "system.>");
    /// assert_eq!(root.strip_pattern(&Pattern::new("staging.>")?), None);
    /// # Ok::<(), topics::TextError>(())
    /// ```
    #[must_use]
    pub fn strip_pattern<'p>(&self, pattern: &'p Pattern<'_>) -> Option<Pattern<'p>> {
        match &self.0 {
            None => Some(pattern.borrowed()),
            Some(root) => pattern.strip_prefix(root),
        }
    }

    /// Parses the name of a topic under the root, as the enum of a hierarchy or as the struct of one line.
    ///
    /// ```
    /// use topics::Root;
    ///
    /// topics::topics! {
    ///     pub enum BusTopic;
    ///     decky.<id>.state;
    /// }
    ///
    /// let root = Root::new("prod.acme")?;
    /// let state = root.parse::<DeckyState>("prod.acme.decky.web-01.state")?;
    /// assert_eq!(state.id, "web-01");
    ///
    /// let error = root.parse::<BusTopic>("prod.acme.decky.web-01.stat").unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "`prod.acme.decky.web-01.stat` under the root `prod.acme`: \
    ///      no topic matches `decky.web-01.stat`; the nearest is `decky.<id>.state`",
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the name is outside the root, or if the rest of it is not a topic of that type.
    pub fn parse<'t, T: ParseTopic>(&self, name: &'t str) -> Result<T::Of<'t>, RootError> {
        let refuse = |error| RootError::new(name, self.0.clone().map(Pattern::from), error);
        let rest = self.strip(name).ok_or_else(|| refuse(None))?;
        T::parse_from(rest).map_err(|error| refuse(Some(error)))
    }

    /// Puts the root before a name that is known as text only.
    ///
    /// ```
    /// use topics::{Root, TopicName};
    ///
    /// let root = Root::new("prod.acme")?;
    /// assert_eq!(root.join(&TopicName::new("system.log")?), "prod.acme.system.log");
    /// # Ok::<(), topics::TextError>(())
    /// ```
    #[must_use]
    pub fn join(&self, name: &TopicName<'_>) -> TopicName<'static> {
        match &self.0 {
            None => name.clone().into_owned(),
            Some(root) => root.join(name),
        }
    }

    fn join_pattern(&self, pattern: Pattern<'_>) -> Pattern<'static> {
        match &self.0 {
            None => pattern.into_owned(),
            Some(root) => root.join_pattern(&pattern),
        }
    }
}

/// A topic and the root before it, on the way to text.
struct Under<'a, T> {
    root: &'a Root,
    topic: &'a T,
}

impl<T: Topic> Parts for Under<'_, T> {
    #[inline]
    fn parts<V: Visit>(&self, visit: V) -> V {
        let visit = match &self.root.0 {
            None => visit,
            Some(root) => visit.root(root.as_str()),
        };
        self.topic.parts(visit)
    }
}

from_text!(Root: &str, String);

impl From<TopicName<'_>> for Root {
    fn from(name: TopicName<'_>) -> Self {
        Self(Some(name.into_owned()))
    }
}

/// `None` is no root.
impl From<Option<TopicName<'_>>> for Root {
    fn from(name: Option<TopicName<'_>>) -> Self {
        Self(name.map(TopicName::into_owned))
    }
}

serde_as! {
    /// The text of the root, or nothing.
    [] Root: |name| Ok(Self(name))
}
