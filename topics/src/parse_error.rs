//! Why a text is not a topic of a hierarchy.

use alloc::boxed::Box;
use core::fmt;

use topics_core::{Excerpt, Template, TemplateSegment, TextError, TopicName, nearest};

use crate::__private::Refusal;
use crate::ValueError;

/// The error of a text that is not a topic of the hierarchy or of the line.
///
/// [`kind`](ParseError::kind) says what is wrong, and [`nearest`](ParseError::nearest) which template may have been
/// meant. Both are worked out when you ask for them, so refusing a text costs no more than a copy of it.
///
/// ```
/// topics::topics! {
///     pub enum BusTopic;
///     topology.<id>.mutation.<state: applied | failed>;
///     system.log;
/// }
///
/// let unknown = BusTopic::parse("topology.t-17.mutatoin.failed").unwrap_err();
/// assert_eq!(
///     unknown.to_string(),
///     "no topic matches `topology.t-17.mutatoin.failed`; \
///      the nearest is `topology.<id>.mutation.<state: applied | failed>`",
/// );
///
/// let refused = BusTopic::parse("topology.t-17.mutation.undone").unwrap_err();
/// assert_eq!(
///     refused.to_string(),
///     "`undone` is not a valid `<state>` of `topology.<id>.mutation.<state: applied | failed>`: \
///      expected `applied` or `failed`",
/// );
///
/// let garbage = BusTopic::parse("system..log").unwrap_err();
/// assert_eq!(garbage.to_string(), "`system..log` is not a topic: empty segment at byte 7");
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct ParseError {
    text: Box<str>,
    cause: Cause,
}

#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Cause {
    /// By all of these templates.
    Unknown(&'static [Template<'static>]),
    /// By the template that matches it.
    Refused(Template<'static>, Refusal),
}

/// What is wrong with a text that was parsed as a topic.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ParseErrorKind {
    /// The text breaks the rules for topics.
    NotATopic(TextError),
    /// No template matches the topic; [`ParseError::nearest`] returns the one that may have been meant.
    UnknownTopic,
    /// A template matches the topic, but the type of a placeholder refuses a parameter.
    Parameter {
        /// The most specific such template.
        template: Template<'static>,
        /// The name of the placeholder.
        placeholder: &'static str,
        /// The refused text.
        value: Box<str>,
        /// Why it is refused; for a closed placeholder, its allowed values.
        error: ValueError,
    },
    /// The line's template matches the topic, but the topic belongs to another line, which
    /// [wins](crate::guide::which_line_wins).
    OfAnotherLine {
        /// The template that the topic belongs to.
        owner: Template<'static>,
        /// The template of the line whose `parse` was called.
        template: Template<'static>,
    },
}

impl ParseError {
    #[cold]
    pub(crate) fn new(text: &str, cause: Cause) -> Self {
        let text = text.into();
        Self { text, cause }
    }

    /// Returns the text that was parsed.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns what is wrong with it.
    #[must_use]
    pub fn kind(&self) -> ParseErrorKind {
        match &self.cause {
            Cause::Unknown(_) => match TopicName::new(&*self.text) {
                Err(error) => ParseErrorKind::NotATopic(error),
                Ok(_) => ParseErrorKind::UnknownTopic,
            },
            Cause::Refused(template, Refusal::OfAnotherLine(owner)) => {
                let (owner, template) = (*owner, *template);
                ParseErrorKind::OfAnotherLine { owner, template }
            }
            Cause::Refused(template, Refusal::Value { segment, error }) => {
                ParseErrorKind::Parameter {
                    template: *template,
                    placeholder: match template.segments().nth(*segment) {
                        Some(TemplateSegment::Placeholder(placeholder)) => placeholder.name(),
                        _ => "",
                    },
                    value: self.text.split('.').nth(*segment).unwrap_or("").into(),
                    error: error.clone(),
                }
            }
        }
    }

    /// The template that may have been meant, if one is near. For a refused parameter, it is the template of that
    /// parameter; for a topic of another line, the template of that line; otherwise what [`nearest`](nearest()) finds.
    ///
    /// Searches the whole hierarchy, which takes far longer than refusing the topic did: for messages,
    /// not for every stray topic of a busy bus.
    #[must_use]
    pub fn nearest(&self) -> Option<Template<'static>> {
        match &self.cause {
            Cause::Unknown(templates) => nearest(templates, &self.text),
            Cause::Refused(_, Refusal::OfAnotherLine(owner)) => Some(*owner),
            Cause::Refused(template, _) => Some(*template),
        }
    }
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = Excerpt(&self.text);
        match self.kind() {
            ParseErrorKind::NotATopic(error) => error.fmt(f),
            ParseErrorKind::UnknownTopic => match self.nearest() {
                Some(near) => write!(f, "no topic matches `{text}`; the nearest is `{near}`"),
                None => write!(f, "no topic matches `{text}`, and none is similar"),
            },
            ParseErrorKind::OfAnotherLine { owner, template } => write!(
                f,
                "`{text}` is a topic of `{owner}`, which wins over `{template}`"
            ),
            ParseErrorKind::Parameter {
                template,
                placeholder,
                value,
                error,
            } => {
                let value = Excerpt(&value);
                write!(
                    f,
                    "`{value}` is not a valid `<{placeholder}>` of `{template}`: {error}"
                )
            }
        }
    }
}

/// The same text as `Display`: a `main` that returns the error shows what is wrong, and not all templates.
impl fmt::Debug for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ParseError({self})")
    }
}

impl core::error::Error for ParseError {}
