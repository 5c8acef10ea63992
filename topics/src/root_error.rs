//! Why a name is not a topic under a root.

use alloc::boxed::Box;
use core::fmt;

use topics_core::{Excerpt, Pattern, TopicName};

use crate::ParseError;

/// The error of a name that is outside a [`Root`](crate::Root), or under it but not a topic of the type.
///
/// ```
/// use topics::Root;
///
/// topics::topics! {
///     pub enum BusTopic;
///     order.<id: u64>.paid;
/// }
///
/// let root = Root::new("prod.acme")?;
///
/// let error = root.parse::<BusTopic>("order.7.paid").unwrap_err();
/// assert!(error.is_outside());
/// assert_eq!(error.to_string(), "`order.7.paid` is outside the root `prod.acme`");
///
/// let error = root.parse::<BusTopic>("prod.acme.order.x.paid").unwrap_err();
/// assert_eq!(error.name(), "prod.acme.order.x.paid");
/// assert_eq!(error.parse_error().unwrap().text(), "order.x.paid");
/// assert_eq!(
///     error.to_string(),
///     "`prod.acme.order.x.paid` under the root `prod.acme`: \
///      `x` is not a valid `<id>` of `order.<id: u64>.paid`: expected `<u64>`",
/// );
///
/// let error = root.parse::<BusTopic>("prod.acme.order..paid").unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "`prod.acme.order..paid` is not a topic: empty segment at byte 16",
/// );
/// # Ok::<(), topics::TextError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RootError {
    name: Box<str>,
    // Boxed, so that a result that may be this error stays small.
    root: Option<Box<Pattern<'static>>>,
    /// Nothing, if the name is outside the root.
    error: Option<Box<ParseError>>,
}

impl RootError {
    /// Without an error, the name is outside.
    #[cold]
    pub(crate) fn new(
        name: &str,
        root: Option<Pattern<'static>>,
        error: Option<ParseError>,
    ) -> Self {
        Self {
            name: name.into(),
            root: root.map(Box::new),
            error: error.map(Box::new),
        }
    }

    /// Returns the whole name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the root that the name was parsed under, if there is one. With [`Roots`](crate::Roots) it is a pattern.
    #[must_use]
    pub fn root(&self) -> Option<&Pattern<'static>> {
        self.root.as_deref()
    }

    /// Returns whether the name is outside the root.
    #[must_use]
    pub fn is_outside(&self) -> bool {
        self.error.is_none()
    }

    /// Returns what is wrong with the part of the name after the root; `None` if the name is outside.
    #[must_use]
    pub fn parse_error(&self) -> Option<&ParseError> {
        self.error.as_deref()
    }
}

impl fmt::Display for RootError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Err(error) = TopicName::new(self.name()) {
            return error.fmt(f);
        }
        let name = Excerpt(&self.name);
        match (&self.root, &self.error) {
            (None, Some(error)) => error.fmt(f),
            (Some(root), Some(error)) => write!(f, "`{name}` under the root `{root}`: {error}"),
            (Some(root), None) => write!(f, "`{name}` is outside the root `{root}`"),
            // Nothing is outside where there is no root.
            (None, None) => write!(f, "`{name}` is outside"),
        }
    }
}

impl core::error::Error for RootError {}
