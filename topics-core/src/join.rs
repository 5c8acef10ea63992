//! Names in front of names and patterns, and off them again.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::iter;

use crate::error::{Fault, TextError, TextErrorKind, TextType};
use crate::name::TopicName;
use crate::pattern::Pattern;

impl TopicName<'_> {
    /// Returns this name followed by another one.
    ///
    /// ```
    /// # use topics_core as topics;
    /// use topics::TopicName;
    ///
    /// let root = TopicName::new("prod.acme")?;
    /// assert_eq!(root.join(&TopicName::new("system.log")?), "prod.acme.system.log");
    /// # Ok::<(), topics_core::TextError>(())
    /// ```
    #[must_use]
    pub fn join(&self, rest: &TopicName<'_>) -> TopicName<'static> {
        TopicName::from_checked(joined(self.as_str(), rest.as_str()).into())
    }

    /// Returns this name followed by a pattern.
    ///
    /// ```
    /// # use topics_core as topics;
    /// use topics::{Pattern, TopicName};
    ///
    /// let root = TopicName::new("prod.acme")?;
    /// assert_eq!(root.join_pattern(&Pattern::new("system.>")?), "prod.acme.system.>");
    /// # Ok::<(), topics_core::TextError>(())
    /// ```
    #[must_use]
    pub fn join_pattern(&self, rest: &Pattern<'_>) -> Pattern<'static> {
        Pattern::from_checked(joined(self.as_str(), rest.as_str()).into())
    }

    /// Returns what follows a prefix of whole segments; `None` if the name does not begin with it, or if nothing
    /// follows.
    ///
    /// ```
    /// # use topics_core as topics;
    /// use topics::TopicName;
    ///
    /// let name = TopicName::new("prod.acme.system.log")?;
    /// assert_eq!(name.strip_prefix(&TopicName::new("prod.acme")?).unwrap(), "system.log");
    /// assert_eq!(name.strip_prefix(&TopicName::new("prod.ac")?), None);
    /// # Ok::<(), topics_core::TextError>(())
    /// ```
    #[must_use]
    pub fn strip_prefix(&self, prefix: &TopicName<'_>) -> Option<TopicName<'_>> {
        let rest = self.as_str().strip_prefix(prefix.as_str())?;
        let rest = rest.strip_prefix('.')?;
        Some(TopicName::from_checked(Cow::Borrowed(rest)))
    }
}

impl Pattern<'_> {
    /// Returns this pattern followed by another one.
    ///
    /// # Errors
    ///
    /// If this pattern ends in `>`, which nothing can follow.
    ///
    /// ```
    /// # use topics_core as topics;
    /// use topics::Pattern;
    ///
    /// let health = Pattern::new("system.*.health")?;
    /// assert_eq!(Pattern::new("*.*")?.join(&health)?, "*.*.system.*.health");
    /// assert!(Pattern::new("prod.>")?.join(&health).is_err());
    /// # Ok::<(), topics_core::TextError>(())
    /// ```
    pub fn join(&self, rest: &Pattern<'_>) -> Result<Pattern<'static>, TextError> {
        let text = joined(self.as_str(), rest.as_str());
        let Some(at) = self.as_str().find('>') else {
            return Ok(Pattern::from_checked(text.into()));
        };
        let kind = TextErrorKind::TailNotLast;
        Err(TextError::new(&text, TextType::Pattern, Fault { kind, at }))
    }

    /// Returns this pattern, and the same followed by `.>`: together they take zero or more further segments. If this
    /// pattern ends in `>`, returns it alone.
    ///
    /// `a.>` does not match `a`, so where a hierarchy has both `a` and `a.<rest..>`, a subscription takes two patterns.
    ///
    /// ```
    /// # use topics_core as topics;
    /// use topics::Pattern;
    ///
    /// assert_eq!(Pattern::new("system.*")?.and_below(), ["system.*", "system.*.>"]);
    /// assert_eq!(Pattern::new("system.>")?.and_below(), ["system.>"]);
    /// # Ok::<(), topics_core::TextError>(())
    /// ```
    #[must_use]
    pub fn and_below(&self) -> Vec<Pattern<'static>> {
        let below = self.join(&Pattern::from_checked(Cow::Borrowed(">")));
        let this = self.clone().into_owned();
        iter::once(this).chain(below.ok()).collect()
    }

    /// The pattern of what may follow a prefix: it matches exactly those topics that this pattern matches
    /// when the prefix stands before them. `None` if there are no such topics.
    ///
    /// ```
    /// # use topics_core as topics;
    /// use topics::{Pattern, TopicName};
    ///
    /// let prefix = TopicName::new("prod.acme")?;
    /// let strip = |pattern| Pattern::from_static(pattern).strip_prefix(&prefix).map(String::from);
    /// assert_eq!(strip("prod.acme.system.>").as_deref(), Some("system.>"));
    /// assert_eq!(strip("*.*.system.log").as_deref(), Some("system.log"));
    /// assert_eq!(strip("prod.>").as_deref(), Some(">"));
    /// assert_eq!(strip("prod.umbrella.>"), None);
    /// # Ok::<(), topics_core::TextError>(())
    /// ```
    #[must_use]
    pub fn strip_prefix(&self, prefix: &TopicName<'_>) -> Option<Pattern<'_>> {
        let mut rest = self.as_str();
        for segment in prefix.as_str().split('.') {
            if rest == ">" {
                break;
            }
            let first;
            (first, rest) = rest.split_once('.')?;
            if first != "*" && first != segment {
                return None;
            }
        }
        Some(Pattern::from_checked(Cow::Borrowed(rest)))
    }
}

/// Checks the text of a root: a topic.
///
/// # Errors
///
/// If it is not a topic.
#[doc(hidden)]
pub fn root(text: Cow<'_, str>) -> Result<TopicName<'_>, TextError> {
    match crate::text::check_topic(text.as_bytes()) {
        Ok(()) => Ok(TopicName::from_checked(text)),
        Err(fault) => Err(TextError::new(&text, TextType::Root, fault)),
    }
}

/// Checks the text of many roots: a pattern that does not end in `>`.
///
/// # Errors
///
/// If it is not such a pattern.
#[doc(hidden)]
pub fn roots(text: Cow<'_, str>) -> Result<Pattern<'_>, TextError> {
    let fault = match (crate::text::check_pattern(text.as_bytes()), text.find('>')) {
        (Ok(()), None) => return Ok(Pattern::from_checked(text)),
        (Ok(()), Some(at)) => Fault {
            kind: TextErrorKind::Tail,
            at,
        },
        (Err(fault), _) => fault,
    };
    Err(TextError::new(&text, TextType::Root, fault))
}

/// A pattern behind one that [`roots`] has checked.
#[doc(hidden)]
#[must_use]
pub fn behind_roots(roots: &Pattern<'_>, rest: &Pattern<'_>) -> Pattern<'static> {
    Pattern::from_checked(joined(roots.as_str(), rest.as_str()).into())
}

fn joined(first: &str, rest: &str) -> String {
    [first, rest].join(".")
}
