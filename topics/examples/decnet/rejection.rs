//! A line that is no topic of the hierarchy: why, and which template was probably meant.

use std::fmt;

use indicatif::HumanCount;
use topics::{ParseError, ParseErrorKind, Template, TextErrorKind, ValueError, nearest};

use crate::excerpt::Excerpt;
use crate::hierarchy::BusTopic;
use crate::lines::{LONGEST, Malformed};

/// A line that was refused. Its `Display` is all that an operator needs, on one line.
pub(crate) struct Rejection<'a> {
    text: &'a [u8],
    reason: Reason,
}

enum Reason {
    TooLong {
        length: u64,
    },
    NotUtf8 {
        at: usize,
    },
    NotATopic {
        kind: TextErrorKind,
        at: usize,
    },
    NoSuchTopic,
    NoSuchValue {
        template: Template<'static>,
        placeholder: &'static str,
        value: Box<str>,
        error: ValueError,
    },
}

impl<'a> Rejection<'a> {
    pub(crate) fn of_malformed(malformed: &Malformed<'a>) -> Self {
        let (text, reason) = match *malformed {
            Malformed::NotUtf8 { bytes, at } => (bytes, Reason::NotUtf8 { at }),
            Malformed::TooLong { beginning, length } => (beginning, Reason::TooLong { length }),
        };
        Self { text, reason }
    }

    pub(crate) fn of_text(text: &'a str, error: &ParseError) -> Self {
        let reason = match error.kind() {
            ParseErrorKind::NotATopic(error) => Reason::NotATopic {
                kind: error.kind(),
                at: error.at(),
            },
            ParseErrorKind::Parameter {
                template,
                placeholder,
                value,
                error,
            } => Reason::NoSuchValue {
                template,
                placeholder,
                value,
                error,
            },
            _ => Reason::NoSuchTopic,
        };
        Self {
            text: text.as_bytes(),
            reason,
        }
    }

    /// Searched for only when the line is shown, since it takes a hundred times as long as to refuse it.
    fn nearest(&self) -> Option<Template<'static>> {
        match self.reason {
            Reason::NoSuchValue { template, .. } => Some(template),
            _ => nearest(BusTopic::TEMPLATES, &String::from_utf8_lossy(self.text)),
        }
    }

    /// The reason in a word or two, to count rejections by.
    pub(crate) fn label(&self) -> &'static str {
        match self.reason {
            Reason::TooLong { .. } => "too long",
            Reason::NotUtf8 { .. } => "not UTF-8",
            Reason::NoSuchTopic => "no such topic",
            Reason::NoSuchValue { .. } => "no such value",
            Reason::NotATopic { kind, .. } => match kind {
                TextErrorKind::Empty => "empty line",
                TextErrorKind::EmptySegment => "empty segment",
                TextErrorKind::Wildcard => "wildcard",
                TextErrorKind::Whitespace => "whitespace",
                TextErrorKind::Control => "control character",
                TextErrorKind::ReplacementCharacter => "replacement character",
                _ => "not a topic",
            },
        }
    }
}

impl fmt::Display for Rejection<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let label = self.label();
        if !self.text.is_empty() {
            write!(f, "`{}`: ", Excerpt(self.text))?;
        }
        match &self.reason {
            Reason::TooLong { length } => {
                let (length, longest) = (HumanCount(*length), HumanCount(LONGEST as u64));
                write!(f, "{label}: {length} bytes, where {longest} are the most")?;
            }
            Reason::NotATopic {
                kind: TextErrorKind::Empty,
                ..
            }
            | Reason::NoSuchTopic => f.write_str(label)?,
            Reason::NotUtf8 { at } | Reason::NotATopic { at, .. } => {
                write!(f, "{label} at byte {at}")?;
            }
            Reason::NoSuchValue {
                placeholder,
                value,
                error,
                ..
            } => {
                write!(f, "`{}` is no `<{placeholder}>`", Excerpt(value.as_bytes()))?;
                // The values of a closed placeholder stand in the template, which follows.
                if error.allowed().is_none() {
                    write!(f, ": {error}")?;
                }
            }
        }
        match self.nearest() {
            Some(nearest) => write!(f, "; nearest: {nearest}"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rejection(text: &str) -> String {
        let error = BusTopic::parse(text).expect_err("the text is no topic");
        Rejection::of_text(text, &error).to_string()
    }

    #[test]
    fn every_reason_reads_on_one_line() {
        assert_eq!(rejection(""), "empty line");
        assert_eq!(
            rejection("topology.t-17.statuz"),
            "`topology.t-17.statuz`: no such topic; nearest: topology.<topology_id>.status"
        );
        assert_eq!(
            rejection("system.log."),
            "`system.log.`: empty segment at byte 11; nearest: system.log"
        );
        assert_eq!(
            rejection("topology.t-17.mutation.done"),
            "`topology.t-17.mutation.done`: `done` is no `<state>`; \
             nearest: topology.<topology_id>.mutation.<state: enqueued | applying | applied | failed>"
        );
        assert_eq!(
            rejection("GET / HTTP/1.1"),
            "`GET / HTTP/1.1`: whitespace at byte 3"
        );
    }

    #[test]
    fn a_line_that_is_no_text_may_still_be_near_to_a_template() {
        let bytes = b"system.mut\xffator.health";
        let malformed = Malformed::NotUtf8 { bytes, at: 10 };
        assert_eq!(
            Rejection::of_malformed(&malformed).to_string(),
            r"`system.mut\xffator.health`: not UTF-8 at byte 10; nearest: system.<worker>.health"
        );
    }
}
