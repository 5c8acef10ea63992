//! The error of building a topic.

use alloc::boxed::Box;
use core::fmt;

use topics_core::{Template, TextError};

/// The error of a text that cannot be a parameter: the template, the placeholder, the text, and what is wrong with it.
///
/// ```
/// topics::topics! {
///     topology.<id>.status;
/// }
///
/// let error = TopologyStatus::new("t.17").unwrap_err();
/// assert_eq!(error.template(), "topology.<id>.status");
/// assert_eq!(error.placeholder(), "id");
/// assert_eq!(error.text_error().at(), 1);
/// assert_eq!(
///     error.to_string(),
///     "`<id>` of `topology.<id>.status`: `t.17` is not a segment: `.` at byte 1",
/// );
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct BuildError(Box<Details>);

/// Boxed, so that a result that may be this error is hardly larger than the topic which it mostly is.
#[derive(Clone, PartialEq, Eq)]
struct Details {
    template: Template<'static>,
    placeholder: &'static str,
    error: TextError,
}

impl BuildError {
    #[cold]
    pub(crate) fn new(
        template: Template<'static>,
        placeholder: &'static str,
        error: TextError,
    ) -> Self {
        Self(Box::new(Details {
            template,
            placeholder,
            error,
        }))
    }

    /// Returns the template of the topic.
    #[must_use]
    pub fn template(&self) -> Template<'static> {
        self.0.template
    }

    /// Returns the name of the placeholder that refused the text.
    #[must_use]
    pub fn placeholder(&self) -> &'static str {
        self.0.placeholder
    }

    /// Returns the refused text, what is wrong with it, and where.
    #[must_use]
    pub fn text_error(&self) -> &TextError {
        &self.0.error
    }
}

impl fmt::Debug for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BuildError")
            .field("template", &self.template())
            .field("placeholder", &self.placeholder())
            .field("error", self.text_error())
            .finish()
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Details {
            template,
            placeholder,
            error,
        } = &*self.0;
        write!(f, "`<{placeholder}>` of `{template}`: {error}")
    }
}

impl core::error::Error for BuildError {}
