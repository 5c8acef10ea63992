//! One line of a lock about a type.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use super::source::Source;
use super::{ARROW, each_once, words};
use crate::template::Texts;

/// The word that begins a line about a type.
pub(super) const TYPE: &str = "type ";

/// One line of a [`Lock`](super::Lock): the texts that the type of a placeholder has, where they are known.
///
/// ```
/// # use topics_core as topics;
/// use topics::Texts;
/// use topics::lock::LockType;
///
/// let region = LockType::new("Region", Texts::from_static("us | eu_west")).unwrap();
/// assert_eq!(region.to_string(), "type Region => eu_west | us");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LockType {
    /// Words, with one space between two of them.
    name: Box<str>,
    /// A description; if it is a list, sorted, each text once.
    texts: Box<str>,
    pub(super) source: Source,
}

impl LockType {
    /// A type of this name and with these texts, in any order.
    ///
    /// `None` if the texts are not [known](Texts::are_known), or if the name is invalid: without words, or with a `=`
    /// at the beginning. In the name, whitespace and control characters are reduced to one space between words.
    #[must_use]
    pub fn new(name: &str, texts: Texts<'_>) -> Option<Self> {
        let name = words(name);
        // A line that begins with an arrow after its first word is an entry.
        let is_name = !name.is_empty() && !name.starts_with('=');
        (is_name && texts.are_known()).then(|| Self {
            name: name.into(),
            texts: sorted(texts).into(),
            source: Source::default(),
        })
    }

    /// The type, as placeholders name it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The texts; if they are listed, sorted, each once.
    #[must_use]
    pub fn texts(&self) -> Texts<'_> {
        Texts::from_checked(&self.texts)
    }

    /// The number of the line that the type was read from, counted from one; `None` if it was not read.
    #[must_use]
    pub fn line(&self) -> Option<usize> {
        self.source.line()
    }

    /// Adds the texts of another type, if both are listed.
    #[doc(hidden)]
    pub fn add_texts_of(&mut self, other: &Self) {
        if self.texts().values().is_some() && other.texts().values().is_some() {
            let all = [&*self.texts, " | ", &*other.texts].concat();
            self.texts = sorted(Texts::from_checked(&all)).into();
        }
    }

    /// The same line, as if it had been read from this line of the file.
    #[doc(hidden)]
    #[must_use]
    pub fn at_line(mut self, line: Option<usize>) -> Self {
        self.source.line = line.unwrap_or_default();
        self
    }
}

fn sorted(texts: Texts<'_>) -> String {
    let Some(values) = texts.values() else {
        return texts.as_str().into();
    };
    let written = each_once(values.clone());
    let mut former: Vec<(&str, &str)> = values.former().collect();
    former.sort_unstable();
    former.dedup();
    let mut text = String::new();
    for value in &written {
        text.push_str(if text.is_empty() { "" } else { " | " });
        text.push_str(value);
        for (_, former) in former.iter().filter(|(now, _)| now == value) {
            // Where two types were joined, one may write what the other only reads.
            if written.binary_search(former).is_err() {
                text.push_str(" was ");
                text.push_str(former);
            }
        }
    }
    text
}

/// The line, as it stands in the file.
impl fmt::Display for LockType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{TYPE}{}{ARROW}{}", self.name, self.texts)
    }
}
