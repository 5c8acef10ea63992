//! A name that topics had before.

use alloc::boxed::Box;
use core::fmt;

use super::ARROW;
use super::source::Source;
use crate::template::Template;

/// The word that begins a line about a former name.
pub(super) const FORMER: &str = "former ";

/// One line of a [`Lock`](super::Lock): a template that was replaced and is still read.
///
/// ```
/// # use topics_core as topics;
/// use topics::Template;
/// use topics::lock::FormerName;
///
/// let [old, new] = ["system.log", "system.logs"].map(Template::from_static);
/// let name = FormerName::new(old, new);
/// assert_eq!(name.to_string(), "former system.log => system.logs");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FormerName {
    template: Box<str>,
    now: Box<str>,
    pub(super) source: Source,
}

impl FormerName {
    /// A former name of the topics of another template.
    #[must_use]
    pub fn new(template: Template<'_>, now: Template<'_>) -> Self {
        Self {
            template: template.as_str().into(),
            now: now.as_str().into(),
            source: Source::default(),
        }
    }

    pub(super) fn key(&self) -> &str {
        &self.template
    }

    /// The template that was replaced.
    #[must_use]
    pub fn template(&self) -> Template<'_> {
        Template::from_checked(&self.template)
    }

    /// The template that replaces it.
    #[must_use]
    pub fn now(&self) -> Template<'_> {
        Template::from_checked(&self.now)
    }

    /// The number of the line that it was read from, counted from one; `None` if it was not read.
    #[must_use]
    pub fn line(&self) -> Option<usize> {
        self.source.line()
    }
}

/// The line, as it stands in the file.
impl fmt::Display for FormerName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{FORMER}{}{ARROW}{}", self.template, self.now)
    }
}
