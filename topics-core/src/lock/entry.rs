//! One promised topic.

use alloc::boxed::Box;
use core::fmt;

use super::source::Source;
use super::{ARROW, parse, words};
use crate::template::Template;

/// One line of a [`Lock`](super::Lock): a template, and the types of its payload and reply if they are
/// declared.
///
/// ```
/// # use topics_core as topics;
/// use topics::Template;
/// use topics::lock::LockEntry;
///
/// let template = Template::new("system.<worker>.ping")?;
/// let entry = LockEntry::new(template).with_payload("Ping").with_reply("Pong");
/// assert_eq!(entry.to_string(), "system.<worker>.ping => Ping -> Pong");
/// # Ok::<(), topics_core::TextError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LockEntry {
    /// A [`Template`] in all but its lifetime.
    template: Box<str>,
    /// Words, with one space between two of them.
    payload: Option<Box<str>>,
    /// The same; only where there is a payload.
    reply: Option<Box<str>>,
    is_first: bool,
    pub(super) source: Source,
}

impl LockEntry {
    /// An entry for a topic without a payload.
    #[must_use]
    pub fn new(template: Template<'_>) -> Self {
        Self {
            template: template.as_str().into(),
            payload: None,
            reply: None,
            is_first: false,
            source: Source::default(),
        }
    }

    /// Sets the type of the payload.
    ///
    /// An entry is one line, so whitespace and control characters are reduced to one space between words;
    /// a text without words is no payload. A type with an arrow outside of brackets is put in parentheses.
    #[must_use]
    pub fn with_payload(mut self, payload: &str) -> Self {
        let mut text = words(payload);
        if parse::reply_arrow(&text).is_some() || text.ends_with(" ->") {
            text = ["(", &text, ")"].concat();
        }
        self.payload = (!text.is_empty()).then(|| text.into());
        self
    }

    /// Sets the type of the reply; only where there is a payload, and only if the brackets of both types are in
    /// pairs.
    #[must_use]
    pub fn with_reply(mut self, reply: &str) -> Self {
        let reply = words(reply);
        if let Some(payload) = &self.payload
            && !reply.is_empty()
            && parse::reply_arrow(&[payload, " -> ", &reply].concat()) == Some(payload.len())
        {
            self.reply = Some(reply.into());
        }
        self
    }

    /// Sets whether the line says `#[first]`: it is read first where it and another line match one topic and neither
    /// is more specific.
    #[must_use]
    pub fn with_first(mut self, is_first: bool) -> Self {
        self.is_first = is_first;
        self
    }

    /// The template.
    #[must_use]
    pub fn template(&self) -> Template<'_> {
        Template::from_checked(&self.template)
    }

    /// The type of the payload, as the declaration wrote it.
    #[must_use]
    pub fn payload(&self) -> Option<&str> {
        self.payload.as_deref()
    }

    /// The type of the reply, as the declaration wrote it.
    #[must_use]
    pub fn reply(&self) -> Option<&str> {
        self.reply.as_deref()
    }

    /// Whether the line says `#[first]`.
    #[must_use]
    pub fn is_first(&self) -> bool {
        self.is_first
    }

    /// The number of the line that the entry was read from, counted from one; `None` if it was not read.
    #[must_use]
    pub fn line(&self) -> Option<usize> {
        self.source.line()
    }

    /// The comments before the line, each with its `#` and a line feed at its end.
    #[must_use]
    pub fn comments(&self) -> &str {
        &self.source.comments
    }
}

/// The line, as it stands in the file.
impl fmt::Display for LockEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_first {
            f.write_str(parse::FIRST)?;
        }
        if parse::needs_escape(&self.template) {
            f.write_str("\\")?;
        }
        f.write_str(&self.template)?;
        if let Some(payload) = &self.payload {
            write!(f, "{ARROW}{payload}")?;
        }
        if let Some(reply) = &self.reply {
            write!(f, " -> {reply}")?;
        }
        Ok(())
    }
}
