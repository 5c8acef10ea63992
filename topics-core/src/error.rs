//! What is wrong with a text, and the sentence that says so.

use alloc::boxed::Box;
use core::fmt::{self, Write as _};

use crate::message::Message;
use crate::messages;

/// What a text was checked as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TextType {
    /// One [`Segment`](crate::Segment).
    Segment,
    /// One or more segments at the end of a topic, a [`Tail`](crate::Tail).
    Tail,
    /// A [`TopicName`](crate::TopicName).
    Topic,
    /// A [`Pattern`](crate::Pattern).
    Pattern,
    /// A [`Template`](crate::Template).
    Template,
    /// The root of a hierarchy: a topic, or where many are meant, a pattern without `>`.
    Root,
}

/// What is wrong with a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TextErrorKind {
    /// The text is empty.
    Empty,
    /// Two dots follow each other, or the text begins or ends with one.
    EmptySegment,
    /// A `.` inside of what must be one segment.
    Dot,
    /// A `*` or `>` where only concrete text may stand.
    Wildcard,
    /// A `*` or `>` that is only a part of a pattern's segment, as in `foo*`.
    PartialWildcard,
    /// A `>` before the last segment of a pattern, or a tail placeholder before the last segment of
    /// a template.
    TailNotLast,
    /// A `>` where it must be known how many segments there are.
    Tail,
    /// A character for which [`char::is_whitespace`] is true.
    Whitespace,
    /// A character for which [`char::is_control`] is true.
    Control,
    /// U+FFFD, which stands for text that was lost in a conversion.
    ReplacementCharacter,
    /// A placeholder of a template that is not written as one.
    Placeholder,
    /// A placeholder name that the template has already.
    DuplicatePlaceholder,
}

/// The fault in words, without the text: `whitespace`, `empty segment`.
impl fmt::Display for TextErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(messages::fault(*self))
    }
}

/// A [`TextErrorKind`] at a byte, before the text joins it: what the `const` checks return.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Fault {
    pub(crate) kind: TextErrorKind,
    pub(crate) at: usize,
}

/// A text that breaks the rules: which text, what is wrong, and at which byte.
///
/// ```
/// # use topics_core as topics;
/// use topics::{Segment, TextErrorKind};
///
/// let error = Segment::new("t 17").unwrap_err();
/// assert_eq!(error.text(), "t 17");
/// assert_eq!(error.kind(), TextErrorKind::Whitespace);
/// assert_eq!(error.at(), 1);
/// assert_eq!(error.to_string(), "`t 17` is not a segment: whitespace at byte 1");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TextError(Box<Details>);

/// Boxed, so that a result that may be this error is hardly larger than the text which it mostly is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Details {
    text: Box<str>,
    text_type: TextType,
    fault: Fault,
}

impl TextError {
    #[cold]
    pub(crate) fn new(text: &str, text_type: TextType, fault: Fault) -> Self {
        Self(Box::new(Details {
            text: text.into(),
            text_type,
            fault,
        }))
    }

    /// The whole text that was checked.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0.text
    }

    /// What the text was checked as.
    #[must_use]
    pub fn text_type(&self) -> TextType {
        self.0.text_type
    }

    /// What is wrong.
    #[must_use]
    pub fn kind(&self) -> TextErrorKind {
        self.0.fault.kind
    }

    /// Where it is wrong: the offset in bytes of the first character that may not stand there.
    #[must_use]
    pub fn at(&self) -> usize {
        self.0.fault.at
    }
}

impl fmt::Display for TextError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = messages::refused_text(self.text_type(), self.0.fault);
        write!(f, "`{}{}", Excerpt(self.text()), what.as_str())
    }
}

impl core::error::Error for TextError {}

/// Infallible conversions take part wherever a checked one is asked for.
impl From<core::convert::Infallible> for TextError {
    fn from(never: core::convert::Infallible) -> Self {
        match never {}
    }
}

/// Foreign text as it may appear in a message: control characters escaped, so that a log line stays
/// one line, and cut at a length that a person still reads.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Excerpt<'a>(pub &'a str);

impl Excerpt<'_> {
    const LONGEST: usize = 120;
}

impl fmt::Display for Excerpt<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (count, c) in self.0.chars().enumerate() {
            if count == Self::LONGEST {
                return write!(f, "… ({} bytes)", self.0.len());
            }
            match c {
                '\'' | '"' => f.write_char(c)?,
                // A valid character that stands for a lost one looks like itself when escaped.
                '\u{fffd}' => f.write_str("\\u{fffd}")?,
                c => write!(f, "{}", c.escape_debug())?,
            }
        }
        Ok(())
    }
}

/// Fails the compilation with the message a running program would get, except that nothing is escaped.
///
/// # Panics
///
/// Always: this is how a `const` is refused.
#[track_caller]
pub(crate) const fn refuse(text: &str, text_type: TextType, fault: Fault) -> ! {
    let mut message = Message::of(&["`", text]);
    message.append(&messages::refused_text(text_type, fault));
    message.fail()
}
