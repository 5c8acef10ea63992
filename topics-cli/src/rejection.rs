//! A name that is not a topic of the hierarchy: why, and which template was probably meant.

use std::fmt;

use console::style;
use indicatif::HumanCount;
use serde_json::{Value, json};
use topics::{Template, TextErrorKind, nearest};

use crate::excerpt::Excerpt;
use crate::lines::Malformed;
use crate::names::{Fault, Names};

/// A name that was refused.
pub(crate) struct Rejection<'n, 'l> {
    text: &'n [u8],
    reason: Reason<'l>,
}

enum Reason<'l> {
    TooLong { length: u64 },
    NotUtf8 { at: usize },
    NoField,
    Fault(Fault<'l>),
}

impl<'n, 'l> Rejection<'n, 'l> {
    pub(crate) fn of_malformed(malformed: &Malformed<'n>) -> Self {
        let (text, reason) = match *malformed {
            Malformed::NotUtf8 { bytes, at } => (bytes, Reason::NotUtf8 { at }),
            Malformed::TooLong { beginning, length } => (beginning, Reason::TooLong { length }),
            Malformed::NoField { line } => (line.as_bytes(), Reason::NoField),
        };
        Self { text, reason }
    }

    pub(crate) fn of_name(name: &'n str, fault: Fault<'l>) -> Self {
        Self {
            text: name.as_bytes(),
            reason: Reason::Fault(fault),
        }
    }

    /// The beginning of the text, fit to be shown.
    fn text(&self) -> Excerpt<'n> {
        Excerpt(self.text)
    }

    /// Searched for only when the name is shown, since it takes a hundred times as long as to refuse it.
    fn nearest(&self, names: &Names<'l>) -> Option<Template<'l>> {
        match self.reason {
            Reason::Fault(Fault::NoSuchValue { template, .. }) => Some(template),
            Reason::NoField => None,
            _ => {
                let templates: Vec<_> = names.lines().iter().map(|line| line.template).collect();
                nearest(&templates, &String::from_utf8_lossy(self.text))
            }
        }
    }

    /// The name, the reason and the nearest template, for people.
    pub(crate) fn sentence(&self, names: &Names<'l>) -> String {
        let sentence = format!("`{}`: {}", self.text(), style(self).red());
        match self.nearest(names) {
            Some(nearest) => format!("{sentence}; nearest: {nearest}"),
            None => sentence,
        }
    }

    /// The same as JSON.
    pub(crate) fn json(&self, names: &Names<'l>) -> Value {
        json!({
            "rejected": self.text().to_string(),
            "reason": self.to_string(),
            "nearest": self.nearest(names).map(|nearest| nearest.as_str()),
        })
    }

    /// The reason in a word or two, to count rejections by.
    pub(crate) fn label(&self) -> &'static str {
        match self.reason {
            Reason::TooLong { .. } => "too long",
            Reason::NotUtf8 { .. } => "not UTF-8",
            Reason::NoField => "no such field",
            Reason::Fault(Fault::NoSuchTopic) => "no such topic",
            Reason::Fault(Fault::NoSuchValue { .. }) => "no such value",
            Reason::Fault(Fault::NotATopic { kind, .. }) => match kind {
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

/// The reason on one line.
impl fmt::Display for Rejection<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let label = self.label();
        match self.reason {
            Reason::TooLong { length } => write!(f, "{label}: {} bytes", HumanCount(length)),
            Reason::Fault(
                Fault::NotATopic {
                    kind: TextErrorKind::Empty,
                    ..
                }
                | Fault::NoSuchTopic,
            )
            | Reason::NoField => f.write_str(label),
            Reason::NotUtf8 { at } | Reason::Fault(Fault::NotATopic { at, .. }) => {
                write!(f, "{label} at byte {at}")
            }
            Reason::Fault(Fault::NoSuchValue {
                placeholder, place, ..
            }) => {
                let value = self.text.split(|byte| *byte == b'.').nth(place);
                let value = Excerpt(value.unwrap_or_default());
                write!(f, "`{value}` is not a value of `<{placeholder}>`")
            }
        }
    }
}
