//! The error of building a topic.

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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuildError {
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
        Self {
            template,
            placeholder,
            error,
        }
    }

    /// Returns the template of the topic.
    #[must_use]
    pub fn template(&self) -> Template<'static> {
        self.template
    }

    /// Returns the name of the placeholder that refused the text.
    #[must_use]
    pub fn placeholder(&self) -> &'static str {
        self.placeholder
    }

    /// Returns the refused text, what is wrong with it, and where.
    #[must_use]
    pub fn text_error(&self) -> &TextError {
        &self.error
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            template,
            placeholder,
            error,
        } = self;
        write!(f, "`<{placeholder}>` of `{template}`: {error}")
    }
}

impl core::error::Error for BuildError {}
